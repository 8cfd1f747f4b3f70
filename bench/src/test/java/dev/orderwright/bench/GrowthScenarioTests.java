package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.bench.Result.Bar;
import dev.orderwright.bench.Result.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells how the cost grows, and whether anything else does, is measured on a real program. */
class GrowthScenarioTests {

    private static Lab lab;

    @BeforeAll
    static void open(@TempDir Path folder) {
        Path home = Path.of("..").toAbsolutePath().normalize();
        List<String> quickly = List.of("--warm-up", "0", "--runs", "1", "--seconds", "1", "--orders", "5000");
        List<String> rarely = List.of("--java", "-XX:TieredStopAtLevel=1");
        Options quick = Options.parse(
                home, Stream.concat(quickly.stream(), rarely.stream()).toList());
        lab = new Lab(quick, Subject.start(home, folder, Optional.empty(), Bench.javaOptions(quick)), said -> {});
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    private static List<String> barred(Result result) {
        return result.bars().stream().map(Bar::figure).toList();
    }

    private static Table table(Result result, String name) {
        return result.tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsLookedUpIsAnsweredAndEachQuestionIsToldForItself() {
        Result reads = new Reads().run(lab);

        assertThat(reads.value("errors")).isZero();
        assertThat(List.of(
                        "API list, many by day p95 ms",
                        "list page, none of a channel p95 ms",
                        "API order p50 ms",
                        "order page p99 ms",
                        "search, e-mail p95 ms",
                        "start page p95 ms"))
                .allSatisfy(name -> assertThat(reads.value(name)).isPositive());
        assertThat(barred(reads)).contains("list page, few of a customer p95 ms", "order page p95 ms", "errors");
    }

    @Test
    void whatALineCostsIsToldByHowManyThereAreInAnOrder() {
        Result lines = Growth.lines().run(lab);

        assertThat(List.of("1 line", "3 lines", "50 lines", "1,000 lines")).allSatisfy(kind -> {
            assertThat(lines.value(kind + ": µs a line")).isGreaterThan(lines.value(kind + ": program µs a line"));
            assertThat(lines.value(kind + ": request p50 ms")).isPositive();
        });
        assertThat(barred(lines)).containsExactly("50 lines: times 3 lines", "1,000 lines: times 3 lines");
    }

    @Test
    void whatALineCostsIsToldByHowManyUnitsItHas() {
        Result units = Growth.units().run(lab);

        assertThat(units.value("1,000 units: times 1 unit")).isBetween(0.1, 10.0);
        assertThat(barred(units)).containsExactly("1,000 units: times 1 unit");
    }

    @Test
    void tradeGoesOnFromTheShopToTheMoneyAndIsLookedAtAtTenMoments() {
        Result soak = new Soak().run(lab, Duration.ofSeconds(6));

        assertThat(soak.value("not placed")).isZero();
        assertThat(soak.value("heap MB")).isBetween(20.0, soak.value("memory MB"));
        assertThat(table(soak, "moments").rows()).hasSize(10);
        assertThat(table(soak, "tables").rows().stream().map(List::getFirst))
                .contains("orders.sales_order", "orders.slice", "inventory.stock", "fulfilment.fulfilment_order");
        assertThat(barred(soak))
                .contains(
                        "heap, last to middle third",
                        "p99, last to first third",
                        "dead rows of allowed",
                        "facts unread, growth of what came");
    }

    @Test
    void theMemoryIsToldAtEachTenthOfTheOrders() {
        Result bulk = new BulkMillion().run(lab);

        assertThat(bulk.value("refused")).isZero();
        assertThat(table(bulk, "tenths").rows())
                .hasSize(10)
                .allSatisfy(row -> assertThat(row).hasSize(7));
        assertThat(barred(bulk)).contains("memory, last to first tenth", "heap, last to first tenth");
    }
}
