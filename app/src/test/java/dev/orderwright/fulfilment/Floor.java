package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Drifts;
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
import java.util.Map;

/** A warehouse floor for tests: short ways to release and pick, and the laws that hold after every step. */
public final class Floor {

    /** The login of {@link Shop#cause()}. */
    public static final String PICKER = "tester";

    public final World world;
    public final Shop shop;
    public final Fulfilment fulfilment;
    public final FulfilmentQueries queries;
    /** Bins and tasks that do not belong together because of tests that had no floor. */
    private final List<String> driftsOfOthers;

    public Floor(World world) {
        this.world = world;
        shop = new Shop(world);
        fulfilment = world.bean(Fulfilment.class);
        queries = world.bean(FulfilmentQueries.class);
        try (Drifts drifts = new Drifts(world, LAWS)) {
            driftsOfOthers = drifts.find();
        }
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
    public static final Map<String, String> LAWS = Map.of(
            "what bins have claimed is the open rest of their pick tasks",
            """
            select b.item_id, b.node_id, b.bin, b.claimed, t.open
              from inventory.bin_stock b
              full join (select t.item_id, f.node_id, t.bin,
                                sum(t.quantity - t.picked - t.missing - t.dropped) as open
                           from fulfilment.pick_task t
                           join fulfilment.fulfilment_order f on f.order_id = t.order_id and f.id = t.fulfilment_id
                          group by t.item_id, f.node_id, t.bin) t
                on t.item_id = b.item_id and t.node_id = b.node_id and t.bin = b.bin
             where coalesce(b.claimed, 0) <> coalesce(t.open, 0)
            """,
            "stock lies in the bins",
            """
            select s.item_id, s.node_id, s.available, s.reserved, b.quantity
              from inventory.stock s
              left join (select item_id, node_id, sum(quantity) as quantity
                           from inventory.bin_stock group by item_id, node_id) b
                on b.item_id = s.item_id and b.node_id = s.node_id
             where s.available + s.reserved <> coalesce(b.quantity, 0)
            """,
            "stock is what the slices say",
            """
            select s.item_id, s.node_id, s.reserved, s.picked, l.reserved, l.picked
              from inventory.stock s
              left join (select item_id, node_id,
                                sum(quantity) filter (where state in ('RESERVED', 'RELEASED')) as reserved,
                                sum(quantity) filter (where state in ('PICKED', 'PACKED')) as picked
                           from orders.slice group by item_id, node_id) l
                on l.item_id = s.item_id and l.node_id = s.node_id
             where s.item_id in (select item_id from orders.order_line)
               and (s.reserved <> coalesce(l.reserved, 0) or s.picked <> coalesce(l.picked, 0))
            """,
            "fulfilment orders are where their units are",
            """
            select f.id, f.order_id, f.state, f.progress, u.released, u.slices, t.open
              from fulfilment.fulfilment_order f
              left join (select fulfilment_id, count(*) as slices,
                                sum(quantity) filter (where state = 'RELEASED') as released
                           from orders.slice group by fulfilment_id) u on u.fulfilment_id = f.id
              left join (select order_id, fulfilment_id, sum(quantity - picked - missing - dropped) as open
                           from fulfilment.pick_task group by order_id, fulfilment_id) t
                on t.order_id = f.order_id and t.fulfilment_id = f.id
             where coalesce(u.released, 0) <> coalesce(t.open, 0)
                or (f.state in ('REJECTED', 'CANCELLED')) <> (u.slices is null)
                or (f.progress in ('PICKED', 'PACKED', 'SHIPPED', 'CLOSED') and u.released > 0)
            """,
            "slices cover their lines",
            """
            select l.order_id, l.line_no, l.quantity, s.quantity
              from orders.order_line l
              left join (select order_id, line_no, sum(quantity) as quantity
                           from orders.slice group by order_id, line_no) s
                on s.order_id = l.order_id and s.line_no = l.line_no
             where l.quantity is distinct from s.quantity
            """);

    public void assertLawsHold() {
        assertLawsHold(LAWS);
    }

    /** @param laws these, and others on top of them */
    public void assertLawsHold(Map<String, String> laws) {
        try (Drifts drifts = new Drifts(world, laws)) {
            drifts.assertNoneBut(driftsOfOthers);
        }
    }

    /** The one number that a query answers with. */
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
