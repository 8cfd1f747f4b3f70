package dev.orderwright.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.bench.kill.Notebook.Goods;
import dev.orderwright.bench.kill.Notebook.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The audit finds each kind of harm: a gate that cannot close proves nothing. */
class AuditRulesTests {

    private final Notebook notebook = new Notebook("k1");
    private final List<Stored.Order> orders = new ArrayList<>();
    private final Map<String, Long> available = new HashMap<>();

    private Wanted acknowledged(Goods goods, String sku, long units, String number) {
        Wanted order = notebook.wants(goods, sku, units);
        notebook.placed(order, number);
        return order;
    }

    private void stored(Wanted order, String number, Map<String, Long> units) {
        orders.add(new Stored.Order(order.externalId(), number, "CONFIRMED", units));
    }

    private Audit.Found compare() {
        return Audit.compare(notebook, new Stored(orders, available));
    }

    private static void assertCounts(Audit.Found found, long lost, long duplicates, long oversold, long untrue) {
        assertThat(List.of(found.lost(), found.duplicates(), found.oversold(), found.untrue()))
                .as(found.findings().toString())
                .containsExactly(lost, duplicates, oversold, untrue);
    }

    @Test
    void whatIsStoredAsItWasAcknowledgedIsWell() {
        Wanted order = acknowledged(Goods.PLENTY, "A", 3, "SO-1");
        notebook.cancelled(order, 1, 0);
        notebook.shipped("SO-1", 2);
        notebook.received("COUNTED-1", 5);
        available.put("COUNTED-1", 5L);
        stored(order, "SO-1", Map.of("CANCELLED", 1L, "SHIPPED", 2L));
        Wanted refused = notebook.wants(Goods.SCARCE, "B", 1);
        notebook.refused(refused, "out-of-stock");
        assertCounts(compare(), 0, 0, 0, 0);
    }

    @Test
    void anAcknowledgedOrderThatIsNotStoredIsLost() {
        acknowledged(Goods.PLENTY, "A", 3, "SO-1");
        assertCounts(compare(), 1, 0, 0, 0);
    }

    @Test
    void anOrderThatIsStoredTwiceIsADuplicate() {
        Wanted order = acknowledged(Goods.PLENTY, "A", 3, "SO-1");
        stored(order, "SO-1", Map.of("RESERVED", 3L));
        stored(order, "SO-2", Map.of("RESERVED", 3L));
        assertCounts(compare(), 0, 1, 0, 0);
    }

    @Test
    void anOrderThatWasRefusedAndIsStoredIsUntrue() {
        Wanted order = notebook.wants(Goods.SCARCE, "B", 1);
        notebook.refused(order, "internal-error");
        stored(order, "SO-1", Map.of("RESERVED", 1L));
        notebook.received("B", 1);
        assertCounts(compare(), 0, 0, 0, 1);
    }

    @Test
    void twoAnswersToOneQuestionAreUntrue() {
        Wanted order = acknowledged(Goods.PLENTY, "A", 3, "SO-1");
        stored(order, "SO-1", Map.of("RESERVED", 3L));
        notebook.refused(order, "out-of-stock");
        assertCounts(compare(), 0, 0, 0, 1);
    }

    @Test
    void anOrderThatNobodyHasPlacedIsUntrue() {
        orders.add(new Stored.Order("of nobody", "SO-9", "CONFIRMED", Map.of("RESERVED", 1L)));
        assertCounts(compare(), 0, 0, 0, 1);
    }

    @Test
    void moreSoldThanCameInIsOversold() {
        notebook.received("B", 3);
        stored(acknowledged(Goods.SCARCE, "B", 2, "SO-1"), "SO-1", Map.of("RESERVED", 2L));
        stored(acknowledged(Goods.SCARCE, "B", 3, "SO-2"), "SO-2", Map.of("SHIPPED", 1L, "RESERVED", 2L));
        notebook.shipped("SO-2", 1);
        assertCounts(compare(), 0, 0, 2, 0);
    }

    @Test
    void unitsThatAreNeitherSoldNorThereAreUntrue() {
        notebook.received("B", 3);
        available.put("B", 0L);
        stored(acknowledged(Goods.SCARCE, "B", 2, "SO-1"), "SO-1", Map.of("RESERVED", 2L));
        assertCounts(compare(), 0, 0, 0, 1);
    }

    @Test
    void cancellationsThatDidNotHappenAreLostAndThoseThatHappenedTwiceAreDuplicates() {
        Wanted forgotten = acknowledged(Goods.PLENTY, "A", 3, "SO-1");
        notebook.cancelled(forgotten, 3, 0);
        stored(forgotten, "SO-1", Map.of("RESERVED", 3L));
        Wanted doubled = acknowledged(Goods.PLENTY, "A", 4, "SO-2");
        notebook.cancelled(doubled, 1, 1);
        stored(doubled, "SO-2", Map.of("CANCELLED", 3L, "RESERVED", 1L));
        assertCounts(compare(), 1, 1, 0, 0);
    }

    @Test
    void receiptsAndHandOversAreCountedToo() {
        notebook.received("COUNTED-1", 5);
        available.put("COUNTED-1", 4L);
        notebook.received("COUNTED-2", 5);
        available.put("COUNTED-2", 10L);
        Wanted forgotten = acknowledged(Goods.PLENTY, "A", 1, "SO-1");
        notebook.shipped("SO-1", 1);
        stored(forgotten, "SO-1", Map.of("PACKED", 1L));
        Wanted unasked = acknowledged(Goods.PLENTY, "A", 1, "SO-2");
        stored(unasked, "SO-2", Map.of("SHIPPED", 1L));
        assertCounts(compare(), 2, 2, 0, 0);
    }
}
