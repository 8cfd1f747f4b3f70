package dev.orderwright.promising;

import dev.orderwright.promising.SourceSearch.Choice;
import dev.orderwright.promising.sourcing.CostPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans orders one after the other, each against what those before it have left. The steps of one order:
 *
 * <ol>
 *   <li>{@link Wanted}: add up the lines per item;
 *   <li>{@link Candidates#of}: which nodes may serve it, and when they could;
 *   <li>{@link Candidates#offer}: what each has for it after limits, ranked by cost and date;
 *   <li>{@link SourceSearch}: the nodes: fewest shipments, then cheapest, then soonest; or, where the strategy of the channel
 *       says so, {@link CheapestSearch}: those of the cheapest plan;
 *   <li>{@link Allotment}: which line gets what from which node;
 *   <li>{@link ShortageDates}: when the rest can be expected;
 *   <li>{@link Explanation}: why.
 * </ol>
 */
final class Planner {

    private final SourceNode[] network;
    private final StockBook stock;
    private final LimitBook limits;
    private final SupplyBook supply;
    private final List<SourcingStrategy> strategies;
    private @Nullable CheapestSearch cheapest;

    /** @param strategies the versions that may be in force, the newest first */
    Planner(
            SourceNode[] network,
            StockBook stock,
            LimitBook limits,
            SupplyBook supply,
            List<SourcingStrategy> strategies) {
        this.network = network;
        this.stock = stock;
        this.limits = limits;
        this.supply = supply;
        this.strategies = strategies;
    }

    /** Whether supply that is announced was looked at: only then it matters who else is promised of it. */
    boolean usedSupply() {
        return supply.isUsed();
    }

    List<Plan> planAll(List<Demand> demands) {
        List<Plan> plans = new ArrayList<>(demands.size());
        for (Demand demand : demands) {
            plans.add(plan(demand));
        }
        return plans;
    }

    /**
     * A plan, and the nodes that were taken for it.
     *
     * @param taken null when nothing ships
     */
    record Planned(Plan plan, @Nullable Selection taken) {}

    Plan plan(Demand demand) {
        return planned(demand).plan();
    }

    Planned planned(Demand demand) {
        Decision decided = decide(demand, Candidates.of(demand, network));
        Choice choice = new Choice(decided.taken, decided.choice.beaten());
        Map<String, Object> why =
                Explanation.of(demand, decided.wanted, decided.candidates, choice, decided.lack, decided.cost);
        return new Planned(new Plan(demand.orderId(), decided.allocations, decided.shortages, why), decided.taken);
    }

    /**
     * A plan with what it costs by a measure that need not be what it was chosen by.
     *
     * @param taken null when nothing ships
     * @param points by part of the cost, without what is nothing
     */
    record Measured(Plan plan, @Nullable Selection taken, Map<CostPart, Long> points) {}

    Measured measured(Demand demand, SourcingStrategy measure) {
        Decision decided = decide(demand, Candidates.of(demand, network));
        Plan plan = new Plan(demand.orderId(), decided.allocations, decided.shortages, Map.of());
        Selection taken = decided.taken;
        PlanCost cost = new PlanCost(measure, demand, decided.candidates.offered);
        return new Measured(plan, taken, taken == null ? Map.of() : cost.parts(taken));
    }

    /**
     * A plan that nobody will ask why about.
     *
     * @param candidates the nodes that may serve the demand, of which nothing has been asked yet
     */
    Plan unexplained(Demand demand, Candidates candidates) {
        Decision decided = decide(demand, candidates);
        return new Plan(demand.orderId(), decided.allocations, decided.shortages, Map.of());
    }

    private record Decision(
            Wanted wanted,
            Candidates candidates,
            Choice choice,
            PlanCost cost,
            Lack lack,
            @Nullable Selection taken,
            List<Allocation> allocations,
            List<Shortage> shortages) {}

    private Decision decide(Demand demand, Candidates candidates) {
        Wanted wanted = Wanted.of(demand.lines(), stock);
        candidates.offer(demand, wanted, stock, limits);
        PlanCost cost = new PlanCost(SourcingStrategy.at(strategies, demand.at()), demand, candidates.offered);
        Choice choice = choice(demand, wanted, candidates.offered, cost);
        Selection best = choice.best();
        Lack lack = Lack.of(demand, wanted, best);
        Selection taken = lack.holdsAll() ? null : best;

        long[] open = quantities(demand);
        List<Allocation> allocations = taken == null ? List.of() : Allotment.of(demand, wanted, taken, stock, open);
        List<Shortage> shortages = shortages(demand, wanted, candidates, best, lack, open);
        return new Decision(wanted, candidates, choice, cost, lack, taken, allocations, shortages);
    }

    private Choice choice(Demand demand, Wanted wanted, Source[] offered, PlanCost cost) {
        DeliveryMethod method = DeliveryMethod.of(demand.method());
        if (!cost.decides()) {
            return SourceSearch.choose(offered, wanted, method, demand.shipmentsMax());
        }
        if (cheapest == null) {
            cheapest = new CheapestSearch();
        }
        return cheapest.choose(offered, wanted, method, cost, demand.shipmentsMax());
    }

    private List<Shortage> shortages(
            Demand demand, Wanted wanted, Candidates candidates, @Nullable Selection best, Lack lack, long[] open) {
        if (lack == Lack.NONE) {
            return List.of();
        }
        ShortageDates dates = new ShortageDates(demand, wanted, candidates, supply);
        return Collections.unmodifiableList(lack.holdsAll() ? dates.together(best) : dates.partByPart(open));
    }

    private static long[] quantities(Demand demand) {
        long[] quantities = new long[demand.lines().size()];
        for (int l = 0; l < quantities.length; l++) {
            quantities[l] = demand.lines().get(l).quantity();
        }
        return quantities;
    }
}
