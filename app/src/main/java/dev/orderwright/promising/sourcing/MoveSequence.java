package dev.orderwright.promising.sourcing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts what is to change of orders into steps that can be carried out one after the other: an order waits until the stock
 * that it needs is free, and orders that wait for each other go together. A step that takes no shipment away and saves
 * nothing, or that would make the carriage of its orders dearer, is not made, and neither is what would need it.
 */
public final class MoveSequence {

    /** An item at a node. */
    public record Cell(long itemId, long nodeId) {}

    /**
     * What is to change of an order.
     *
     * @param net what it needs of each cell, below 0 for what it leaves free
     * @param shipments how many more than before, below 0 for fewer
     * @param cost how much more its carriage costs, below 0 for less
     */
    public record Change(Map<Cell, Long> net, long shipments, long cost) {

        public Change {
            // In an order of its own, so that the same backlog always gives the same steps.
            SortedMap<Cell, Long> sorted = new TreeMap<>(CELLS);
            sorted.putAll(net);
            net = Collections.unmodifiableSortedMap(sorted);
        }
    }

    private static final Comparator<Cell> CELLS =
            Comparator.comparingLong(Cell::itemId).thenComparingLong(Cell::nodeId);

    private final List<Change> changes;
    private final Map<Cell, Long> free;
    private final int togetherMax;
    private final boolean[] settled;
    private final Map<Cell, Deque<Integer>> givers = new HashMap<>();
    private final Map<Cell, List<Integer>> waiting = new HashMap<>();
    private final Deque<Integer> ready = new ArrayDeque<>();
    private final List<List<Integer>> steps = new ArrayList<>();

    private MoveSequence(List<Change> changes, Map<Cell, Long> free, int togetherMax) {
        this.changes = changes;
        this.free = new HashMap<>(free);
        this.togetherMax = togetherMax;
        settled = new boolean[changes.size()];
        for (int i = 0; i < changes.size(); i++) {
            ready.add(i);
            for (Map.Entry<Cell, Long> cell : changes.get(i).net().entrySet()) {
                if (cell.getValue() < 0) {
                    givers.computeIfAbsent(cell.getKey(), c -> new ArrayDeque<>())
                            .add(i);
                }
            }
        }
    }

    /**
     * The steps, each a list of positions in the list of changes, ascending.
     *
     * @param free what nobody has been promised; cells that are left out have nothing
     * @param togetherMax how many orders a step may have
     */
    public static List<List<Integer>> of(List<Change> changes, Map<Cell, Long> free, int togetherMax) {
        MoveSequence sequence = new MoveSequence(changes, free, togetherMax);
        sequence.run();
        return sequence.steps;
    }

    private void run() {
        alone();
        for (int i = 0; i < settled.length; i++) {
            if (!settled[i] && together(i)) {
                alone();
            }
        }
    }

    /** Makes the steps of single orders that are possible, and those that become so. */
    private void alone() {
        for (Integer i = ready.poll(); i != null; i = ready.poll()) {
            if (settled[i]) {
                continue;
            }
            Map<Cell, Long> net = changes.get(i).net();
            Cell lacking = lacking(net);
            if (lacking != null) {
                waiting.computeIfAbsent(lacking, c -> new ArrayList<>()).add(i);
            } else if (pays(Set.of(i))) {
                make(List.of(i), net);
            }
        }
    }

    /** Whether a step was made of an order and of those that give what it needs, and what these need. */
    private boolean together(int first) {
        Set<Integer> group = new HashSet<>(Set.of(first));
        Map<Cell, Long> net = new LinkedHashMap<>(changes.get(first).net());
        for (Cell lacking = lacking(net); lacking != null; lacking = lacking(net)) {
            Integer giver = group.size() < togetherMax ? giver(lacking, group) : null;
            if (giver == null) {
                return false;
            }
            group.add(giver);
            changes.get(giver).net().forEach((cell, units) -> net.merge(cell, units, Long::sum));
        }
        if (!pays(group)) {
            return false;
        }
        make(group.stream().sorted().toList(), net);
        return true;
    }

    private @Nullable Integer giver(Cell cell, Set<Integer> group) {
        Deque<Integer> known = givers.getOrDefault(cell, new ArrayDeque<>());
        known.removeIf(i -> settled[i]);
        return known.stream().filter(i -> !group.contains(i)).findFirst().orElse(null);
    }

    private boolean pays(Set<Integer> group) {
        long shipments = 0;
        long cost = 0;
        for (int i : group) {
            shipments += changes.get(i).shipments();
            cost += changes.get(i).cost();
        }
        return shipments <= 0 && cost <= 0 && (shipments < 0 || cost < 0);
    }

    private @Nullable Cell lacking(Map<Cell, Long> net) {
        for (Map.Entry<Cell, Long> cell : net.entrySet()) {
            if (cell.getValue() > 0 && free.getOrDefault(cell.getKey(), 0L) < cell.getValue()) {
                return cell.getKey();
            }
        }
        return null;
    }

    private void make(List<Integer> group, Map<Cell, Long> net) {
        steps.add(group);
        group.forEach(i -> settled[i] = true);
        net.forEach((cell, units) -> {
            free.merge(cell, -units, Long::sum);
            if (units < 0) {
                List<Integer> waited = waiting.remove(cell);
                if (waited != null) {
                    ready.addAll(waited);
                }
            }
        });
    }
}
