package dev.orderwright.inventory;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens and programs see of the stock. Nothing is locked. */
@Component
class StockReads {

    private static final int ITEMS_AT_ONCE = 500;
    /** How far one page looks for items that fit; whoever filters for what is rare goes on from there. */
    private static final int ROUNDS_MAX = 40;

    private final Catalog catalog;
    private final StockStore stock;
    private final BinStore bins;
    private final LedgerStore ledger;
    private final LimitStore limits;
    private final Outlook outlook;

    StockReads(
            Catalog catalog, StockStore stock, BinStore bins, LedgerStore ledger, LimitStore limits, Outlook outlook) {
        this.catalog = catalog;
        this.stock = stock;
        this.bins = bins;
        this.ledger = ledger;
        this.limits = limits;
        this.outlook = outlook;
    }

    Map<Long, List<StockLevel>> levels(Collection<Long> itemIds) {
        return itemIds.isEmpty()
                ? Map.of()
                : stock.ofItems(itemIds).stream()
                        .collect(Collectors.groupingBy(level -> level.key().itemId()));
    }

    Page<StockLevel> levelsAt(long nodeId, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        return Page.of(
                stock.atNode(nodeId, after, Page.rowsFor(limit)),
                limit,
                level -> Cursor.of(level.key().itemId()));
    }

    /** Items by SKU, with their levels; goes through the catalog until the page is full. */
    Page<StockRow> overview(StockFilter filter, @Nullable String cursor, int limit) {
        int wanted = Page.rowsFor(limit) - 1;
        boolean filtered = filter.looksAtLevels();
        List<StockRow> rows = new ArrayList<>();
        String next = cursor;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            Page<Item> items = catalog.search(filter.text(), next, filtered ? ITEMS_AT_ONCE : wanted);
            for (StockRow row : rows(filter, filtered, items.items())) {
                rows.add(row);
                if (rows.size() == wanted) {
                    boolean more = items.next() != null
                            || row.item().id() != items.items().getLast().id();
                    return new Page<>(rows, more ? Cursor.of(row.item().sku()).text() : null);
                }
            }
            next = items.next();
            if (next == null) {
                break;
            }
        }
        return new Page<>(rows, next);
    }

    private List<StockRow> rows(StockFilter filter, boolean filtered, List<Item> items) {
        List<Item> stocked = items.stream().filter(Item::isStocked).toList();
        List<Long> ids = stocked.stream().map(Item::id).toList();
        Map<Long, List<StockLevel>> levels = levels(ids);
        Map<StockKey, Long> keptBack = filter.shortfall() == null
                ? Map.of()
                : keptBack(ids, filter.shortfall().on());
        return stocked.stream()
                .map(item -> new StockRow(
                        item,
                        levels.getOrDefault(item.id(), List.of()).stream()
                                .filter(level -> filter.shows(level, keptBack))
                                .toList()))
                .filter(row -> !filtered || !row.levels().isEmpty())
                .toList();
    }

    Map<StockKey, Long> keptBack(Collection<Long> itemIds, LocalDate on) {
        return itemIds.isEmpty() ? Map.of() : limits.limits(itemIds, "", on);
    }

    List<StockLevel> totals() {
        return stock.totals();
    }

    Page<LedgerEntry> ledger(long itemId, @Nullable Long nodeId, @Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(
                ledger.page(itemId, Objects.requireNonNullElse(nodeId, 0L), before, limit),
                limit,
                entry -> Cursor.of(entry.id()));
    }

    List<BinStock> bins(Collection<Long> itemIds) {
        return itemIds.isEmpty() ? List.of() : bins.ofItems(itemIds);
    }

    Page<Supply> openSupplies(@Nullable Long nodeId, @Nullable String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, Cursor.of(LocalDate.of(1, 1, 1), 0, 0));
        return Page.of(
                outlook.supplies()
                        .open(
                                Objects.requireNonNullElse(nodeId, 0L),
                                after.day(0),
                                after.number(1),
                                after.number(2),
                                limit),
                limit,
                supply -> Cursor.of(supply.expectedOn(), supply.itemId(), supply.id()));
    }

    /** From suppliers and other nodes, soonest first. */
    List<ExpectedSupply> expected(long itemId) {
        return outlook.supplies().expected(List.of(itemId)).stream()
                .sorted(Comparator.comparing(ExpectedSupply::expectedOn))
                .toList();
    }

    List<WaitingDemand.Waiting> waiting(long itemId) {
        return outlook.waiting(itemId);
    }

    List<Supply> suppliesOf(long itemId, int limit) {
        return outlook.supplies().ofItem(itemId, limit);
    }

    Page<Transfer> transfers(boolean openOnly, @Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(outlook.transfers().list(openOnly, before, limit), limit, transfer -> Cursor.of(transfer.id()));
    }

    Optional<Transfer> transfer(long id) {
        return outlook.transfers().find(id);
    }
}
