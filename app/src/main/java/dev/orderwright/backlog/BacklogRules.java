package dev.orderwright.backlog;

import dev.orderwright.backlog.BacklogChange.UnitMove;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.Unreleased.Moving;
import dev.orderwright.orders.Unreleased.Unit;
import dev.orderwright.promising.BacklogPlanning;
import dev.orderwright.promising.BacklogPlanning.Part;
import dev.orderwright.promising.ResourcingGround.Days;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what was looked at can still be done to an order as it stands now. */
final class BacklogRules {

    private BacklogRules() {}

    /**
     * How an order can be changed.
     *
     * @param because why it cannot; null when it can
     * @param net what it needs of each cell, below 0 for what it leaves free
     */
    record Checked(@Nullable StaysBecause because, List<Moving> moves, Map<StockKey, Long> net) {

        static Checked not(StaysBecause because) {
            return new Checked(because, List.of(), Map.of());
        }
    }

    /**
     * Checks one order.
     *
     * @param unit null when nothing of it is reserved any more, or somebody works on it
     * @param days by the id of each node that may ship to it
     */
    static Checked check(BacklogChange change, @Nullable Unit unit, Map<Long, Days> days) {
        if (unit == null) {
            return Checked.not(StaysBecause.CHANGED);
        }
        List<Moving> moves = new ArrayList<>();
        Map<StockKey, Long> net = new HashMap<>();
        Map<Integer, Long> to = new HashMap<>();
        for (UnitMove move : change.moves()) {
            int at = position(unit, move);
            if (at < 0) {
                return Checked.not(StaysBecause.CHANGED);
            }
            if (unit.standing().parts().get(at).fixed()) {
                return Checked.not(StaysBecause.HELD);
            }
            Days there = days.get(move.toNode());
            if (there == null) {
                return Checked.not(StaysBecause.NO_NODE);
            }
            if (!BacklogPlanning.isKept(there, BacklogPlanning.promised(unit.standing()))) {
                return Checked.not(StaysBecause.LATE);
            }
            to.put(at, move.toNode());
            moves.add(new Moving(unit.reserved().get(at), move.toNode(), there.shipOn(), there.deliverOn()));
            net.merge(new StockKey(move.itemId(), move.toNode()), move.quantity(), Long::sum);
            net.merge(new StockKey(move.itemId(), move.fromNode()), -move.quantity(), Long::sum);
        }
        return nodes(unit, to).size() > nodes(unit, Map.of()).size()
                ? Checked.not(StaysBecause.CHANGED)
                : new Checked(null, moves, net);
    }

    private static int position(Unit unit, UnitMove move) {
        for (int i = 0; i < unit.reserved().size(); i++) {
            Slice slice = unit.reserved().get(i);
            if (slice.lineNo() == move.lineNo()
                    && slice.firstUnit() == move.firstUnit()
                    && slice.quantity() == move.quantity()
                    && Objects.equals(slice.nodeId(), move.fromNode())) {
                return i;
            }
        }
        return -1;
    }

    private static Set<Long> nodes(Unit unit, Map<Integer, Long> to) {
        Set<Long> nodes = new HashSet<>();
        List<Part> parts = unit.standing().parts();
        for (int i = 0; i < parts.size(); i++) {
            nodes.add(to.getOrDefault(i, parts.get(i).nodeId()));
        }
        return nodes;
    }

    /** What a step needs of each cell altogether. */
    static Map<StockKey, Long> net(List<Checked> step) {
        Map<StockKey, Long> net = new HashMap<>();
        step.forEach(checked -> checked.net().forEach((cell, units) -> net.merge(cell, units, Long::sum)));
        return net;
    }
}
