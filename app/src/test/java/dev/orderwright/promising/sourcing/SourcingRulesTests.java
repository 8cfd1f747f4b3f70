package dev.orderwright.promising.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.promising.sourcing.SourcingDecision.Beaten;
import dev.orderwright.promising.sourcing.SourcingDecision.Refusal;
import dev.orderwright.promising.sourcing.SourcingDecision.Taken;
import dev.orderwright.promising.sourcing.SourcingNode.Conditions;
import dev.orderwright.promising.sourcing.SourcingNode.Offer;
import dev.orderwright.promising.sourcing.SourcingNode.ShippingTariff;
import dev.orderwright.promising.sourcing.SourcingOrder.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcingRulesTests {

    private static final Conditions OPEN = Conditions.open(Set.of("STANDARD"));
    private static final Line LAMP = new Line(1, 11, 2, 1_500, 2_000, false);
    private static final Line PAINT = new Line(2, 12, 1, 4_000, 1_200, true);
    private static final CostModel MODEL = new CostModel(Map.of(), 150, 200, 100, 10, 100, 5_000);

    private final SourcingSolver solver = new SourcingSolver();

    private static SourcingOrder order(Line... lines) {
        return new SourcingOrder(List.of(lines), "STANDARD", false, 20, Set.of(), null);
    }

    private static SourcingNode node(long id, Conditions conditions, double kilometres, Offer... offers) {
        ShippingTariff tariff = new ShippingTariff(300 + (long) kilometres / 10, 40);
        return new SourcingNode(id, "N" + id, conditions, kilometres, 18, tariff, 80, 15, List.of(offers));
    }

    private SourcingDecision decide(SourcingOrder order, CostModel model, SourcingNode... nodes) {
        return Sourcing.decide(order, List.of(nodes), model, SplitPolicy.FREE, solver);
    }

    private static List<String> chosen(SourcingDecision decision) {
        return decision.shipments().stream()
                .map(SourcingDecision.Shipment::nodeCode)
                .toList();
    }

    @Test
    void theNearestNodeWithEverythingShipsAndSaysWhatItCosts() {
        SourcingDecision decision = decide(
                order(LAMP, PAINT),
                MODEL,
                node(1, OPEN, 500, Offer.of(9), Offer.of(9)),
                node(2, OPEN, 100, Offer.of(9), Offer.of(9)),
                node(3, OPEN, 50, Offer.of(9), Offer.of(0)));
        assertThat(chosen(decision)).containsExactly("N2");
        assertThat(decision.shipments().getFirst().taken()).containsExactly(new Taken(1, 11, 2), new Taken(2, 12, 1));
        assertThat(decision.costs())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        CostPart.SHIPPING, 310_000L + 2 * 60_000 + 160_000,
                        CostPart.HANDLING, 80_000L + 3 * 15_000,
                        // 7 kg over 100 km at 100 g for a tonne and a kilometre: 70 g at 5,000 a tonne
                        CostPart.CARBON, 2 * 75L + 200));
        assertThat(decision.cost()).isEqualTo(CostModel.sum(decision.costs()));
        assertThat(decision.isOptimal()).isTrue();
        assertThat(decision.beaten().getFirst())
                .satisfies(second -> assertThat(second.nodeCodes()).containsExactly("N1"))
                .extracting(Beaten::dearerBy)
                .isEqualTo(40_000L + 4 * 350);
        assertThat(decision.refusals())
                .containsExactly(
                        new Refusal(3, "N3", 2, SourcingConstraint.NOTHING_THERE, Map.of("item", 12L, "wanted", 1L)));
    }

    @Test
    void everyConstraintRefusesWithItsEvidence() {
        Offer[] has = {Offer.of(5), Offer.of(5)};
        Conditions off = new Conditions(false, false, false, false, 9, 9, Set.of("STANDARD"), true);
        Conditions closed = new Conditions(true, true, false, false, 9, 9, Set.of("STANDARD"), true);
        Conditions blackout = new Conditions(true, false, true, false, 9, 9, Set.of("STANDARD"), true);
        Conditions pickup = new Conditions(true, false, false, true, 9, 9, Set.of("STANDARD"), true);
        Conditions full = new Conditions(true, false, false, false, 0, 9, Set.of("STANDARD"), true);
        Conditions express = new Conditions(true, false, false, false, 9, 9, Set.of("EXPRESS"), true);
        Conditions harmless = new Conditions(true, false, false, false, 9, 9, Set.of("STANDARD"), false);
        SourcingOrder order = new SourcingOrder(List.of(LAMP, PAINT), "STANDARD", false, 20, Set.of(7L), null);
        SourcingDecision decision = decide(
                order,
                MODEL,
                node(1, off, 1, has),
                node(2, closed, 1, has),
                node(3, blackout, 1, has),
                node(4, pickup, 1, has),
                node(5, full, 1, has),
                node(6, express, 1, has),
                node(7, OPEN, 1, has),
                node(8, harmless, 1, has),
                node(9, OPEN, 1, new Offer(false, 0, 0, 0), Offer.of(5)));
        assertThat(decision.refusals())
                .extracting(refusal -> refusal.nodeCode() + " " + refusal.lineNo() + " "
                        + refusal.constraint().code())
                .containsExactly(
                        "N1 0 off",
                        "N2 0 never-open",
                        "N3 0 blackout",
                        "N4 0 pickup-only",
                        "N5 0 capacity",
                        "N6 0 method",
                        "N7 0 excluded",
                        "N9 1 not-carried",
                        "N8 2 hazardous");
        assertThat(decision.refusals().get(4).evidence()).containsEntry("ordersLeft", 0L);
        assertThat(decision.refusals().get(5).evidence()).containsEntry("has", List.of("EXPRESS"));
        assertThat(chosen(decision)).containsExactly("N8", "N9");
        assertThat(decision.costs()).containsEntry(CostPart.SPLIT, 150_000L);
    }

    @Test
    void aNodeSetByHandIsTheOnlyOne() {
        SourcingOrder order = new SourcingOrder(List.of(LAMP), "STANDARD", false, 20, Set.of(), 1L);
        SourcingDecision decision =
                decide(order, MODEL, node(1, OPEN, 900, Offer.of(1)), node(2, OPEN, 1, Offer.of(9)));
        assertThat(chosen(decision)).containsExactly("N1");
        assertThat(decision.shortUnits()).isEqualTo(1);
        assertThat(decision.refusals())
                .extracting(Refusal::constraint)
                .contains(SourcingConstraint.OTHER_CHOSEN_BY_HAND);
    }

    @Test
    void aNodeOffersNoMoreUnitsThanItsDayHolds() {
        Conditions three = new Conditions(true, false, false, false, 9, 1, Set.of("STANDARD"), true);
        SourcingDecision decision = decide(order(LAMP), MODEL, node(1, three, 1, Offer.of(9)));
        assertThat(decision.shortUnits()).isEqualTo(1);
    }

    /** A strategy is its weights: each part alone can turn the choice. */
    @Test
    void everyPartOfTheCostCounts() {
        SourcingNode near = node(1, OPEN, 100, Offer.of(9));
        SourcingNode late =
                new SourcingNode(2, "N2", OPEN, 10, 25, new ShippingTariff(300, 40), 80, 15, List.of(Offer.of(9)));
        assertThat(chosen(decide(order(LAMP), MODEL, near, late))).containsExactly("N1");
        assertThat(chosen(decide(order(LAMP), only(CostPart.SHIPPING), near, late)))
                .containsExactly("N2");

        SourcingNode scarce = node(3, OPEN, 50, new Offer(true, 9, 1, 0));
        assertThat(chosen(decide(order(LAMP), MODEL, near, scarce))).containsExactly("N1");
        assertThat(chosen(decide(order(LAMP), only(CostPart.SHIPPING), near, scarce)))
                .containsExactly("N3");

        SourcingNode old = node(4, OPEN, 300, new Offer(true, 9, 99, 400));
        assertThat(chosen(decide(order(LAMP), MODEL, near, old))).containsExactly("N4");
        assertThat(chosen(decide(order(LAMP), only(CostPart.CARBON), near, old)))
                .containsExactly("N1");
    }

    private static CostModel only(CostPart part) {
        Map<CostPart, Integer> weights = Stream.of(CostPart.values())
                .collect(java.util.stream.Collectors.toMap(p -> p, p -> p == part ? 100 : 0));
        return new CostModel(weights, 150, 200, 100, 10, 100, 5_000);
    }

    @Test
    void whatIsCollectedCostsNoCarriage() {
        SourcingOrder order = new SourcingOrder(List.of(LAMP), "COLLECT", true, 20, Set.of(), null);
        SourcingDecision decision = decide(order, MODEL, node(1, OPEN, 100, Offer.of(9)));
        assertThat(decision.costs()).containsOnlyKeys(CostPart.HANDLING);
    }
}
