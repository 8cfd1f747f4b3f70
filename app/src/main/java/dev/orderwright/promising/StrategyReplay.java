package dev.orderwright.promising;

import dev.orderwright.promising.Planner.Measured;
import dev.orderwright.promising.sourcing.CostPart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What would have become of orders under a strategy. It is told in the order of time what was ordered and what came or
 * went otherwise, plans each order against what its own earlier decisions have left, and lets who is short wait until
 * something comes: as the priority formula has them, as the real sourcing does. It holds nothing and writes nothing; for one thread.
 *
 * <p>What happened to units after they were planned (rejected, not found, sent back) is not played again.
 */
public final class StrategyReplay {

    private final StockBook stock;
    private final SourceNode[] network;
    private final Planner planner;
    private final SourcingStrategy measure;
    private final Map<Long, Course> courses = new LinkedHashMap<>();
    private final Map<Integer, Set<Course>> waiting = new HashMap<>();
    private final Set<Integer> come = new HashSet<>();
    private Instant comeAt = Instant.MIN;

    /**
     * @param strategies by which it decides: each order by the version of its moment, the newest first
     * @param measure by which the cost of every plan is told
     */
    StrategyReplay(Books books, List<SourcingStrategy> strategies, SourcingStrategy measure) {
        stock = books.stock();
        network = books.network().nodes();
        planner = new Planner(network, stock, books.limits(stock), SupplyBook.none(stock.items()), strategies);
        this.measure = measure;
    }

    /**
     * A part of an order that leaves one node at once.
     *
     * @param node its code
     * @param units in smallest units of their items
     * @param carriageMinor by the tariffs, unweighted
     */
    public record Parcel(String node, long units, LocalDate shipOn, LocalDate deliverOn, long carriageMinor) {}

    /**
     * What became of an order.
     *
     * @param parcels in the order in which they were planned
     * @param wanted units that were ordered
     * @param unserved those of them for which nothing was there until the end
     * @param costMinor by the name of the part ({@code SHIPPING}, {@code SPLIT}), as the measure weighs it
     */
    public record Outcome(
            long orderId, Instant at, List<Parcel> parcels, long wanted, long unserved, Map<String, Long> costMinor) {

        /** All parts of the cost. */
        public long cost() {
            return costMinor.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Who waits: the more urgent first, then the older. */
    private static final Comparator<Course> BY_URGENCY = Comparator.<Course>comparingLong(course -> -course.rank)
            .thenComparing(course -> course.demand.at())
            .thenComparingLong(course -> course.demand.orderId());

    private static final class Course {
        final Demand demand;
        final long rank;
        final Map<Integer, Long> open = new TreeMap<>();
        final List<Parcel> parcels = new ArrayList<>();
        final Map<CostPart, Long> points = new EnumMap<>(CostPart.class);

        Course(Demand demand, long rank) {
            this.demand = demand;
            this.rank = rank;
            demand.lines().forEach(line -> open.put(line.lineNo(), line.quantity()));
        }

        List<DemandLine> left() {
            return demand.lines().stream()
                    .filter(line -> open.containsKey(line.lineNo()))
                    .map(line -> new DemandLine(
                            line.lineNo(),
                            line.itemId(),
                            open.getOrDefault(line.lineNo(), 0L),
                            line.weightGrams(),
                            line.quantityDecimals()))
                    .toList();
        }

        void take(Allocation part) {
            open.computeIfPresent(
                    part.lineNo(), (line, units) -> units > part.quantity() ? units - part.quantity() : null);
        }

        long unserved() {
            return open.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * An order comes in.
     *
     * @param demand its moment is not before that of anything told before
     * @param rank who has more is served first where something is short
     */
    public void place(Demand demand, long rank) {
        serve();
        Course course = new Course(demand, rank);
        courses.put(demand.orderId(), course);
        plan(course, demand);
        if (!course.open.isEmpty()) {
            items(course)
                    .forEach(item -> waiting.computeIfAbsent(item, i -> new TreeSet<>(BY_URGENCY))
                            .add(course));
        }
    }

    /**
     * Units come or go for another reason than the orders of the replay. More than is left cannot go. What comes at one
     * moment is given out together.
     *
     * @param quantity below 0 for what goes
     */
    public void change(long itemId, long nodeId, long quantity, Instant at) {
        if (!at.equals(comeAt)) {
            serve();
            comeAt = at;
        }
        int node = stock.node(nodeId);
        if (node < 0) {
            return;
        }
        int item = stock.item(itemId);
        stock.change(item, node, quantity);
        if (quantity > 0) {
            come.add(item);
        }
    }

    private void serve() {
        TreeSet<Course> hopeful = new TreeSet<>(BY_URGENCY);
        come.forEach(item -> hopeful.addAll(waiting.getOrDefault(item, Set.of())));
        for (Course course : hopeful) {
            come.removeIf(this::isGone);
            if (come.isEmpty()) {
                return;
            }
            List<Integer> before = items(course);
            if (before.stream().anyMatch(come::contains)) {
                plan(course, course.demand.left(comeAt, course.left()));
                List<Integer> after = items(course);
                before.stream()
                        .filter(item -> !after.contains(item))
                        .forEach(item -> waiting.getOrDefault(item, new TreeSet<>(BY_URGENCY))
                                .remove(course));
            }
        }
        come.clear();
    }

    private boolean isGone(int item) {
        for (int node = 0; node < network.length; node++) {
            if (stock.available(stock.cell(item, node)) > 0) {
                return false;
            }
        }
        return true;
    }

    private List<Integer> items(Course course) {
        return course.left().stream()
                .map(line -> stock.item(line.itemId()))
                .distinct()
                .toList();
    }

    private void plan(Course course, Demand demand) {
        Measured measured = planner.measured(demand, measure);
        measured.plan().allocations().forEach(course::take);
        Selection taken = measured.taken();
        if (taken == null) {
            return;
        }
        long perSplit = new PlanCost(measure, demand, taken.sources).perSplit();
        if (!course.parcels.isEmpty() && perSplit > 0) {
            course.points.merge(CostPart.SPLIT, perSplit, Long::sum);
        }
        measured.points().forEach((part, points) -> course.points.merge(part, points, Long::sum));
        for (int s = 0; s < taken.sources.length; s++) {
            Source source = taken.sources[s];
            course.parcels.add(new Parcel(
                    source.node.code(), taken.unitsFrom[s], source.shipOn(), source.deliverOn(), taken.costFrom[s]));
        }
    }

    /** What has become of each order so far, in the order in which they came in. */
    public List<Outcome> outcomes() {
        serve();
        return courses.values().stream().map(StrategyReplay::outcome).toList();
    }

    private static Outcome outcome(Course course) {
        Map<String, Long> minor = new TreeMap<>();
        course.points.forEach((part, points) -> minor.put(part.name(), PlanCost.minor(points)));
        return new Outcome(
                course.demand.orderId(),
                course.demand.at(),
                List.copyOf(course.parcels),
                course.demand.lines().stream().mapToLong(DemandLine::quantity).sum(),
                course.unserved(),
                minor);
    }
}
