package dev.orderwright.promising.sourcing;

import dev.orderwright.promising.sourcing.SourcingNode.Offer;
import dev.orderwright.promising.sourcing.SourcingOrder.Line;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What plans cost: each part has a price and, by strategy, a weight. Amounts are minor units; costs are points, thousandths
 * of them. Every part is a sum over nodes that ship and over units, so that the cheapest plan can be found exactly.
 *
 * @param weights by part, in percent of its price; a part that is not named counts in full
 * @param splitPenalty for each shipment after the first
 * @param latePerDay for each shipment and each day after the wished one
 * @param scarcePerUnit for a unit from a node whose stock lasts no time at all; falls to 0 at the target cover
 * @param coverTargetDays the cover from which on stock is not scarce, more than 0
 * @param carbonGramsPerTonneKilometre of the carriage
 * @param carbonPerTonne what a tonne of carbon dioxide costs
 */
public record CostModel(
        Map<CostPart, Integer> weights,
        long splitPenalty,
        long latePerDay,
        long scarcePerUnit,
        double coverTargetDays,
        double carbonGramsPerTonneKilometre,
        long carbonPerTonne) {

    /** Points of a minor unit. */
    public static final long POINTS = 1_000;

    private static final double GRAMS_PER_KILOGRAM = 1_000;
    private static final double KILOGRAMS_PER_TONNE = 1_000;
    private static final double GRAMS_PER_TONNE = 1_000_000;
    private static final int PERCENT = 100;

    public CostModel {
        weights = Map.copyOf(weights);
        if (weights.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight is negative: " + weights);
        }
    }

    /** What a node costs when it ships anything, by part, in points and weighted. */
    Map<CostPart, Long> fixed(SourcingOrder order, SourcingNode node) {
        Map<CostPart, Long> fixed = new EnumMap<>(CostPart.class);
        long daysLate = Math.max(0L, (long) node.deliverDay() - order.wishedDay());
        put(
                fixed,
                CostPart.SHIPPING,
                order.pickup() ? 0 : (double) node.tariff().perShipment());
        put(fixed, CostPart.HANDLING, (double) node.handlingPerShipment());
        put(fixed, CostPart.LATENESS, (double) daysLate * latePerDay);
        return fixed;
    }

    /** What a unit of a line costs from a node, by part, in points and weighted. */
    Map<CostPart, Long> perUnit(SourcingOrder order, Line line, SourcingNode node, Offer offer, long markdownMax) {
        Map<CostPart, Long> each = new EnumMap<>(CostPart.class);
        double kilograms = line.grams() / GRAMS_PER_KILOGRAM;
        if (!order.pickup()) {
            put(each, CostPart.SHIPPING, kilograms * node.tariff().perKilogram());
            double carbon = kilograms / KILOGRAMS_PER_TONNE * node.kilometres() * carbonGramsPerTonneKilometre;
            put(each, CostPart.CARBON, carbon / GRAMS_PER_TONNE * carbonPerTonne);
        }
        put(each, CostPart.HANDLING, (double) node.handlingPerUnit());
        put(each, CostPart.BALANCE, scarcePerUnit * Math.clamp(1 - offer.coverDays() / coverTargetDays, 0, 1));
        put(each, CostPart.MARKDOWN, (double) markdownMax - offer.markdown());
        return each;
    }

    /** What each shipment after the first costs, in points and weighted. */
    long split() {
        return points(CostPart.SPLIT, (double) splitPenalty);
    }

    static long sum(Map<CostPart, Long> parts) {
        return parts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The largest markdown that any of the nodes would save on a line: the others cost what they leave of it. */
    static long markdownMax(List<SourcingNode> nodes, int line) {
        return nodes.stream()
                .map(node -> node.offers().get(line))
                .filter(offer -> offer.available() > 0)
                .mapToLong(Offer::markdown)
                .max()
                .orElse(0);
    }

    private void put(Map<CostPart, Long> parts, CostPart part, double amount) {
        long points = points(part, amount);
        if (points != 0) {
            parts.put(part, points);
        }
    }

    private long points(CostPart part, double amount) {
        return Math.round(amount * POINTS * weights.getOrDefault(part, PERCENT) / PERCENT);
    }
}
