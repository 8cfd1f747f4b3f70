package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people and programs look up, and trade that goes on, are measured on a real program. */
class TradeScenarioTests {

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
        assertThat(QuickLab.barred(reads))
                .contains("list page, few of a customer p95 ms", "order page p95 ms", "errors");
    }

    @Test
    void tradeGoesOnFromTheShopToTheMoneyAndIsLookedAtAtTenMoments() {
        Result soak = new Soak().run(lab, Duration.ofSeconds(6));

        assertThat(soak.value("not placed")).isZero();
        assertThat(soak.value("heap MB")).isBetween(20.0, soak.value("memory MB"));
        assertThat(QuickLab.table(soak, "moments").rows()).hasSize(10);
        assertThat(QuickLab.table(soak, "tables").rows().stream().map(List::getFirst))
                .contains("orders.sales_order", "orders.slice", "inventory.stock", "fulfilment.fulfilment_order");
        assertThat(QuickLab.barred(soak))
                .contains(
                        "heap, last to middle third",
                        "p99, last to first third",
                        "dead rows of allowed",
                        "facts unread, growth of what came");
    }
}
