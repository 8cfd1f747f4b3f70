package dev.orderwright.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillScenarioTests {

    private static final int ROUNDS = 4;

    @TempDir
    private Path folder;

    /** Even rounds kill the program alone, which leaves its server running; odd rounds kill both, in the same moment. */
    @ParameterizedTest
    @ValueSource(longs = {20260302})
    void nothingAcknowledgedIsLost(long seed) throws Exception {
        Random random = new Random(seed);
        Set<Long> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            long server = writeAndKill(200 + random.nextInt(800), round % 2 == 1, acknowledged);
            try (OwnServer own = OwnServer.on(folder);
                    var connection = own.server.login().connect();
                    var rows = connection.createStatement().executeQuery("select id from acknowledged")) {
                Set<Long> kept = new HashSet<>();
                while (rows.next()) {
                    kept.add(rows.getLong(1));
                }
                assertThat(acknowledged).as("seed %d, round %d", seed, round).isNotEmpty();
                assertThat(kept).as("seed %d, round %d", seed, round).containsAll(acknowledged);
                assertThat(Signals.runs(server))
                        .as("the server that was left behind")
                        .isFalse();
            }
        }
    }

    private long writeAndKill(int rows, boolean serverToo, Set<Long> acknowledged) throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = program.inputReader();
        String line = output.readLine();
        while (line != null && !line.startsWith("server ")) {
            line = output.readLine();
        }
        assertThat(line).as("the writer started").isNotNull();
        long server = Long.parseLong(line.substring("server ".length()));
        for (int row = 0; row < rows; row++) {
            acknowledged.add(Long.parseLong(output.readLine()));
        }
        assertThat(FolderLock.take(folder))
                .as("a second program on the same folder")
                .isEmpty();
        program.toHandle().destroyForcibly();
        if (serverToo) {
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
        }
        output.lines().map(Long::parseLong).forEach(acknowledged::add);
        program.waitFor();
        return server;
    }
}
