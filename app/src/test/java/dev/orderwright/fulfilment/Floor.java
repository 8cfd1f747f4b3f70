package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A warehouse floor for tests: short ways to release and pick, and the laws that hold after every step. */
public final class Floor {

    /** The login of {@link Shop#cause()}. */
    public static final String PICKER = "tester";

    public final World world;
    public final Shop shop;
    public final Fulfilment fulfilment;
    public final FulfilmentQueries queries;

    public Floor(World world) {
        this.world = world;
        shop = new Shop(world);
        fulfilment = world.bean(Fulfilment.class);
        queries = world.bean(FulfilmentQueries.class);
    }

    /** Lays units into a bin. */
    public void stock(long nodeId, Goods item, String bin, long quantity) {
        shop.inRun(run -> {
            world.bean(Stock.class)
                    .move(
                            run,
                            List.of(new StockMove(
                                    item.id(),
                                    nodeId,
                                    Bucket.SUPPLIER,
                                    nodeId,
                                    Bucket.AVAILABLE,
                                    quantity,
                                    "RECEIPT",
                                    "test",
                                    1,
                                    0,
                                    bin)));
            return "stocked";
        });
    }

    /** Releases everything that waits at a node. */
    public List<Released.Work> release(long nodeId) {
        return fulfilment
                .release(shop.cause(), new ReleaseFilter(nodeId, null, null), 100)
                .orThrow()
                .works();
    }

    /** Releases what waits at a node, which is one order. */
    public long releaseOne(long nodeId) {
        List<Released.Work> works = release(nodeId);
        assertThat(works).hasSize(1);
        return works.getFirst().fulfilmentId();
    }

    /** Places an order and brings it to where somebody begins to pick it at the node. */
    public long beginOne(long nodeId, Placed placed) {
        long id = releaseOne(nodeId);
        assertThat(work(id).orderId()).isEqualTo(placed.orderId());
        begin(id);
        return id;
    }

    public void begin(long id) {
        fulfilment.accept(shop.cause(), id).orThrow();
        fulfilment.startPick(shop.cause(), id, PICKER).orThrow();
    }

    public FulfilmentOrder work(long id) {
        return queries.byId(id).orElseThrow();
    }

    public FulfilmentState state(long id) {
        return work(id).state();
    }

    public Outcome<WorkResult> pick(long id, Goods item, String bin, long quantity) {
        return fulfilment.pick(shop.cause(), id, List.of(new Scan(item.sku(), bin, quantity)));
    }

    /** Picks what is open, as the list says. */
    public void pickAll(long id) {
        fulfilment.pick(shop.cause(), id, openScans(id)).orThrow();
    }

    public List<Scan> openScans(long id) {
        List<Scan> scans = new ArrayList<>();
        for (PickList.Stop stop : queries.pickList(id).orElseThrow().stops()) {
            if (stop.task().open() > 0) {
                scans.add(new Scan(stop.sku(), stop.task().bin(), stop.task().open()));
            }
        }
        return scans;
    }

    public List<PickTask> tasks(long id) {
        return queries.pickList(id).orElseThrow().stops().stream()
                .map(PickList.Stop::task)
                .toList();
    }

    public static List<String> codes(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.refusals().stream().map(refusal -> refusal.code()).toList()
                : List.of();
    }

    /** The laws over everything that orders touch; tests of the stock alone reserve without orders. */
    public void assertLawsHold() {
        assertThat(count("""
                select count(*) from (
                    select b.item_id, b.node_id, b.bin, b.claimed,
                           (select coalesce(sum(t.quantity - t.picked - t.missing - t.dropped), 0)
                              from fulfilment.pick_task t
                              join fulfilment.fulfilment_order f on f.order_id = t.order_id and f.id = t.fulfilment_id
                             where t.item_id = b.item_id and f.node_id = b.node_id and t.bin = b.bin) as open
                      from inventory.bin_stock b) x
                 where x.claimed <> x.open
                """))
                .as("bins whose claims are not the open rest of their pick tasks")
                .isZero();
        assertThat(count("""
                select count(*) from inventory.stock s
                 where s.available + s.reserved <> (select coalesce(sum(b.quantity), 0) from inventory.bin_stock b
                                                     where b.item_id = s.item_id and b.node_id = s.node_id)
                """)).as("stock that does not lie in the bins").isZero();
        assertThat(count("""
                select count(*) from inventory.stock s
                 where exists (select 1 from orders.order_line o where o.item_id = s.item_id)
                   and (s.reserved <> (select coalesce(sum(l.quantity), 0) from orders.slice l
                                        where l.item_id = s.item_id and l.node_id = s.node_id
                                          and l.state in ('RESERVED', 'RELEASED'))
                        or s.picked <> (select coalesce(sum(l.quantity), 0) from orders.slice l
                                         where l.item_id = s.item_id and l.node_id = s.node_id
                                           and l.state in ('PICKED', 'PACKED')))
                """)).as("stock that is not what the slices say").isZero();
        assertThat(count("""
                select count(*) from fulfilment.fulfilment_order f
                 cross join lateral (
                       select coalesce(sum(s.quantity) filter (where s.state = 'RELEASED'), 0) as released,
                              count(*) as slices
                         from orders.slice s where s.fulfilment_id = f.id) u
                 cross join lateral (
                       select coalesce(sum(t.quantity - t.picked - t.missing - t.dropped), 0) as open
                         from fulfilment.pick_task t where t.order_id = f.order_id and t.fulfilment_id = f.id) t
                 where u.released <> t.open
                    or (f.state in ('REJECTED', 'CANCELLED')) <> (u.slices = 0)
                    or (f.progress in ('PICKED', 'PACKED', 'SHIPPED', 'CLOSED') and u.released > 0)
                """))
                .as("fulfilment orders that are not where their units are")
                .isZero();
        assertThat(count("""
                select count(*) from orders.order_line l
                 where l.quantity <> (select coalesce(sum(s.quantity), 0) from orders.slice s
                                       where s.order_id = l.order_id and s.line_no = l.line_no)
                """)).as("lines whose slices do not cover them").isZero();
    }

    public long count(String sql) {
        try (Connection connection = world.connection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
