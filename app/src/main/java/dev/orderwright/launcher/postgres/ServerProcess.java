package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of the server program, as a direct child, from its launch to its end. */
final class ServerProcess {

    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration SLOW_START = Duration.ofSeconds(10);
    private static final int LOG_TAIL_BYTES = 4_000;
    private static final long LOG_BYTES_MAX = 16L << 20;
    private static final int SOCKET_PATH_MAX = 80;

    private final Process process;
    private final PostgresHome home;
    private final long logStart;

    private ServerProcess(Process process, PostgresHome home, long logStart) {
        this.process = process;
        this.home = home;
        this.logStart = logStart;
    }

    static ServerProcess launch(
            PostgresHome home, PostgresPrograms programs, ServerAccount account, PostgresSettings settings, int port) {
        try {
            PrivateFiles.createFolder(home.log().resolveSibling(""));
            PrivateFiles.createFolder(home.sockets());
            keepLogShort(home.log());
            long logStart = Files.exists(home.log()) ? Files.size(home.log()) : 0;
            Process process = new ProcessBuilder(command(home, programs, account, settings, port))
                    .directory(home.folder().toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log().toFile()))
                    .start();
            return new ServerProcess(process, home, logStart);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + programs.program("postgres"), e);
        }
    }

    /** In a session of its own, so that Ctrl-C in the terminal reaches the program only and the database ends last. */
    private static List<String> command(
            PostgresHome home, PostgresPrograms programs, ServerAccount account, PostgresSettings settings, int port) {
        List<String> command = new ArrayList<>(OWN_SESSION);
        List<String> server = new ArrayList<>(
                List.of(programs.program("postgres"), "-D", home.data().toString(), "-p", String.valueOf(port)));
        settings.values().forEach((name, value) -> server.addAll(List.of("-c", name + "=" + value)));
        String sockets = home.sockets().toString();
        server.addAll(List.of("-c", "unix_socket_directories=" + (sockets.length() > SOCKET_PATH_MAX ? "" : sockets)));
        command.addAll(account.command(server));
        return command;
    }

    private static final List<String> OWN_SESSION = ownSession();

    private static List<String> ownSession() {
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            return List.of("/usr/bin/setsid");
        }
        return Files.isExecutable(Path.of("/usr/bin/perl"))
                ? List.of("/usr/bin/perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!")
                : List.of();
    }

    /** Waits until the server takes connections, however long recovery takes, or until its process ends. */
    boolean awaitReady(Runnable takesLong) {
        long slow = System.nanoTime() + SLOW_START.toNanos();
        boolean told = false;
        while (process.isAlive()) {
            Optional<PostmasterPid> pid = PostmasterPid.read(home.postmasterPid());
            if (pid.isPresent() && pid.get().pid() == process.pid() && pid.get().ready()) {
                return true;
            }
            if (!told && System.nanoTime() > slow) {
                takesLong.run();
                told = true;
            }
            Pause.of(POLL);
        }
        return false;
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void end() {
        process.destroyForcibly();
    }

    /** What the server has said in this run, at most the last lines of it. */
    String lastWords() {
        try (RandomAccessFile log = new RandomAccessFile(home.log().toFile(), "r")) {
            long from = Math.max(Math.min(logStart, log.length()), log.length() - LOG_TAIL_BYTES);
            byte[] tail = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(tail);
            return new String(tail, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "(its log " + home.log() + " cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void keepLogShort(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
