package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** Items and nodes of a test's own, and the laws their stock must obey. */
public final class Goods {

    private final World world;
    private final Ids ids;
    private final Commands commands;
    private final Stock stock;

    public Goods(World world) {
        this.world = world;
        ids = world.bean(Ids.class);
        commands = world.bean(Commands.class);
        stock = world.bean(Stock.class);
    }

    public Cause cause() {
        return Cause.of(Actor.user("tester"), "k" + ids.next(), world.clock().instant());
    }

    /** A new item that is counted in whole units. */
    public long item() {
        return item("T" + ids.next());
    }

    public long item(String sku) {
        return world.bean(Catalog.class)
                .define(cause(), List.of(draft(sku, ItemKind.STOCKED)))
                .orThrow()
                .items()
                .getFirst()
                .id();
    }

    /** A new charge. */
    public long charge() {
        return world.bean(Catalog.class)
                .define(cause(), List.of(draft("S" + ids.next(), ItemKind.SERVICE)))
                .orThrow()
                .items()
                .getFirst()
                .id();
    }

    private static ItemDraft draft(String sku, ItemKind kind) {
        return new ItemDraft(
                Sku.of(sku), "Test " + sku, kind, 0, 250, new BigDecimal("2.95"), "GBP", TaxCategory.STANDARD, null);
    }

    /** A new warehouse in London that works from Monday to Friday. */
    public long node() {
        return node("N" + ids.next(), true);
    }

    public long node(String code, boolean active) {
        return world.bean(Inventory.class)
                .defineNodes(cause(), List.of(nodeDraft(code, active)))
                .orThrow()
                .nodes()
                .getFirst()
                .id();
    }

    static NodeDraft nodeDraft(String code, boolean active) {
        return nodeDraft(code, active, Set.of());
    }

    static NodeDraft nodeDraft(String code, boolean active, Set<LocalDate> closedDays) {
        return new NodeDraft(
                code,
                "Warehouse " + code,
                NodeKind.WAREHOUSE,
                ZoneId.of("Europe/London"),
                "1 Dock Road",
                "London",
                "E16 1AA",
                "GB",
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(14, 0),
                0,
                true,
                active,
                closedDays);
    }

    /** Runs work as a command in its transaction. */
    public <T> T inRun(Function<Run, T> work) {
        AtomicReference<T> result = new AtomicReference<>();
        commands.once(cause(), "test", "test", String.class, run -> {
                    result.set(work.apply(run));
                    return Outcome.done("done");
                })
                .orThrow();
        return result.get();
    }

    public void run(Consumer<Run> work) {
        inRun(run -> {
            work.accept(run);
            return true;
        });
    }

    /** Puts units on the shelf as a supplier's delivery would. */
    public void supply(long itemId, long nodeId, long quantity) {
        supply(itemId, nodeId, quantity, "");
    }

    public void supply(long itemId, long nodeId, long quantity, String bin) {
        move(new StockMove(
                itemId, nodeId, Bucket.SUPPLIER, nodeId, Bucket.AVAILABLE, quantity, "TEST", "TEST", 1, 1, bin));
    }

    public StockMove move(long itemId, long nodeId, Bucket from, Bucket to, long quantity) {
        return new StockMove(itemId, nodeId, from, nodeId, to, quantity, "TEST", "TEST", 1, 1);
    }

    public void move(StockMove... moves) {
        run(run -> stock.move(run, List.of(moves)));
    }

    public StockLevel level(long itemId, long nodeId) {
        StockKey key = new StockKey(itemId, nodeId);
        return inRun(run -> List.copyOf(stock.lock(run, List.of(key)).values())).getFirst();
    }

    /**
     * Re-derives what is stored of these items from the tables themselves: each balance is the fold of its moves, and
     * what lies in the bins is what is available or reserved.
     */
    public void assertLaws(Collection<Long> itemIds) {
        assertThat(strings(DRIFT, itemIds))
                .as("balances that are not the fold of their moves")
                .isEmpty();
        assertThat(strings(BINS, itemIds))
                .as("bins that do not hold what is on the shelf")
                .isEmpty();
    }

    private static final String DRIFT = """
            with stored as (
                select s.item_id, s.node_id, b.bucket, b.quantity
                  from inventory.stock s
                 cross join lateral (values ('AVAILABLE', s.available), ('RESERVED', s.reserved), ('PICKED', s.picked),
                                            ('QC_HOLD', s.qc_hold), ('DAMAGED', s.damaged),
                                            ('QUARANTINE', s.quarantine), ('IN_TRANSIT', s.in_transit),
                                            ('INCOMING', s.incoming)) as b (bucket, quantity)
                 where s.item_id = any(?)),
            folded as (
                select e.item_id, e.node_id, e.bucket, sum(e.quantity) as quantity
                  from inventory.move m
                 cross join lateral (values (m.item_id, m.to_node_id, m.to_bucket, m.quantity),
                                            (m.item_id, m.from_node_id, m.from_bucket, -m.quantity))
                                    as e (item_id, node_id, bucket, quantity)
                 where m.item_id = any(?) and e.bucket not in ('SUPPLIER', 'CUSTOMER', 'PRODUCTION', 'LOSS')
                 group by e.item_id, e.node_id, e.bucket)
            select concat_ws(' ', item_id, node_id, bucket, 'stored', s.quantity, 'folded', f.quantity)
              from stored s full join folded f using (item_id, node_id, bucket)
             where coalesce(s.quantity, 0) <> coalesce(f.quantity, 0)
            """;

    private static final String BINS = """
            select concat_ws(' ', s.item_id, s.node_id, 'shelf', s.available + s.reserved, 'bins', b.quantity)
              from inventory.stock s
              left join (select item_id, node_id, sum(quantity) as quantity from inventory.bin_stock
                          where item_id = any(?) group by item_id, node_id) b using (item_id, node_id)
             where s.item_id = any(?) and s.available + s.reserved <> coalesce(b.quantity, 0)
            """;

    private List<String> strings(String sql, Collection<Long> itemIds) {
        try (Connection connection = world.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Array ids = connection.createArrayOf("bigint", itemIds.toArray());
            statement.setArray(1, ids);
            statement.setArray(2, ids);
            List<String> strings = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    strings.add(result.getString(1));
                }
            }
            return strings;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
