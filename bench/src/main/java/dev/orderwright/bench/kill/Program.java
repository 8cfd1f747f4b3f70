package dev.orderwright.bench.kill;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** One run of Orderwright, started as users start it, that is not treated well. */
final class Program {

    /** What the harness lets a stopped program keep, so that a round need not wait for minutes. */
    static final Duration LEASE = Duration.ofSeconds(5);

    private static final String READY = "Orderwright is ready at http://127.0.0.1:";
    private static final long START_LIMIT_SECONDS = 300;
    private static final int RECORDING_LOOKS = 600;

    private final Process process;
    private final Path data;
    private final int port;
    private final Duration toReady;

    private Program(Process process, Path data, int port, Duration toReady) {
        this.process = process;
        this.data = data;
        this.port = port;
        this.toReady = toReady;
    }

    /**
     * Returns when it serves.
     *
     * @param database the address of a database server; without it the program starts its own
     */
    static Program start(Path home, Path data, Optional<String> database, List<String> javaOptions) {
        List<String> options = new ArrayList<>(javaOptions);
        options.add("-Dorderwright.fast-start="); // no rehearsal in the background of a round
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
        List<String> command = new ArrayList<>(List.of(
                home.resolve("orderwright").toString(), "start", "--empty", "--port", "0", "--data", data.toString()));
        database.ifPresent(url -> command.addAll(List.of("--db", url)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ORDERWRIGHT_JAVA_OPTS", String.join(" ", options));
        long begun = System.nanoTime();
        try {
            Process process = builder.start();
            int port = awaitPort(process);
            return new Program(process, data, port, Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the program", e);
        }
    }

    private static int awaitPort(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("program-output").start(() -> listen(process, port));
        try {
            return port.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IllegalStateException("the program does not serve: " + e.getMessage(), e);
        }
    }

    private static void listen(Process process, CompletableFuture<Integer> port) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(READY)) {
                    port.complete(
                            Integer.parseInt(line.substring(READY.length()).strip()));
                }
                said.append(line).append('\n');
            }
        } catch (IOException e) {
            said.append(e);
        }
        port.completeExceptionally(new IllegalStateException("it ended, and said:\n" + said));
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** From the command to the line that says it serves. */
    Duration toReady() {
        return toReady;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        Processes.kill(process.pid());
        awaitEnd();
    }

    /** Asks it to stop, as Ctrl-C does. */
    void stop() {
        Processes.goOn(process.pid());
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The key of the command line: it may do everything a program may do. */
    String key() {
        return read(data.resolve("secrets").resolve("cli.key"));
    }

    Path data() {
        return data;
    }

    /** The process of the database server inside, whose children are its sessions. */
    long databasePid() {
        return Long.parseLong(postmaster().getFirst());
    }

    int databasePort() {
        return Integer.parseInt(postmaster().get(3));
    }

    private List<String> postmaster() {
        return read(data.resolve("pgdata").resolve("postmaster.pid"))
                .lines()
                .map(String::strip)
                .toList();
    }

    /** With which another program may use the database inside, at a port that leads to it. */
    String databaseUrl(int through) {
        return "jdbc:postgresql://127.0.0.1:" + through + "/orderwright?user=orderwright&password="
                + read(data.resolve("secrets").resolve("database.password"));
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
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/orderwright?connectTimeout=2&loginTimeout=3",
                "postgres",
                read(data.resolve("secrets").resolve("postgres.password")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
