package dev.orderwright.bench.kill;

import dev.orderwright.bench.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One run of Orderwright, started as users start it, that is not treated well. */
final class Program {

    /** What the harness lets a stopped program keep, so that a round need not wait for minutes. */
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final int RECORDING_LOOKS = 600;

    private final Subject subject;
    private final Path data;
    private final Duration toReady;

    private Program(Subject subject, Path data, Duration toReady) {
        this.subject = subject;
        this.data = data;
        this.toReady = toReady;
    }

    /**
     * Returns when it serves.
     *
     * @param database the address of a database server; without it the program starts its own
     */
    static Program start(Path home, Path data, Optional<String> database, List<String> javaOptions) {
        List<String> options = new ArrayList<>(javaOptions);
        options.add(Subject.NO_REHEARSAL);
        options.add("-Dorderwright.lease=" + LEASE);
        return launch(home, data, database, options);
    }

    /** Whether a start was recorded, as the front script does it at the first start of a build. */
    static boolean startsFast(Path home) {
        Path folder = home.resolve("app").resolve("target").resolve("run");
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".aot"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it once and waits for the recording that it makes; without one, starts are slower, and that is all. */
    static void recordStart(Path home, List<String> javaOptions) {
        try {
            Path data = Files.createTempDirectory("orderwright-kill");
            Program program = launch(home, data, Optional.empty(), javaOptions);
            try {
                for (int look = 0; look < RECORDING_LOOKS && !startsFast(home); look++) {
                    Shift.pause(500);
                }
            } finally {
                program.stop();
                Site.delete(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program launch(Path home, Path data, Optional<String> database, List<String> options) {
        long begun = System.nanoTime();
        Subject subject = Subject.start(home, data, database, options);
        return new Program(subject, data, Duration.ofNanos(System.nanoTime() - begun));
    }

    int port() {
        return subject.port();
    }

    long pid() {
        return subject.pid();
    }

    /** From the command to the line that says it serves. */
    Duration toReady() {
        return toReady;
    }

    boolean isAlive() {
        return subject.isAlive();
    }

    void kill() {
        Processes.kill(subject.pid());
        subject.close();
    }

    /** Asks it to stop, as Ctrl-C does. */
    void stop() {
        Processes.goOn(subject.pid());
        subject.close();
    }

    String key() {
        return subject.key();
    }

    Path data() {
        return data;
    }

    long databasePid() {
        return subject.databasePid();
    }

    int databasePort() {
        return subject.databasePort();
    }

    /** With which another program may use the database inside, at a port that leads to it. */
    String databaseUrl(int through) {
        return "jdbc:postgresql://127.0.0.1:" + through + "/orderwright?user=orderwright&password="
                + subject.secret("database.password");
    }

    /** Whether this process of a database server is a session of a program. */
    static boolean isSession(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                    .contains("postgres: orderwright ");
        } catch (IOException gone) {
            return false;
        }
    }

    /** A session of the database's superuser: the outsider who takes what orders need. */
    Connection outsider() throws SQLException {
        return subject.database("?connectTimeout=2&loginTimeout=3");
    }
}
