package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Orders of earlier days are stored in a real program, whose books are checked after what is measured. */
class EarlierOrdersScenarioTests {

    @TempDir
    private Path folder;

    @Test
    void aMeasurementBeginsWithAsManyOrdersAsWereAsked() throws Exception {
        Path home = Path.of("..").toAbsolutePath().normalize();
        Path json = folder.resolve("result.json");

        int exit = Bench.run(
                home,
                List.of(
                        "one",
                        "--stored",
                        "1000",
                        "--warm-up",
                        "0",
                        "--runs",
                        "1",
                        "--seconds",
                        "1",
                        "--json",
                        json.toString(),
                        "--data",
                        folder.resolve("data").toString()));

        assertThat(exit).isZero();
        JsonNode result = Api.JSON.readTree(Files.readString(json));
        assertThat(result.path("stored").asLong()).isEqualTo(1_000);
        assertThat(result.at("/scenarios/0/figures/orders~1s/median").asDouble())
                .isPositive();
    }
}
