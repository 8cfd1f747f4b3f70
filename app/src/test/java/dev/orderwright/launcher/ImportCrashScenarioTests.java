package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Orderwright;
import dev.orderwright.RealData;
import dev.orderwright.launcher.postgres.TestPostgres;
import dev.orderwright.shared.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed in the middle, again and again, ends as one that ran through. */
class ImportCrashScenarioTests {

    private static final int ROWS = 2_000;
    private static final int KILLS = 2;
    private static final int LONGEST_MILLIS = 900;

    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endWhatIsLeft() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Path dataFolder(String name) throws IOException {
        Path data = Files.createDirectory(folder.resolve(name));
        Files.createSymbolicLink(data.resolve("pgbin"), TestPostgres.unpacked());
        return data;
    }

    private Process importing(Path file, Path data, Path report) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orderwright.class.getName(),
                        "import",
                        "retail",
                        file.toString(),
                        "--through",
                        "paid",
                        "--data",
                        data.toString(),
                        "--report",
                        report.toString()))
                .redirectErrorStream(true)
                .start();
        started.add(process);
        return process;
    }

    /** The first rows of the real file, whole invoices. */
    private Path file() throws IOException {
        Path whole = RealData.require("online-retail/online_retail_2010-12_2011-08.csv.gz");
        Path part = folder.resolve("part.csv");
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(whole)), StandardCharsets.UTF_8));
                BufferedWriter out = Files.newBufferedWriter(part)) {
            for (int i = 0; i <= ROWS; i++) {
                out.write(rows.readLine());
                out.newLine();
            }
        }
        return part;
    }

    /** Waits until the work on the orders has begun. */
    private static void awaitOrders(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        List<String> said = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            if (line.startsWith("Placing orders") || line.startsWith("Delivering")) {
                return;
            }
        }
        throw new AssertionError("it ended before it placed orders: " + said);
    }

    private static void killDatabase(Path data) throws IOException {
        long postmaster =
                Long.parseLong(Files.readAllLines(data.resolve("pgdata").resolve("postmaster.pid"))
                        .getFirst());
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
    }

    private Map<String, Object> runThrough(Path file, Path data) throws Exception {
        Path report = folder.resolve(data.getFileName() + ".json");
        Process process = importing(file, data, report);
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as("%s", said).isZero();
        Map<String, Object> end = new java.util.TreeMap<>(Json.readMap(Files.readString(report)));
        end.keySet().removeAll(List.of("seconds", "seconds_total", "rows_per_second"));
        return end;
    }

    private static void assertThatTheBooksBalance(Path data) {
        Recorded recorded = new Recorded();
        int exit = CommandLine.run(
                Orderwright.class, recorded.terminal(false), "check", "--json", "--data", data.toString());
        assertThat(exit).as("%s", recorded.out()).isZero();
    }

    @Test
    void whatIsKilledAtRandomMomentsEndsAsIfNothingHadHappened() throws Exception {
        Path file = file();
        Map<String, Object> wanted = runThrough(file, dataFolder("calm"));
        assertThat(wanted).containsEntry("changed", true).containsEntry("invoices_open", 0);

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path data = dataFolder("killed");
        for (int kill = 1; kill <= KILLS; kill++) {
            Process process = importing(file, data, folder.resolve("unused.json"));
            awaitOrders(process);
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            process.destroyForcibly();
            if (kill == 2) {
                killDatabase(data);
            }
            process.waitFor();
        }
        assertThat(runThrough(file, data)).as("seed %d", seed).isEqualTo(wanted);
        assertThatTheBooksBalance(data);
    }
}
