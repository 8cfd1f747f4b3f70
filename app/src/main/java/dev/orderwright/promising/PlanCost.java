package dev.orderwright.promising;

import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.sourcing.CostPart;
import java.util.EnumMap;
import java.util.Map;

/** What plans of one order cost under a rule of the strategy, by part; in points, thousandths of a minor unit. */
final class PlanCost {

    /** Later than this is as bad as this; keeps sums from overflowing. */
    private static final int DAYS_LATE_MAX = 1_000;

    final Rule rule;
    final int version;
    private final int wishedDay;

    /**
     * @param offered what could serve the order: without a wish the soonest of them is the measure of lateness
     */
    PlanCost(SourcingStrategy strategy, Demand demand, Source[] offered) {
        rule = strategy.of(demand.channel());
        version = strategy.version();
        if (demand.requestedOn() == null) {
            int soonest = Integer.MAX_VALUE;
            for (Source source : offered) {
                soonest = Math.min(soonest, source.deliverDay);
            }
            wishedDay = soonest;
        } else {
            wishedDay = Math.toIntExact(demand.requestedOn().toEpochDay());
        }
    }

    /** True when amounts decide. */
    boolean decides() {
        return rule.aim() == SourcingStrategy.Aim.LEAST_COST;
    }

    /** All parts of a plan. */
    long of(Selection selection) {
        long sum = split(selection);
        for (int s = 0; s < selection.sources.length; s++) {
            sum += rule.points(CostPart.SHIPPING, selection.costFrom[s]) + beforeCarriage(selection.sources[s]);
        }
        return sum;
    }

    /** What a shipment of a source costs whatever is in it, without carriage. */
    long beforeCarriage(Source source) {
        return rule.points(CostPart.HANDLING, rule.handlingPerShipment()) + late(source);
    }

    /** What each shipment after the first costs. */
    long perSplit() {
        return rule.points(CostPart.SPLIT, rule.splitPenalty());
    }

    /** By part, without what is nothing. */
    Map<CostPart, Long> parts(Selection selection) {
        Map<CostPart, Long> parts = new EnumMap<>(CostPart.class);
        for (int s = 0; s < selection.sources.length; s++) {
            parts(selection, s).forEach((part, points) -> parts.merge(part, points, Long::sum));
        }
        put(parts, CostPart.SPLIT, split(selection));
        return parts;
    }

    /** The same of one shipment, which no split belongs to. */
    Map<CostPart, Long> parts(Selection selection, int s) {
        Map<CostPart, Long> parts = new EnumMap<>(CostPart.class);
        put(parts, CostPart.SHIPPING, rule.points(CostPart.SHIPPING, selection.costFrom[s]));
        put(parts, CostPart.HANDLING, rule.points(CostPart.HANDLING, rule.handlingPerShipment()));
        put(parts, CostPart.LATENESS, late(selection.sources[s]));
        return parts;
    }

    static long minor(long points) {
        return Math.round((double) points / SourcingStrategy.POINTS);
    }

    private long split(Selection selection) {
        return perSplit() * Math.max(0, selection.sources.length - 1);
    }

    private long late(Source source) {
        long days = Math.clamp((long) source.deliverDay - wishedDay, 0, DAYS_LATE_MAX);
        return rule.points(CostPart.LATENESS, days * rule.latePerDay());
    }

    private static void put(Map<CostPart, Long> parts, CostPart part, long points) {
        if (points != 0) {
            parts.put(part, points);
        }
    }
}
