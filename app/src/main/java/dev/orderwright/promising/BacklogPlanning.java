package dev.orderwright.promising;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.LimitDay;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.promising.BacklogPlan.Load;
import dev.orderwright.promising.BacklogPlan.OrderChange;
import dev.orderwright.promising.BacklogPlan.PartMove;
import dev.orderwright.promising.ResourcingGround.Carriage;
import dev.orderwright.promising.ResourcingGround.Days;
import dev.orderwright.promising.sourcing.Backlog;
import dev.orderwright.promising.sourcing.Backlog.FreeStock;
import dev.orderwright.promising.sourcing.Backlog.OpenLine;
import dev.orderwright.promising.sourcing.Backlog.OpenOrder;
import dev.orderwright.promising.sourcing.MoveSequence;
import dev.orderwright.promising.sourcing.MoveSequence.Cell;
import dev.orderwright.promising.sourcing.MoveSequence.Change;
import dev.orderwright.shared.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Sources what is reserved and not released of all orders anew, together: fewer shipments, none later than promised. */
@Component
public class BacklogPlanning {

    /** How many orders may change only together: they are locked together. */
    public static final int TOGETHER_MAX = 200;

    private final Inventory inventory;
    private final Stock stock;

    BacklogPlanning(Inventory inventory, Stock stock) {
        this.inventory = inventory;
        this.stock = stock;
    }

    /**
     * An order as it stands.
     *
     * @param demand its place, method and wishes, and its lines with their weights
     * @param parts what it has reserved, each at one node
     */
    public record Standing(Demand demand, List<Part> parts) {

        public Standing {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Units of a line that are reserved at a node; they move together.
     *
     * @param deliverBy the day for which they are promised
     * @param fixed stay where they are
     */
    public record Part(int lineNo, long itemId, long quantity, long nodeId, LocalDate deliverBy, boolean fixed) {}

    /** The ground on which orders are looked at: nothing is locked. @param shut nodes to which nothing may move */
    public ResourcingGround ground(Collection<Demand> demands, Set<Long> items, Set<Long> shut) {
        Map<StockKey, Long> available = new HashMap<>();
        inventory
                .levels(items)
                .values()
                .forEach(levels -> levels.forEach(level -> available.put(level.key(), level.available())));
        return ground(demands, items, shut, available);
    }

    /** The ground on which they are moved: the stock rows of the items are locked until the transaction ends. */
    public ResourcingGround lockedGround(Run run, Collection<Demand> demands, Set<Long> items, Set<Long> shut) {
        Map<StockKey, Long> available = new HashMap<>();
        for (StockLevel level : stock.lockItems(run, items).values()) {
            available.put(level.key(), level.available());
        }
        return ground(demands, items, shut, available);
    }

    private ResourcingGround ground(
            Collection<Demand> demands, Set<Long> items, Set<Long> shut, Map<StockKey, Long> available) {
        Network network = Network.of(inventory.nodes());
        Map<StockKey, Long> kept = new HashMap<>();
        Set<LimitDay> days = network.limitDays(List.copyOf(demands));
        stock.limits(items, days)
                .values()
                .forEach(one -> one.forEach((key, units) -> kept.merge(key, units, Math::max)));
        return new ResourcingGround(network, shut, available, kept);
    }

    /** What is to be changed, in steps that can be made one after the other. */
    public BacklogPlan plan(List<Standing> orders, ResourcingGround ground) {
        long[] nodes = ground.nodeIds();
        List<OpenOrder> open = new ArrayList<>(orders.size());
        Map<Long, Standing> byId = new HashMap<>();
        Map<Long, Set<Long>> inTime = new HashMap<>();
        for (Standing order : orders) {
            List<OpenLine> lines = new ArrayList<>();
            for (int p = 0; p < order.parts().size(); p++) {
                Part part = order.parts().get(p);
                lines.add(new OpenLine(p, part.itemId(), part.quantity(), part.nodeId(), part.fixed()));
            }
            long id = order.demand().orderId();
            open.add(new OpenOrder(id, lines));
            byId.put(id, order);
            inTime.put(id, inTime(order, ground));
        }
        List<FreeStock> free = new ArrayList<>();
        ground.free().forEach((key, units) -> free.add(new FreeStock(key.itemId(), key.nodeId(), Math.max(0, units))));
        Backlog.Plan found = Backlog.plan(
                open,
                free,
                Arrays.stream(nodes).boxed().toList(),
                (order, node) -> inTime.getOrDefault(order.id(), Set.of()).contains(node),
                Backlog.WORK_MAX);
        Map<Long, List<PartMove>> moves = new TreeMap<>();
        for (Backlog.Move move : found.moves()) {
            moves.computeIfAbsent(move.orderId(), id -> new ArrayList<>())
                    .add(new PartMove(move.lineNo(), move.fromNode(), move.toNode()));
        }
        return sequenced(orders, byId, moves, ground, found.isFinished());
    }

    /** Nodes from which all of an order arrives as promised, and from where its whole carriage costs no more than now. */
    private static Set<Long> inTime(Standing order, ResourcingGround ground) {
        LocalDate promised = promised(order);
        Carriage carriage = ground.carriage(order.demand());
        long now = cost(order, carriage, Map.of());
        long grams =
                order.parts().stream().mapToLong(part -> grams(order, part)).sum();
        Set<Long> inTime = new HashSet<>();
        ground.days(order.demand()).forEach((node, days) -> {
            if (isKept(days, promised) && carriage.minor(node, grams) <= now) {
                inTime.add(node);
            }
        });
        return inTime;
    }

    /** The first of the days for which its parts are promised. */
    public static LocalDate promised(Standing order) {
        return order.parts().stream()
                .map(Part::deliverBy)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    /** Whether goods on these days arrive by the day that is promised. */
    public static boolean isKept(Days days, LocalDate promised) {
        return !days.deliverOn().isAfter(promised);
    }

    private static BacklogPlan sequenced(
            List<Standing> orders,
            Map<Long, Standing> byId,
            Map<Long, List<PartMove>> moves,
            ResourcingGround ground,
            boolean finished) {
        List<OrderChange> asked = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        moves.forEach((id, parts) -> {
            Standing order = Objects.requireNonNull(byId.get(id));
            Map<Integer, Long> to = new HashMap<>();
            parts.forEach(move -> to.put(move.part(), move.toNode()));
            Carriage carriage = ground.carriage(order.demand());
            OrderChange change = new OrderChange(
                    id,
                    parts,
                    shipments(order, Map.of()),
                    shipments(order, to),
                    cost(order, carriage, Map.of()),
                    cost(order, carriage, to));
            asked.add(change);
            changes.add(new Change(
                    net(order, parts),
                    change.shipmentsAfter() - change.shipmentsBefore(),
                    change.costAfter() - change.costBefore()));
        });
        Map<Cell, Long> free = new HashMap<>();
        ground.free().forEach((key, units) -> free.put(new Cell(key.itemId(), key.nodeId()), units));
        List<List<OrderChange>> steps = MoveSequence.of(changes, free, TOGETHER_MAX).stream()
                .map(step -> step.stream().map(asked::get).toList())
                .toList();
        return told(orders, steps, ground, finished);
    }

    /** What moves of an order need of each cell, and leave free there. */
    private static Map<Cell, Long> net(Standing order, List<PartMove> moves) {
        Map<Cell, Long> net = new HashMap<>();
        for (PartMove move : moves) {
            Part part = order.parts().get(move.part());
            net.merge(new Cell(part.itemId(), move.toNode()), part.quantity(), Long::sum);
            net.merge(new Cell(part.itemId(), part.nodeId()), -part.quantity(), Long::sum);
        }
        return net;
    }

    private static BacklogPlan told(
            List<Standing> orders, List<List<OrderChange>> steps, ResourcingGround ground, boolean finished) {
        Map<Long, OrderChange> changed = new HashMap<>();
        steps.forEach(step -> step.forEach(change -> changed.put(change.orderId(), change)));
        long shipmentsBefore = 0;
        long costBefore = 0;
        long lines = 0;
        Map<Long, long[]> loads = new TreeMap<>();
        for (Standing order : orders) {
            OrderChange change = changed.get(order.demand().orderId());
            Map<Integer, Long> to = new HashMap<>();
            if (change != null) {
                change.moves().forEach(move -> to.put(move.part(), move.toNode()));
            }
            nodes(order, Map.of()).forEach(node -> loads.computeIfAbsent(node, n -> new long[2])[0]++);
            nodes(order, to).forEach(node -> loads.computeIfAbsent(node, n -> new long[2])[1]++);
            shipmentsBefore += shipments(order, Map.of());
            costBefore += cost(order, ground.carriage(order.demand()), Map.of());
            lines += order.parts().size();
        }
        long fewer = 0;
        long saved = 0;
        for (OrderChange change : changed.values()) {
            fewer += change.shipmentsBefore() - change.shipmentsAfter();
            saved += change.costBefore() - change.costAfter();
        }
        List<Load> told = new ArrayList<>();
        loads.forEach((node, load) ->
                told.add(new Load(ground.code(node).orElseGet(() -> Long.toString(node)), load[0], load[1])));
        return new BacklogPlan(
                new BacklogPlan.Figures(
                        orders.size(),
                        lines,
                        changed.size(),
                        shipmentsBefore,
                        shipmentsBefore - fewer,
                        costBefore,
                        costBefore - saved,
                        told,
                        finished),
                steps);
    }

    private static int shipments(Standing order, Map<Integer, Long> to) {
        return nodes(order, to).size();
    }

    private static Set<Long> nodes(Standing order, Map<Integer, Long> to) {
        return grams(order, to).keySet();
    }

    private static long cost(Standing order, Carriage carriage, Map<Integer, Long> to) {
        long cost = 0;
        for (Map.Entry<Long, Long> shipment : grams(order, to).entrySet()) {
            cost += carriage.minor(shipment.getKey(), shipment.getValue());
        }
        return cost;
    }

    /** What each node sends of an order. */
    private static Map<Long, Long> grams(Standing order, Map<Integer, Long> to) {
        Map<Long, Long> grams = new TreeMap<>();
        for (int p = 0; p < order.parts().size(); p++) {
            Part part = order.parts().get(p);
            grams.merge(to.getOrDefault(p, part.nodeId()), grams(order, part), Long::sum);
        }
        return grams;
    }

    private static long grams(Standing order, Part part) {
        for (DemandLine line : order.demand().lines()) {
            if (line.lineNo() == part.lineNo()) {
                return (long) (line.weightGrams() * (part.quantity() / Math.pow(10, line.quantityDecimals())));
            }
        }
        return 0;
    }
}
