package dev.orderwright.promising;

import dev.orderwright.promising.SourceSearch.Choice;
import dev.orderwright.promising.sourcing.CostPart;
import dev.orderwright.promising.sourcing.SourcingProblem;
import dev.orderwright.promising.sourcing.SourcingSolution;
import dev.orderwright.promising.sourcing.SourcingSolution.Alternative;
import dev.orderwright.promising.sourcing.SourcingSolver;
import dev.orderwright.promising.sourcing.SplitPolicy;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses the nodes of orders so that they cost least. Carriage goes up in steps of weight, for which no plan can be found
 * but by trying; so the optimum of carriage as a straight line through the steps ({@link SourcingSolver}), the sets that
 * come next to it, every single node and what {@link SourceSearch} would choose are priced as they will be charged, and
 * the cheapest is taken. So it never costs more than the fewest shipments would. Keeps scratch space; for one thread.
 */
final class CheapestSearch {

    /** Some milliseconds: of an order with more lines and nodes only the fewest shipments are looked at. */
    private static final long WORK_MAX = 4_000_000;

    private static final int NODES_EXACT = 12;
    private static final int BEATEN_MAX = 3;
    private static final int HEAVIEST_GRAMS = 30_000;
    /** Sums of carriage in points stay below; more than anything costs. */
    private static final long CARRIAGE_MAX = 1_000_000_000_000_000L;

    private final SourcingSolver solver = new SourcingSolver(WORK_MAX);
    private final SourcingProblem problem = new SourcingProblem();

    /**
     * @param sources ranked; where lines may not be split, what is not enough for one is taken off them
     * @param shipmentsMax what the order allows; 0 for no limit
     */
    Choice choose(Source[] sources, Wanted wanted, DeliveryMethod method, PlanCost cost, int shipmentsMax) {
        if (sources.length == 0) {
            return Choice.NOTHING;
        }
        int max = cost.rule.shipmentsMax(shipmentsMax);
        Set<List<Source>> sets = new HashSet<>();
        for (Source source : sources) {
            sets.add(List.of(source));
        }
        if (cost.rule.splitting() == Splitting.PER_LINE) {
            keepWhole(sources, wanted);
        } else {
            add(sets, SourceSearch.choose(sources, wanted, method, max));
        }
        if (isWithinReach(sources.length, wanted.count)) {
            state(sources, wanted, method, cost);
            solver.solve(
                    problem, new SplitPolicy(cost.rule.splitting(), false, max, 0), SourcingSolver.ALTERNATIVES_MAX);
            SourcingSolution solution = solver.solution();
            sets.add(picked(sources, solution.nodes()));
            for (Alternative alternative : solution.alternatives()) {
                sets.add(picked(sources, alternative.nodes()));
            }
        }
        return best(sets, wanted, method, cost);
    }

    private static boolean isWithinReach(int nodes, int lines) {
        long work = nodes > NODES_EXACT ? (long) nodes * lines : ((long) lines << nodes) * nodes;
        return work <= WORK_MAX;
    }

    private static void keepWhole(Source[] sources, Wanted wanted) {
        for (Source source : sources) {
            for (int i = 0; i < wanted.count; i++) {
                source.usable[i] = source.usable[i] < wanted.quantities[i] ? 0 : source.usable[i];
            }
        }
    }

    private static void add(Set<List<Source>> sets, Choice choice) {
        Selection best = choice.best();
        if (best != null) {
            sets.add(List.of(best.sources));
        }
        choice.beaten().forEach(selection -> sets.add(List.of(selection.sources)));
    }

    private void state(Source[] sources, Wanted wanted, DeliveryMethod method, PlanCost cost) {
        problem.begin(wanted.count, sources.length, cost.perSplit());
        long[] perTonne = new long[sources.length];
        for (int s = 0; s < sources.length; s++) {
            long least = carriage(sources[s], method, cost, 1);
            problem.node(s, least + cost.beforeCarriage(sources[s]));
            perTonne[s] = (carriage(sources[s], method, cost, HEAVIEST_GRAMS) - least) * 1_000_000 / HEAVIEST_GRAMS;
        }
        for (int i = 0; i < wanted.count; i++) {
            problem.line(i, wanted.quantities[i], 0);
            double gramsEach = (double) wanted.weight(i, wanted.quantities[i]) / wanted.quantities[i];
            for (int s = 0; s < sources.length; s++) {
                long usable = sources[s].usable[i];
                long most = CARRIAGE_MAX / wanted.count / Math.max(1, usable);
                problem.offer(i, s, usable, Math.min(most, Math.round(gramsEach * perTonne[s] / 1_000_000)));
            }
        }
    }

    private static long carriage(Source source, DeliveryMethod method, PlanCost cost, long grams) {
        return cost.rule.points(CostPart.SHIPPING, Tariffs.priceMinor(source.zone, method, grams));
    }

    private static List<Source> picked(Source[] sources, int[] positions) {
        return IntStream.of(positions).mapToObj(position -> sources[position]).toList();
    }

    private static Choice best(Set<List<Source>> sets, Wanted wanted, DeliveryMethod method, PlanCost cost) {
        List<Selection> selections = new ArrayList<>();
        Set<List<Source>> seen = new HashSet<>();
        for (List<Source> set : sets) {
            Selection selection = used(set, wanted, method);
            if (selection.units > 0 && seen.add(List.of(selection.sources))) {
                selections.add(selection);
            }
        }
        selections.sort(Comparator.<Selection>comparingInt(selection -> -selection.itemsWhole)
                .thenComparingLong(selection -> -selection.units)
                .thenComparingLong(cost::of)
                .thenComparing((one, other) -> one.isBetterThan(other) ? -1 : 1));
        return selections.isEmpty()
                ? Choice.NOTHING
                : new Choice(
                        selections.getFirst(),
                        List.copyOf(selections.subList(1, Math.min(1 + BEATEN_MAX, selections.size()))));
    }

    /** Without the sources that have nothing to do. */
    private static Selection used(List<Source> set, Wanted wanted, DeliveryMethod method) {
        Selection all = Selection.of(set.toArray(Source[]::new), wanted, method);
        Source[] used = IntStream.range(0, all.sources.length)
                .filter(s -> all.unitsFrom[s] > 0)
                .mapToObj(s -> all.sources[s])
                .toArray(Source[]::new);
        return used.length == all.sources.length ? all : Selection.of(used, wanted, method);
    }
}
