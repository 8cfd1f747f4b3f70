package dev.orderwright.promising;

import dev.orderwright.promising.AvailabilityQuestion.ItemQuantity;
import dev.orderwright.promising.ItemAvailability.AtNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads plans that are made for nobody: what would happen if it were ordered now. */
final class Preview {

    private Preview() {}

    static DeliveryOption option(Demand demand, Planner planner) {
        Planner.Planned planned = planner.planned(demand);
        Plan plan = planned.plan();
        Selection taken = planned.taken();
        return new DeliveryOption(
                demand.method(),
                taken == null ? 0 : taken.cost,
                Tariffs.CURRENCY,
                taken == null ? 0 : taken.sources.length,
                plan.shortages().isEmpty(),
                lastDay(plan, true),
                lastDay(plan, false),
                plan);
    }

    /** One demand for each item; the same item asked twice is added up. */
    static List<Demand> demands(AvailabilityQuestion question) {
        Map<Long, Long> wanted = new LinkedHashMap<>();
        for (ItemQuantity item : question.items()) {
            wanted.merge(item.itemId(), item.quantity(), Math::addExact);
        }
        List<Demand> demands = new ArrayList<>(wanted.size());
        wanted.forEach((item, quantity) -> demands.add(new Demand(
                0,
                question.channel(),
                question.country(),
                question.postcode(),
                question.method(),
                question.at(),
                null,
                false,
                0,
                Set.of(),
                null,
                List.of(new DemandLine(1, item, quantity, 0)))));
        return demands;
    }

    /**
     * By item. As the items differ, one planner serves all the demands as if each were the only one.
     *
     * @param strategies the versions that may be in force, the newest first
     */
    static Map<Long, ItemAvailability> availability(
            List<Demand> demands, Books books, List<SourcingStrategy> strategies) {
        if (demands.isEmpty()) {
            return Map.of();
        }
        StockBook stock = books.stock();
        LimitBook limits = books.limits(stock);
        Candidates candidates =
                Candidates.of(demands.getFirst(), books.network().nodes());
        Planner planner = books.planner(strategies);
        Map<Long, ItemAvailability> answers = new LinkedHashMap<>();
        for (Demand demand : demands) {
            DemandLine line = demand.lines().getFirst();
            List<AtNode> nodes = nodes(candidates, stock, limits, demand);
            Plan plan = planner.unexplained(demand, candidates.again());
            answers.put(
                    line.itemId(),
                    new ItemAvailability(
                            line.itemId(),
                            nodes.stream().mapToLong(AtNode::quantity).sum(),
                            line.quantity(),
                            lastDay(plan, true),
                            lastDay(plan, false),
                            nodes));
        }
        return answers;
    }

    private static List<AtNode> nodes(Candidates candidates, StockBook stock, LimitBook limits, Demand demand) {
        int item = stock.item(demand.lines().getFirst().itemId());
        List<AtNode> nodes = new ArrayList<>();
        for (Source source : candidates.byNode) {
            if (source == null) {
                continue;
            }
            int cell = stock.cell(item, source.position);
            long[] kept = limits.at(source.node, demand);
            long quantity = stock.available(cell) - (kept == null ? 0 : kept[cell]);
            if (quantity > 0) {
                nodes.add(new AtNode(
                        source.node.id(), source.node.code(), quantity, source.shipOn(), source.deliverOn()));
            }
        }
        nodes.sort(Comparator.comparing(AtNode::deliverOn)
                .thenComparing(AtNode::shipOn)
                .thenComparing(AtNode::nodeId));
        return nodes;
    }

    /** The day on which the last part leaves or arrives; null when a part has no date. */
    private static @Nullable LocalDate lastDay(Plan plan, boolean ship) {
        LocalDate last = null;
        for (Allocation allocation : plan.allocations()) {
            last = later(last, ship ? allocation.shipOn() : allocation.deliverOn());
        }
        for (Shortage shortage : plan.shortages()) {
            LocalDate day = ship ? shortage.expectedOn() : shortage.deliverOn();
            if (day == null) {
                return null;
            }
            last = later(last, day);
        }
        return last;
    }

    private static LocalDate later(@Nullable LocalDate a, LocalDate b) {
        return a == null || b.isAfter(a) ? b : a;
    }
}
