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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
        return world.bean(Catalog.class)
                .define(cause(), List.of(draft("T" + ids.next(), ItemKind.STOCKED)))
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
                Set.of());
    }

    /** Runs work as a command in its transaction. */
    public <T> T inRun(Function<Run, T> work) {
        java.util.concurrent.atomic.AtomicReference<T> result = new java.util.concurrent.atomic.AtomicReference<>();
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

    /** Folds the ledger of an item from the tables themselves and compares it with each stored balance. */
    public void assertBalancesAreTheFoldOfTheMoves(long itemId) {
        for (Bucket bucket : Bucket.values()) {
            if (bucket.isInside()) {
                assertThat(query(
                                """
                                select count(*) from inventory.stock s
                                 where s.item_id = ? and s.%s <> (
                                       select coalesce(sum(case when m.to_bucket = '%s' and m.to_node_id = s.node_id
                                                                then m.quantity else 0 end
                                                         - case when m.from_bucket = '%s' and m.from_node_id = s.node_id
                                                                then m.quantity else 0 end), 0)
                                         from inventory.move m where m.item_id = s.item_id)
                                """.formatted(bucket.name().toLowerCase(java.util.Locale.ROOT), bucket, bucket),
                                itemId))
                        .as("drift in %s of item %d", bucket, itemId)
                        .isZero();
            }
        }
    }

    /** What lies in the bins is what is available or reserved. */
    public void assertBinsHoldWhatIsOnTheShelf(long itemId) {
        assertThat(query("""
                        select count(*) from inventory.stock s
                         where s.item_id = ? and s.available + s.reserved <> (
                               select coalesce(sum(b.quantity), 0) from inventory.bin_stock b
                                where b.item_id = s.item_id and b.node_id = s.node_id)
                        """, itemId)).as("bins of item %d", itemId).isZero();
    }

    long query(String sql, long parameter) {
        try (Connection connection = world.connection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameter);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
