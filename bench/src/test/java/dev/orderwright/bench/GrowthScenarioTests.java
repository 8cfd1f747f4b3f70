package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What tells how the cost grows is measured on a real program. */
class GrowthScenarioTests {

    @TempDir
    private Path folder;

    private JsonNode measure(String... scenarios) throws Exception {
        Path json = folder.resolve("result.json");
        List<String> words = new ArrayList<>(List.of(scenarios));
        words.addAll(List.of("--warm-up", "0", "--runs", "1", "--seconds", "1", "--json", json.toString()));
        words.addAll(List.of("--data", folder.resolve("data").toString()));
        assertThat(Bench.run(Path.of("..").toAbsolutePath().normalize(), words)).isZero();
        return Api.JSON.readTree(Files.readString(json)).path("scenarios");
    }

    private static double figure(JsonNode scenario, String name) {
        JsonNode figure = scenario.path("figures").path(name).path("median");
        assertThat(figure.isNumber()).as(name).isTrue();
        return figure.asDouble();
    }

    @Test
    void whatIsLookedUpIsAnsweredAndEachQuestionIsToldForItself() throws Exception {
        JsonNode reads = measure("reads").path(0);

        assertThat(figure(reads, "errors")).isZero();
        assertThat(List.of(
                        "API list, many by day p95 ms",
                        "list page, none of a channel p95 ms",
                        "API order p50 ms",
                        "order page p99 ms",
                        "search, e-mail p95 ms",
                        "start page p95 ms"))
                .allSatisfy(name -> assertThat(figure(reads, name)).isPositive());
        assertThat(reads.path("bars").findValuesAsString("figure"))
                .contains("list page, few of a customer p95 ms", "order page p95 ms", "errors");
    }
}
