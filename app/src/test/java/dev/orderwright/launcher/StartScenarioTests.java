package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Orderwright;
import dev.orderwright.launcher.postgres.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own, from the command to its end. */
class StartScenarioTests {

    private static final Duration LIMIT = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void shareTheUnpackedDatabasePrograms() throws IOException {
        Files.createSymbolicLink(folder.resolve("pgbin"), TestPostgres.unpacked());
    }

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (Process process : started) {
            process.toHandle().destroy();
            assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
        http.close();
    }

    private Process orderwright(String... line) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Orderwright.class.getName()));
        command.addAll(Arrays.asList(line));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        started.add(process);
        return process;
    }

    private static List<String> untilReady(BufferedReader output) throws IOException {
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("Log: ")) {
                return said;
            }
        }
        throw new AssertionError("it ended before it was ready: " + said);
    }

    /** Reads on in the background: a program whose log nobody reads would stop as soon as the pipe is full. */
    private static CompletableFuture<List<String>> restOf(Process program) {
        return CompletableFuture.supplyAsync(() -> program.inputReader().lines().toList());
    }

    private int status(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        HttpResponse<Void> answer = http.send(request, BodyHandlers.discarding());
        return answer.statusCode();
    }

    private static long serverPid(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("pgdata").resolve("postmaster.pid"))
                .getFirst());
    }

    private void awaitReadiness(String url, int wanted) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (status(url + "/actuator/health/readiness") != wanted) {
            assertThat(System.nanoTime()).as("still waiting for %d", wanted).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void itServesUntilItIsToldToStopAndTheDatabaseEndsLast() throws Exception {
        Process program = orderwright("start", "--port", "0", "--data", folder.toString(), "--empty");
        List<String> said = untilReady(program.inputReader());
        CompletableFuture<List<String>> saidLater = restOf(program);
        RunFile run = RunFile.read(folder.resolve("run.json")).orElseThrow();

        assertThat(said)
                .contains("Orderwright is ready at " + run.url())
                .anyMatch(line -> line.matches("Sign in as admin with the password \\S{12,} .*"));
        assertThat(run.pid()).isEqualTo(program.pid());
        assertThat(status(run.url() + "/login")).isEqualTo(200);
        assertThat(status(run.url() + "/actuator/health/readiness")).isEqualTo(200);

        assertThatASecondStartIsToldWhereTheFirstIs(run);
        assertThatItIsNotReadyWhileItsDatabaseIsDown(run);

        long database = serverPid(folder);
        program.toHandle().destroy();
        assertThat(program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(saidLater.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).endsWith("Stopped");
        assertThat(folder.resolve("run.json")).doesNotExist();
        assertThat(ProcessHandle.of(database)).isEmpty();
        assertThat(Files.readString(folder.resolve("log").resolve("postgres.log"))
                        .strip())
                .endsWith("database system is shut down");
    }

    private void assertThatASecondStartIsToldWhereTheFirstIs(RunFile run) throws Exception {
        Process second = orderwright("start", "--port", "0", "--data", folder.toString());
        List<String> said = second.inputReader().lines().toList();

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said).singleElement().asString().contains("already runs on " + folder, run.url(), "--data");
    }

    private void assertThatItIsNotReadyWhileItsDatabaseIsDown(RunFile run) throws Exception {
        ProcessHandle.of(serverPid(folder)).orElseThrow().destroyForcibly();
        awaitReadiness(run.url(), 503);
        assertThat(status(run.url() + "/actuator/health/liveness")).isEqualTo(200);
        awaitReadiness(run.url(), 200);
    }

    @Test
    void aPortInUseIsToldBeforeAnythingIsMade() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Process program = orderwright("start", "--port", port, "--data", folder.toString());

            assertThat(program.inputReader().lines().toList())
                    .singleElement()
                    .asString()
                    .contains("Port " + port + " is in use", "--port");
            assertThat(program.waitFor()).isEqualTo(1);
            assertThat(folder.resolve("pgdata")).doesNotExist();
        }
    }

    @Test
    void aStopInTheMiddleOfTheStartIsCleanToo() throws Exception {
        Process program = orderwright("start", "--port", "0", "--data", folder.toString(), "--empty");
        while (!Files.exists(folder.resolve("pgdata").resolve("postmaster.pid"))) {
            assertThat(program.isAlive()).isTrue();
            Thread.sleep(10);
        }
        program.toHandle().destroy();

        assertThat(program.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        assertThat(program.inputReader().lines().toList())
                .endsWith("Stopped")
                .noneMatch(line -> line.contains("ready at") || line.contains("Exception"));
        assertThat(folder.resolve("pgdata").resolve("postmaster.pid")).doesNotExist();
    }
}
