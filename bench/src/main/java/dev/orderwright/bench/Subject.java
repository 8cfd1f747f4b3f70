package dev.orderwright.bench;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Orderwright that is measured or broken: a process of its own, started as users start it, on a data folder of its own. */
public final class Subject implements AutoCloseable {

    /** No rehearsal in the background meanwhile. */
    public static final String NO_REHEARSAL = "-Dorderwright.fast-start=";

    private static final String READY = "Orderwright is ready at http://127.0.0.1:";
    private static final int START_LIMIT_SECONDS = 600;

    private final Process process;
    private final Path data;
    private final int port;

    private Subject(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    /**
     * Starts the program, and returns when it serves.
     *
     * @param database the address of a database server; without it the program starts its own
     */
    public static Subject start(Path home, Path data, Optional<String> database, List<String> javaOptions) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("orderwright").toString(), "start", "--empty", "--port", "0", "--data", data.toString()));
        database.ifPresent(url -> command.addAll(List.of("--db", url)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ORDERWRIGHT_JAVA_OPTS", String.join(" ", javaOptions));
        try {
            Process process = builder.start();
            return new Subject(process, data, awaitPort(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the program", e);
        }
    }

    private static int awaitPort(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        StringBuilder said = new StringBuilder();
        Thread.ofPlatform().daemon().name("subject-output").start(() -> {
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
                port.completeExceptionally(e);
            }
            port.completeExceptionally(new IllegalStateException("the program did not start; it said:\n" + said));
        });
        try {
            return port.get(START_LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroy();
            throw new IllegalStateException("the program does not serve: " + e.getMessage(), e);
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** The key of the command line: it may do everything a program may do. */
    public String key() {
        return secret("cli.key");
    }

    /** The process of the database server, whose children are its sessions. */
    public long databasePid() {
        return Long.parseLong(postmaster().getFirst());
    }

    public int databasePort() {
        return Integer.parseInt(postmaster().get(3));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** A session of the database's superuser, for what must be seen and written beside the program. */
    Connection database() {
        try {
            return database("");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to the database", e);
        }
    }

    /** @param options of the connection, as they stand behind its address */
    public Connection database(String options) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + databasePort() + "/orderwright" + options;
        return DriverManager.getConnection(url, "postgres", secret("postgres.password"));
    }

    /** What the program keeps under a name in its folder of secrets. */
    public String secret(String name) {
        return read(data.resolve("secrets").resolve(name));
    }

    private List<String> postmaster() {
        return read(data.resolve("pgdata").resolve("postmaster.pid"))
                .lines()
                .map(String::strip)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(90, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
