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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Orderwright that is measured: a process of its own with an embedded database on an empty data folder. */
final class Subject implements AutoCloseable {

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

    /** Starts the program as a user would, and returns when it serves. */
    static Subject start(Path home, Path data, List<String> javaOptions) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("orderwright").toString(), "start", "--empty", "--port", "0", "--data", data.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        List<String> options = new ArrayList<>(javaOptions);
        // No rehearsal in the background while we measure.
        options.add("-Dorderwright.fast-start=");
        options.add("-Dorderwright.count-statements=true");
        builder.environment().put("ORDERWRIGHT_JAVA_OPTS", String.join(" ", options));
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

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** The key of the command line: it may do everything a program may do. */
    String key() {
        return read(data.resolve("secrets").resolve("cli.key"));
    }

    /** The process of the database server, whose children are its sessions. */
    long databasePid() {
        return Long.parseLong(postmaster().getFirst());
    }

    /** A session of the database's superuser, for what a benchmark must see and write beside the program. */
    Connection database() {
        String url = "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/orderwright";
        try {
            return DriverManager.getConnection(
                    url, "postgres", read(data.resolve("secrets").resolve("postgres.password")));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot connect to the database", e);
        }
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
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
