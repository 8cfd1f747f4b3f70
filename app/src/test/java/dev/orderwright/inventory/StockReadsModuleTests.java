package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.shared.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockReadsModuleTests {

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Inventory inventory = world.bean(Inventory.class);
    private final long node = goods.node();
    private final long far = goods.node();

    @Test
    void theLedgerIsPagedNewestFirstWithTheBalanceAfterEachMove() {
        long item = goods.item();
        goods.supply(item, node, 10);
        goods.supply(item, far, 4);
        goods.move(goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 3));
        goods.move(goods.move(item, node, Bucket.RESERVED, Bucket.PICKED, 3));
        goods.move(goods.move(item, node, Bucket.PICKED, Bucket.CUSTOMER, 3));
        goods.move(goods.move(item, node, Bucket.SUPPLIER, Bucket.INCOMING, 50));

        List<LedgerEntry> everywhere = ledger(item, null, 2);
        assertThat(everywhere)
                .extracting(LedgerEntry::to)
                .containsExactly(
                        Bucket.INCOMING,
                        Bucket.CUSTOMER,
                        Bucket.PICKED,
                        Bucket.RESERVED,
                        Bucket.AVAILABLE,
                        Bucket.AVAILABLE);
        assertThat(everywhere).extracting(LedgerEntry::onHandAfter).containsExactly(11L, 11L, 14L, 14L, 14L, 10L);
        assertThat(everywhere).extracting(LedgerEntry::availableAfter).containsExactly(11L, 11L, 11L, 11L, 14L, 10L);
        assertThat(ledger(item, far, 3))
                .singleElement()
                .satisfies(entry -> assertThat(entry.onHandAfter()).isEqualTo(4));
        assertThat(ledger(item, node, 1)).extracting(LedgerEntry::onHandAfter).containsExactly(7L, 7L, 10L, 10L, 10L);
        assertThat(ledger(goods.item(), null, 5)).isEmpty();
    }

    private List<LedgerEntry> ledger(long item, @Nullable Long at, int limit) {
        List<LedgerEntry> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<LedgerEntry> page = inventory.ledger(item, at, cursor, limit);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void theOverviewFiltersByTextNodeAndBucketAndPages() {
        String prefix = "OV" + goods.item();
        List<Long> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            items.add(goods.item(prefix + "-" + (char) ('A' + i)));
        }
        goods.supply(items.get(2), node, 5);
        goods.supply(items.get(7), node, 5);
        goods.supply(items.get(7), far, 1);
        goods.move(goods.move(items.get(7), node, Bucket.AVAILABLE, Bucket.DAMAGED, 2));

        assertThat(overview(new StockFilter(prefix, null, null), 5)).containsExactlyElementsOf(items);
        assertThat(overview(new StockFilter(prefix, node, null), 1)).containsExactly(items.get(2), items.get(7));
        assertThat(overview(new StockFilter(prefix, far, Bucket.AVAILABLE), 5)).containsExactly(items.get(7));
        assertThat(overview(new StockFilter(prefix, null, Bucket.DAMAGED), 5)).containsExactly(items.get(7));
        assertThat(overview(new StockFilter(prefix, far, Bucket.DAMAGED), 5)).isEmpty();
        assertThat(overview(new StockFilter("", node, null), 2)).containsExactly(items.get(2), items.get(7));
        assertThat(inventory
                        .overview(new StockFilter(prefix, null, null), null, 50)
                        .items()
                        .get(7))
                .satisfies(row -> {
                    assertThat(row.onHand()).isEqualTo(6);
                    assertThat(row.total(Bucket.AVAILABLE)).isEqualTo(4);
                    assertThat(row.levels()).hasSize(2);
                });
    }

    private List<Long> overview(StockFilter filter, int limit) {
        List<Long> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<StockRow> page = inventory.overview(filter, cursor, limit);
            page.items().forEach(row -> all.add(row.item().id()));
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void levelsAtANodeArePagedByItem() {
        List<Long> items = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            items.add(goods.item());
            goods.supply(items.get(i), node, i + 1);
        }
        Page<StockLevel> first = inventory.levelsAt(node, null, 3);
        Page<StockLevel> second = inventory.levelsAt(node, first.next(), 3);
        assertThat(first.items())
                .extracting(level -> level.key().itemId())
                .containsExactlyElementsOf(items.subList(0, 3));
        assertThat(second.items()).extracting(StockLevel::available).containsExactly(4L, 5L);
        assertThat(second.next()).isNull();
        assertThat(inventory.totals().stream().filter(level -> level.key().nodeId() == node))
                .singleElement()
                .satisfies(level -> assertThat(level.available()).isEqualTo(15));
    }

    @Test
    void openSupplyIsListedSoonestFirst() {
        long item = goods.item();
        LocalDate day = LocalDate.of(2026, 3, 9);
        inventory
                .announceSupply(
                        goods.cause(),
                        List.of(
                                new SupplyDraft(item, node, day.plusDays(2), 1, "c"),
                                new SupplyDraft(item, node, day, 2, "a"),
                                new SupplyDraft(item, far, day, 3, "b"),
                                new SupplyDraft(item, node, day.plusDays(1), 4, "a")))
                .orThrow();
        List<Supply> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<Supply> page = inventory.openSupplies(node, cursor, 2);
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).extracting(Supply::quantity).containsExactly(2L, 4L, 1L);
        assertThat(seen.get(0).number())
                .isEqualTo(seen.get(1).number())
                .isNotEqualTo(seen.get(2).number());
    }

    @Test
    void openTransfersAreListedNewestFirst() {
        long item = goods.item();
        goods.supply(item, node, 10);
        long first = ship(item);
        long second = ship(item);
        inventory.closeTransfer(goods.cause(), first).orThrow();
        assertThat(inventory.transfers(true, null, 50).items())
                .extracting(Transfer::id)
                .contains(second)
                .doesNotContain(first);
        assertThat(inventory.transfers(false, null, 2).items())
                .extracting(Transfer::id)
                .containsExactly(second, first);
        assertThat(inventory
                        .transfers(
                                false,
                                Objects.requireNonNull(
                                        inventory.transfers(false, null, 1).next()),
                                1)
                        .items())
                .extracting(Transfer::id)
                .containsExactly(first);
    }

    private long ship(long item) {
        return inventory
                .shipTransfer(
                        goods.cause(),
                        new TransferDraft(
                                node,
                                far,
                                LocalDate.of(2026, 3, 9),
                                "",
                                "",
                                List.of(new TransferDraft.TransferLine(item, 2, ""))))
                .orThrow()
                .id();
    }

    @Test
    void chargesAreNotInTheOverview() {
        long charge = goods.charge();
        var item = Objects.requireNonNull(
                world.bean(Catalog.class).byId(Set.of(charge)).get(charge));
        assertThat(inventory
                        .overview(new StockFilter(item.sku().code(), null, null), null, 10)
                        .items())
                .isEmpty();
    }
}
