package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportRulesTests {

    private final Result result = new Result(Scenarios.ALL.getFirst())
            .figure("orders/s", "orders", List.of(4_000.0, 6_000.0, 5_500.0))
            .figure("plain SQL orders/s", "orders", List.of(1_000.0, 2_000.0))
            .figure("p99 ms", "ms", 12.34)
            .atLeast("orders/s", 5_000)
            .atMost("p99 ms", 12);

    @Test
    void theMedianCountsAndTheSpreadIsTold() {
        assertThat(result.value("orders/s")).isEqualTo(5_500);
        assertThat(result.value("plain SQL orders/s")).isEqualTo(1_500);
        assertThat(Report.text(result)).contains("orders/s", "5,500", "(4,000 to 6,000)", "12.3");
    }

    @Test
    void aBarIsMetOrMissed() {
        assertThat(result.bars().stream().map(result::met)).containsExactly(true, false);
        assertThat(Report.bar(result, result.bars().getFirst()))
                .isEqualTo("  met    place orders/s: 5,500, at least 5,000");
        assertThat(Report.bar(result, result.bars().getLast())).isEqualTo("  MISSED place p99 ms: 12.3, at most 12");
    }

    @Test
    void programsReadTheSame() {
        JsonNode report = Api.JSON.readTree(Report.json(Options.parse(Path.of("."), List.of()), List.of(result)));
        JsonNode place = report.path("scenarios").path(0);
        assertThat(place.path("name").asString()).isEqualTo("place");
        assertThat(place.path("figures").path("orders/s").path("median").asDouble())
                .isEqualTo(5_500);
        assertThat(place.path("bars").path(1).path("met").asBoolean()).isFalse();
    }

    @Test
    void aTableStandsInColumnsAndItsNumbersStayNumbersForPrograms() {
        Result table = new Result(Scenarios.ALL.getFirst())
                .table(
                        "moments",
                        List.of("table", "rows"),
                        List.of(List.of("orders.slice", 12_000), List.of("a", 3.14159)));
        assertThat(Report.text(table).lines().skip(1))
                .containsExactly(
                        "  moments", "  table           rows", "  orders.slice  12,000", "  a               3.14");
        JsonNode report = Api.JSON.readTree(Report.json(Options.parse(Path.of("."), List.of()), List.of(table)));
        assertThat(report.at("/scenarios/0/tables/0/name").asString()).isEqualTo("moments");
        assertThat(report.at("/scenarios/0/tables/0/rows/1/1").asDouble()).isEqualTo(3.14159);
    }

    @Test
    void thePictureHasABarForTheProgramAndOneForPlainSql() {
        String svg = Plot.svg(List.of(result));
        assertThat(svg).startsWith("<svg").endsWith("</svg>\n").contains(">5,500<", ">1,500<", ">place<");
    }
}
