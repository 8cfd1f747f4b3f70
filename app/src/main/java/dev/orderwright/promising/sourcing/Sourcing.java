package dev.orderwright.promising.sourcing;

import dev.orderwright.promising.sourcing.SourcingDecision.Beaten;
import dev.orderwright.promising.sourcing.SourcingDecision.Refusal;
import dev.orderwright.promising.sourcing.SourcingDecision.Shipment;
import dev.orderwright.promising.sourcing.SourcingDecision.Taken;
import dev.orderwright.promising.sourcing.SourcingNode.Offer;
import dev.orderwright.promising.sourcing.SourcingOrder.Line;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sources one order and explains it: candidates, constraints, costs, plan, what it beat. The same order, nodes, model and
 * policy always give the same decision, so that a stored one can be replayed.
 */
public final class Sourcing {

    private static final int BEATEN_MAX = 3;

    private final SourcingOrder order;
    private final CostModel model;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<SourcingNode> candidates = new ArrayList<>();
    /** By line and candidate: what a unit costs, by part. */
    private final List<List<Map<CostPart, Long>>> unitCosts = new ArrayList<>();

    private Sourcing(SourcingOrder order, CostModel model) {
        this.order = order;
        this.model = model;
    }

    /**
     * Decides about one order.
     *
     * @param solver of this thread
     */
    public static SourcingDecision decide(
            SourcingOrder order, List<SourcingNode> nodes, CostModel model, SplitPolicy policy, SourcingSolver solver) {
        Sourcing sourcing = new Sourcing(order, model);
        nodes.forEach(sourcing::admit);
        SourcingProblem problem = sourcing.problem();
        solver.solve(problem, policy, BEATEN_MAX);
        return sourcing.decision(solver.solution());
    }

    private void admit(SourcingNode node) {
        for (SourcingConstraint constraint : SourcingConstraint.ALL) {
            Map<String, Object> evidence = constraint.refuses(order, node);
            if (evidence != null) {
                refusals.add(new Refusal(node.id(), node.code(), 0, constraint, evidence));
                return;
            }
        }
        candidates.add(node);
    }

    private SourcingProblem problem() {
        SourcingProblem problem = new SourcingProblem().begin(order.lines().size(), candidates.size(), model.split());
        long[] unitsLeft = new long[candidates.size()];
        for (int n = 0; n < unitsLeft.length; n++) {
            problem.node(n, CostModel.sum(model.fixed(order, candidates.get(n))));
            unitsLeft[n] = candidates.get(n).conditions().unitsLeft();
        }
        for (int l = 0; l < order.lines().size(); l++) {
            offer(problem, l, unitsLeft);
        }
        return problem;
    }

    /** A node whose capacity is less than it could give offers the lines in their order, as far as it goes. */
    private void offer(SourcingProblem problem, int l, long[] unitsLeft) {
        Line line = order.lines().get(l);
        problem.line(l, line.quantity(), line.value());
        long markdownMax = CostModel.markdownMax(candidates, l);
        List<Map<CostPart, Long>> costs = new ArrayList<>(candidates.size());
        for (int n = 0; n < candidates.size(); n++) {
            SourcingNode node = candidates.get(n);
            Offer offer = node.offers().get(l);
            Map<CostPart, Long> each = model.perUnit(order, line, node, offer, markdownMax);
            costs.add(each);
            Refusal refusal = refusal(line, node, offer);
            if (refusal == null) {
                long usable = Math.min(unitsLeft[n], Math.min(line.quantity(), offer.available()));
                unitsLeft[n] -= usable;
                problem.offer(l, n, usable, CostModel.sum(each));
            } else {
                refusals.add(refusal);
            }
        }
        unitCosts.add(costs);
    }

    private static @Nullable Refusal refusal(Line line, SourcingNode node, Offer offer) {
        for (SourcingConstraint constraint : SourcingConstraint.ALL) {
            Map<String, Object> evidence = constraint.refuses(line, node, offer);
            if (evidence != null) {
                return new Refusal(node.id(), node.code(), line.lineNo(), constraint, evidence);
            }
        }
        return null;
    }

    private SourcingDecision decision(SourcingSolution solution) {
        List<Shipment> shipments = new ArrayList<>();
        Map<CostPart, Long> costs = new EnumMap<>(CostPart.class);
        for (int n : solution.nodes()) {
            Shipment shipment = shipment(solution, n);
            shipments.add(shipment);
            add(costs, shipment.costs(), 1);
        }
        if (shipments.size() > 1) {
            add(costs, Map.of(CostPart.SPLIT, model.split()), shipments.size() - 1L);
        }
        List<Beaten> beaten = solution.alternatives().stream()
                .map(other -> new Beaten(
                        IntStream.of(other.nodes())
                                .mapToObj(n -> candidates.get(n).code())
                                .toList(),
                        other.cost(),
                        other.cost() - solution.cost(),
                        solution.units() - other.units()))
                .toList();
        return new SourcingDecision(
                shipments,
                order.units() - solution.units(),
                solution.cost(),
                costs,
                solution.lowerBound(),
                beaten,
                refusals);
    }

    private Shipment shipment(SourcingSolution solution, int n) {
        SourcingNode node = candidates.get(n);
        Map<CostPart, Long> costs = new EnumMap<>(model.fixed(order, node));
        List<Taken> taken = new ArrayList<>();
        for (int l = 0; l < order.lines().size(); l++) {
            long quantity = solution.shares()[l * candidates.size() + n];
            if (quantity > 0) {
                Line line = order.lines().get(l);
                taken.add(new Taken(line.lineNo(), line.itemId(), quantity));
                add(costs, unitCosts.get(l).get(n), quantity);
            }
        }
        return new Shipment(node.id(), node.code(), taken, costs);
    }

    private static void add(Map<CostPart, Long> sums, Map<CostPart, Long> parts, long times) {
        parts.forEach((part, points) -> sums.merge(part, points * times, Long::sum));
    }
}
