package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Orderwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptScenarioTests {

    private static final int ENDED_BY_SIGTERM = 143;

    @TempDir
    private Path folder;

    @Test
    void anInterruptionLeavesTheImportToTheProgramThatRunsIt() throws Exception {
        try (AnsweringServer server = new AnsweringServer()) {
            server.on(
                    "POST /api/v1/imports/retail?through=placed&dryRun=false",
                    new AnsweringServer.Answer(202, Map.of("Location", "/api/v1/imports/7"), "{\"id\": 7}"));
            server.on("GET /api/v1/imports/7", 200, """
                    {"state": "RUNNING", "phase": "Placing orders", "done": 1, "total": 3}""");
            Path file = Files.writeString(folder.resolve("retail.csv"), "Invoice\n");
            Process command = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Orderwright.class.getName(),
                            "import",
                            "retail",
                            file.toString(),
                            "--server",
                            server.url())
                    .redirectErrorStream(true)
                    .start();
            var output = command.inputReader();
            String line = output.readLine();
            while (line != null && !line.startsWith("Placing orders: 1 of 3")) {
                line = output.readLine();
            }
            assertThat(line).as("the import is followed").isNotNull();

            command.toHandle().destroy();

            assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(command.exitValue()).isEqualTo(ENDED_BY_SIGTERM);
            assertThat(output.lines())
                    .containsExactly("Interrupted; what was sent goes on in the program at " + server.url());
        }
    }
}
