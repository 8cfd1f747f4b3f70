package dev.orderwright.promising;

import dev.orderwright.promising.sourcing.CostPart;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cost into an explanation, where amounts have decided: of each shipment by part, and how much dearer what was
 * beaten would have been, and mostly by what. In minor units.
 */
final class CostExplanation {

    private final PlanCost cost;
    private final @Nullable Selection taken;

    CostExplanation(PlanCost cost, @Nullable Selection taken) {
        this.cost = cost;
        this.taken = taken;
    }

    /** True when plans can be compared by their cost. */
    boolean compares() {
        return cost.decides() && taken != null;
    }

    /** Nothing of the strategy with which the program begins. */
    void strategy(Map<String, Object> why) {
        if (cost.version > 0) {
            why.put("strategy", cost.version);
        }
        if (!cost.decides()) {
            return;
        }
        why.put("aim", cost.rule.aim().name());
        if (!cost.rule.name().isEmpty()) {
            why.put("strategyName", cost.rule.name());
        }
        if (taken != null) {
            why.put("total", PlanCost.minor(cost.of(taken)));
            Long split = cost.parts(taken).get(CostPart.SPLIT);
            if (split != null) {
                why.put("split", PlanCost.minor(split));
            }
        }
    }

    void shipment(int s, Map<String, Object> node) {
        if (taken != null && cost.decides()) {
            Map<String, Object> parts = new LinkedHashMap<>();
            cost.parts(taken, s).forEach((part, points) -> parts.put(part.name(), PlanCost.minor(points)));
            node.put("costs", parts);
        }
    }

    /** Why a plan that ships as much was not taken. */
    Because against(Selection other) {
        return taken != null && cost.of(other) > cost.of(taken) ? Because.DEARER : Because.NO_BETTER;
    }

    /** By how much a plan that was not taken is dearer, and which part makes most of it. */
    void dearer(Selection other, Map<String, Object> entry) {
        Selection own = taken;
        if (own == null || !cost.decides()) {
            return;
        }
        long dearer = cost.of(other) - cost.of(own);
        entry.put("total", PlanCost.minor(cost.of(other)));
        entry.put("dearerBy", PlanCost.minor(dearer));
        Map<CostPart, Long> parts = cost.parts(own);
        CostPart most = null;
        long mostBy = 0;
        for (Map.Entry<CostPart, Long> part : cost.parts(other).entrySet()) {
            long by = part.getValue() - parts.getOrDefault(part.getKey(), 0L);
            if (by > mostBy) {
                mostBy = by;
                most = part.getKey();
            }
        }
        if (dearer > 0 && most != null) {
            entry.put("mostly", most.name());
        }
    }
}
