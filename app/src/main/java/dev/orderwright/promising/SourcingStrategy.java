package dev.orderwright.promising;

import dev.orderwright.promising.sourcing.CostPart;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By what the nodes of an order are chosen on each channel, in one version.
 *
 * @param version counted from 1; 0 is what the program begins with
 * @param validFrom orders that are planned from then on go by it, until a later version begins; {@link #NEVER} for a draft
 * @param rules at most one for each channel
 */
public record SourcingStrategy(int version, Instant validFrom, List<Rule> rules) {

    /** From when a draft holds. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** Stands for every channel that has no rule of its own. */
    public static final String ANY_CHANNEL = "";

    /** The parts of the cost of which the planner knows something. */
    public static final Set<CostPart> PARTS =
            Set.of(CostPart.SHIPPING, CostPart.HANDLING, CostPart.SPLIT, CostPart.LATENESS);

    /** Amounts in minor units times this are points, in which plans are compared. */
    static final long POINTS = 1_000;

    private static final int PERCENT = 100;

    /** What a plan is chosen for. */
    public enum Aim {
        /** Fewest shipments, then cheapest carriage, then soonest; amounts do not count. */
        FEWEST_SHIPMENTS,
        /** Least cost of all parts together. */
        LEAST_COST
    }

    /**
     * What counts on a channel. Amounts are minor units of {@link Tariffs#CURRENCY}.
     *
     * @param channel {@link #ANY_CHANNEL} for all others
     * @param name in the words of who made it
     * @param weights by part of the cost, in percent; a part that is not named counts in full
     * @param splitPenalty for each shipment after the first
     * @param latePerDay for each shipment and day after the wished one; without a wish, after the soonest possible one
     * @param handlingPerShipment for picking and packing a shipment
     * @param splitting what may come from different nodes
     * @param shipmentsMax from how many nodes an order may ship; 0 for no limit
     */
    public record Rule(
            String channel,
            String name,
            Aim aim,
            Map<CostPart, Integer> weights,
            long splitPenalty,
            long latePerDay,
            long handlingPerShipment,
            Splitting splitting,
            int shipmentsMax) {

        public Rule {
            weights = Map.copyOf(weights);
        }

        /** The same on another channel. */
        public Rule onChannel(String other) {
            return new Rule(
                    other, name, aim, weights, splitPenalty, latePerDay, handlingPerShipment, splitting, shipmentsMax);
        }

        /** How much a part counts, in percent. */
        public int weight(CostPart part) {
            return weights.getOrDefault(part, PERCENT);
        }

        /** Of an amount of a part, weighted. */
        long points(CostPart part, long minor) {
            return minor * POINTS / PERCENT * weight(part);
        }

        /** The most nodes that may ship an order which itself allows so many; 0 for no limit. */
        int shipmentsMax(int ordered) {
            if (splitting == Splitting.NONE) {
                return 1;
            }
            return shipmentsMax == 0 || (ordered > 0 && ordered < shipmentsMax) ? ordered : shipmentsMax;
        }
    }

    private static final Rule FEWEST =
            new Rule(ANY_CHANNEL, "", Aim.FEWEST_SHIPMENTS, Map.of(), 0, 0, 0, Splitting.PER_QUANTITY, 0);

    /** With which the program begins. */
    public static final SourcingStrategy FIRST = new SourcingStrategy(0, Instant.EPOCH, List.of(FEWEST));

    public SourcingStrategy {
        rules = List.copyOf(rules);
    }

    /** Whether nothing goes by it. */
    public boolean isDraft() {
        return validFrom.equals(NEVER);
    }

    /** The same rules in force all the time. */
    public SourcingStrategy always() {
        return new SourcingStrategy(version, Instant.EPOCH, rules);
    }

    /** The rule of a channel: its own, else that of all others, else fewest shipments. */
    public Rule of(String channel) {
        Rule result = FEWEST;
        for (Rule rule : rules) {
            if (rule.channel().equals(channel)) {
                return rule;
            }
            if (rule.channel().equals(ANY_CHANNEL)) {
                result = rule;
            }
        }
        return result;
    }

    /**
     * The version of a moment.
     *
     * @param newestFirst all that may be in force
     */
    static SourcingStrategy at(List<SourcingStrategy> newestFirst, Instant moment) {
        for (SourcingStrategy strategy : newestFirst) {
            if (!strategy.validFrom().isAfter(moment)) {
                return strategy;
            }
        }
        return FIRST;
    }
}
