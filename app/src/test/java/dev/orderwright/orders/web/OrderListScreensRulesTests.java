package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.orders.OrderQueries.Row;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderListScreensRulesTests {

    private static final Instant TIME = Instant.parse("2026-03-02T10:15:00Z");
    private static final Row ROW = new Row(
            1,
            "100001",
            "WEB",
            "W-1",
            "Ann",
            "GB",
            Lifecycle.CONFIRMED,
            0,
            TIME,
            100,
            "GBP",
            null,
            null,
            1,
            List.of(),
            Map.of());
    private static final Link HERE = new Link("/orders", Map.of("view", "all", "after", "99"));

    @Test
    void aListThatIsCompleteSaysHowManyItHas() {
        assertThat(pager(1, null, null, false)).isEqualTo(new Pager("1 order", "", ""));
        assertThat(pager(12, null, null, true)).isEqualTo(new Pager("12 orders", "/orders?view=all", ""));
    }

    @Test
    void aFullPageLeadsToTheNextOne() {
        Pager pager = pager(50, 7L, null, false);

        assertThat(pager.text()).isEqualTo("50 orders shown, there are more");
        assertThat(pager.nextUrl()).contains("view=all").contains("after=7").doesNotContain("99");
        assertThat(pager.nextText()).isEqualTo("Next");
    }

    @Test
    void aPageThatEndsWhereEnoughWasLookedThroughOffersToLookFurtherBack() {
        Pager none = pager(0, 7L, TIME, false);

        assertThat(none.text()).startsWith("None fits among orders back to ").contains("2026");
        assertThat(none.nextText()).isEqualTo("Look further back");
        assertThat(none.nextUrl()).contains("after=7");
        assertThat(pager(1, 7L, TIME, false).text()).startsWith("1 order fits among orders back to ");
        assertThat(pager(3, 7L, TIME, true).text()).startsWith("3 orders fit among orders back to ");
    }

    private static Pager pager(int rows, @Nullable Long next, @Nullable Instant lookedBackTo, boolean later) {
        return OrderListScreens.pager(
                new Listed(Collections.nCopies(rows, ROW), next, lookedBackTo), HERE, later, ZoneOffset.UTC);
    }
}
