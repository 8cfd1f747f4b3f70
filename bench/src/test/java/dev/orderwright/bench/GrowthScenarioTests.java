package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.bench.sourcing.SourcingJudge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tells how the cost grows, and how good plans are, is measured on a real program. */
class GrowthScenarioTests {

    private static Lab lab;

    @BeforeAll
    static void open(@TempDir Path folder) {
        lab = QuickLab.open(folder);
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void whatALineCostsIsToldByHowManyThereAreInAnOrder() {
        Result lines = Growth.lines().run(lab);

        assertThat(List.of("1 line", "3 lines", "50 lines", "1,000 lines")).allSatisfy(kind -> {
            assertThat(lines.value(kind + ": µs a line")).isGreaterThan(lines.value(kind + ": program µs a line"));
            assertThat(lines.value(kind + ": request p50 ms")).isPositive();
        });
        assertThat(QuickLab.barred(lines)).containsExactly("50 lines: times 3 lines", "1,000 lines: times 3 lines");
    }

    @Test
    void whatALineCostsIsToldByHowManyUnitsItHas() {
        Result units = Growth.units().run(lab);

        assertThat(units.value("1,000 units: times 1 unit")).isBetween(0.1, 10.0);
        assertThat(QuickLab.barred(units)).containsExactly("1,000 units: times 1 unit");
    }

    @Test
    void theMemoryIsToldAtEachTenthOfTheOrders() {
        Result bulk = new BulkMillion().run(lab);

        assertThat(bulk.value("refused")).isZero();
        assertThat(QuickLab.table(bulk, "tenths").rows())
                .hasSize(10)
                .allSatisfy(row -> assertThat(row).hasSize(7));
        assertThat(QuickLab.barred(bulk)).contains("memory, last to first tenth", "heap, last to first tenth");
    }

    @Test
    void plansOfTheSourcingAreHeldAgainstTheBest() {
        Result sourcing = new Sourcing(new SourcingJudge.Sizes(50, 5, 1, 1_000)).run(lab);

        assertThat(sourcing.value("small: worse than the best")).isZero();
        assertThat(sourcing.value("large: untrue")).isZero();
        assertThat(sourcing.value("backlog: promises broken")).isZero();
        assertThat(sourcing.value("backlog: shipments after"))
                .isPositive()
                .isLessThan(sourcing.value("backlog: shipments before"));
        assertThat(QuickLab.barred(sourcing)).contains("small: p99 ms", "backlog: seconds");
    }
}
