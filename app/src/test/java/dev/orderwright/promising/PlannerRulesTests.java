package dev.orderwright.promising;

import static dev.orderwright.promising.PlanningFixture.ask;
import static dev.orderwright.promising.PlanningFixture.calendar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.orderwright.shared.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerRulesTests {

    private static final long A = 101;
    private static final long B = 102;
    private static final long C = 103;

    @Test
    void oneNodeThatHasEverythingShipsEverything() {
        Plan plan = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 5)
                .stock(A, 2, 5)
                .stock(B, 2, 1)
                .plan(ask().line(A, 3).line(B, 1));
        assertThat(plan.allocations())
                .containsExactly(
                        new Allocation(1, A, 2, 3, day("2026-03-02"), day("2026-03-04")),
                        new Allocation(2, B, 2, 1, day("2026-03-02"), day("2026-03-04")));
        assertThat(plan.shortages()).isEmpty();
    }

    @Test
    void threeItemsOverFourNodesShipInTwoShipments() {
        Plan plan = new PlanningFixture()
                .nodes(4)
                .stock(A, 1, 1)
                .stock(B, 1, 1)
                .stock(C, 2, 1)
                .stock(B, 3, 1)
                .stock(C, 3, 1)
                .stock(A, 4, 1)
                .plan(ask().line(A, 1).line(B, 1).line(C, 1));
        assertThat(plan.shortages()).isEmpty();
        assertThat(nodes(plan)).isIn(Set.of(1L, 2L), Set.of(1L, 3L), Set.of(3L, 4L));
    }

    @Test
    void inALargeNetworkNodesThatTurnOutToBeNeedlessAreDropped() {
        PlanningFixture network = new PlanningFixture().nodes(60);
        for (long node = 1; node <= 60; node++) {
            network.stock(8, node, 1);
        }
        // Node 10 has five of the items and is taken first, but three others do without it.
        stockOne(network, 10, 1, 2, 4, 5);
        stockOne(network, 20, 1, 2, 3);
        stockOne(network, 21, 1, 2, 3);
        stockOne(network, 30, 4, 5, 6);
        stockOne(network, 31, 4, 5, 6);
        stockOne(network, 40, 7);
        stockOne(network, 41, 7);
        PlanningFixture.Ask ask = ask();
        for (long item = 1; item <= 8; item++) {
            ask.line(item, 1);
        }
        Plan plan = network.plan(ask);
        assertThat(plan.shortages()).isEmpty();
        assertThat(nodes(plan)).containsExactlyInAnyOrder(20L, 30L, 40L);
    }

    private static void stockOne(PlanningFixture network, long node, long... items) {
        for (long item : items) {
            network.stock(item, node, 1);
        }
    }

    @Test
    void fewestShipmentsComeBeforeCostAndDate() {
        Plan plan = new PlanningFixture()
                .nodes(2)
                .add(PlanningFixture.node(3, "US", calendar("America/New_York", "16:00", 3)))
                .stock(A, 1, 1)
                .stock(B, 2, 1)
                .stock(A, 3, 1)
                .stock(B, 3, 1)
                .plan(ask().line(A, 1).line(B, 1));
        assertThat(nodes(plan)).containsExactly(3L);
    }

    @Test
    void costComesBeforeDate() {
        Plan plan = new PlanningFixture()
                .node(1, "FR")
                .add(PlanningFixture.node(2, "GB", calendar("Europe/London", "16:00", 9)))
                .stock(A, 1, 1)
                .stock(A, 2, 1)
                .plan(ask().line(A, 1));
        assertThat(nodes(plan)).containsExactly(2L);
    }

    @Test
    void theSoonerOfTwoEquallyDearNodesShips() {
        PlanningFixture network = new PlanningFixture()
                .add(PlanningFixture.node(1, "GB", calendar("Europe/London", "08:00", 0)))
                .add(PlanningFixture.node(2, "GB", calendar("Europe/London", "16:00", 0)))
                .stock(A, 1, 9)
                .stock(A, 2, 9);
        assertThat(nodes(network.plan(ask().line(A, 1)))).containsExactly(2L);
        assertThat(nodes(network.plan(ask().at("2026-03-02T07:59:00Z").line(A, 1))))
                .containsExactly(1L);
    }

    @Test
    void aLineIsSplitOverNodesOnlyWhenNoChosenNodeHasAllOfIt() {
        Plan plan = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 4)
                .stock(A, 2, 10)
                .stock(B, 1, 1)
                .plan(ask().line(A, 10).line(B, 1));
        assertThat(quantities(plan)).isEqualTo(Map.of("1@2", 10L, "2@1", 1L));

        Plan split =
                new PlanningFixture().nodes(2).stock(A, 1, 4).stock(A, 2, 9).plan(ask().line(A, 10));
        assertThat(quantities(split)).isEqualTo(Map.of("1@1", 4L, "1@2", 6L));
    }

    @Test
    void linesOfTheSameItemShareItsStock() {
        Plan plan = new PlanningFixture()
                .nodes(1)
                .stock(A, 1, 5)
                .plan(ask().line(A, 3).line(B, 1).line(A, 3));
        assertThat(quantities(plan)).isEqualTo(Map.of("1@1", 3L, "3@1", 2L));
        assertThat(plan.shortages())
                .containsExactly(new Shortage(2, B, 1, null, null), new Shortage(3, A, 1, null, null));
    }

    @Test
    void ordersAreServedInTheirOrderAndNoUnitTwice() {
        PlanningFixture network = new PlanningFixture().nodes(2).stock(A, 1, 60).stock(A, 2, 40);
        List<Long> served = LongStream.of(80, 40, 30)
                .mapToObj(quantity -> network.plan(ask().line(A, quantity)))
                .map(plan -> plan.allocations().stream()
                        .mapToLong(Allocation::quantity)
                        .sum())
                .toList();
        assertThat(served).containsExactly(80L, 20L, 0L);
    }

    @Test
    void shipCompleteShipsAllOfItOrNothing() {
        PlanningFixture network = new PlanningFixture().nodes(2).stock(A, 1, 5).stock(B, 2, 1);
        Plan held = network.plan(ask().complete().line(A, 3).line(B, 2));
        assertThat(held.allocations()).isEmpty();
        assertThat(held.shortages())
                .containsExactly(new Shortage(1, A, 3, null, null), new Shortage(2, B, 2, null, null));
        assertThat(held.why()).containsEntry("short", "ship-complete");

        Plan shipped = network.plan(ask().complete().line(A, 5).line(B, 1));
        assertThat(quantities(shipped)).isEqualTo(Map.of("1@1", 5L, "2@2", 1L));
    }

    @Test
    void shipCompleteWithOneShipmentWaitsWhenNoNodeHasAllOfIt() {
        PlanningFixture network = new PlanningFixture().nodes(2).stock(A, 1, 5).stock(B, 2, 1);
        Plan held = network.plan(ask().complete().shipmentsMax(1).line(A, 5).line(B, 1));
        assertThat(held.allocations()).isEmpty();
        assertThat(held.shortages()).hasSize(2);
        assertThat(held.why()).containsEntry("short", "ship-complete-shipment-limit");
    }

    @Test
    void shipCompleteTakesTheDateOfTheLastMissingPartForAllLines() {
        Plan held = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 5)
                .stock(B, 2, 1)
                .supply(B, 2, "2026-03-10", 1)
                .supply(C, 1, "2026-03-13", 9)
                .plan(ask().complete().line(A, 3).line(B, 2).line(C, 1));
        assertThat(held.shortages())
                .extracting(Shortage::quantity, Shortage::expectedOn, Shortage::deliverOn)
                .containsExactly(
                        tuple(3L, day("2026-03-16"), day("2026-03-18")),
                        tuple(2L, day("2026-03-16"), day("2026-03-18")),
                        tuple(1L, day("2026-03-16"), day("2026-03-18")));
    }

    @Test
    void aLimitOnShipmentsIsKeptAndCoversMostLines() {
        PlanningFixture network = new PlanningFixture()
                .nodes(3)
                .stock(A, 1, 9)
                .stock(B, 2, 1)
                .stock(C, 2, 1)
                .stock(C, 3, 1);
        Plan plan = network.plan(ask().shipmentsMax(1).line(A, 9).line(B, 1).line(C, 1));
        assertThat(quantities(plan)).isEqualTo(Map.of("2@2", 1L, "3@2", 1L));
        assertThat(plan.shortages()).containsExactly(new Shortage(1, A, 9, null, null));
        assertThat(plan.why()).containsEntry("short", "shipment-limit");

        Plan two = network.plan(ask().shipmentsMax(2).line(A, 9).line(C, 1));
        assertThat(two.shortages()).isEmpty();
        assertThat(two.why()).doesNotContainKey("short");
    }

    @Test
    void excludedInactiveAndNonShippingNodesAreNotUsed() {
        PlanningFixture network = new PlanningFixture()
                .nodes(2)
                .add(new SourceNode(3, "N3", Reach.of(Place.of("GB", null)), calendar("UTC", "16:00", 0), false, true))
                .add(new SourceNode(4, "N4", Reach.of(Place.of("GB", null)), calendar("UTC", "16:00", 0), true, false));
        for (long node = 1; node <= 4; node++) {
            network.stock(A, node, 1);
        }
        Plan plan = network.plan(ask().without(1L).line(A, 4));
        assertThat(quantities(plan)).isEqualTo(Map.of("1@2", 1L));
        assertThat(plan.shortages()).extracting(Shortage::quantity).containsExactly(3L);
        assertThat(plan.why())
                .containsEntry(
                        "others",
                        Map.of("inactive", List.of("N3"), "does-not-ship", List.of("N4"), "excluded", List.of("N1")));
    }

    @Test
    void aNodeSetByHandIsTheOnlyOne() {
        Plan plan = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 9)
                .stock(A, 2, 1)
                .plan(ask().onlyFrom(2).line(A, 2));
        assertThat(quantities(plan)).isEqualTo(Map.of("1@2", 1L));
        assertThat(plan.why()).containsEntry("setByHand", true);
    }

    @Test
    void anExcludedNodeIsNotUsedEvenWhenItIsSetByHand() {
        Plan plan = new PlanningFixture()
                .nodes(1)
                .stock(A, 1, 9)
                .plan(ask().onlyFrom(1).without(1L).line(A, 2));
        assertThat(plan.allocations()).isEmpty();
        assertThat(plan.why()).containsEntry("others", Map.of("excluded", List.of("N1")));
    }

    @Test
    void safetyStockIsKeptBackByChannelNodeAndDay() {
        PlanningFixture network = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 10)
                .limit("web", "2026-03-02", A, 1, 8)
                .limit("web", "2026-03-03", A, 1, 12);
        assertThat(quantities(network.plan(ask().line(A, 9)))).isEqualTo(Map.of("1@1", 2L));
        assertThat(network.plan(ask().at("2026-03-03T09:00:00Z").line(A, 1)).allocations())
                .isEmpty();
        assertThat(quantities(network.plan(ask().on("phone").line(A, 9)))).isEqualTo(Map.of("1@1", 8L));
    }

    @ParameterizedTest(name = "wanted on {0}: ships {1}, arrives {2}")
    @CsvSource({
        // earlier than possible: as soon as possible
        "2026-03-01, 2026-03-02, 2026-03-04",
        "2026-03-04, 2026-03-02, 2026-03-04",
        // later: leaves just in time
        "2026-03-05, 2026-03-03, 2026-03-05",
        "2026-03-10, 2026-03-06, 2026-03-09",
        "2026-03-11, 2026-03-09, 2026-03-11",
        // nobody delivers on a Sunday: the Saturday before
        "2026-03-15, 2026-03-12, 2026-03-14",
    })
    void aRequestedDayIsMetOrTheSoonestIsPromised(String requested, LocalDate shipOn, LocalDate deliverOn) {
        Plan plan = new PlanningFixture()
                .nodes(1)
                .stock(A, 1, 1)
                .plan(ask().requested(requested).line(A, 1));
        assertThat(plan.allocations()).containsExactly(new Allocation(1, A, 1, 1, shipOn, deliverOn));
    }

    @Test
    void shortagesAreDatedFromTheSoonestSupplyNobodyUsed() {
        PlanningFixture network = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 1)
                .supply(A, 1, "2026-03-12", 5)
                .supply(A, 2, "2026-03-10", 3);
        Plan first = network.plan(ask().line(A, 3));
        assertThat(first.shortages()).containsExactly(new Shortage(1, A, 2, day("2026-03-11"), day("2026-03-13")));
        Plan second = network.plan(ask().line(A, 9));
        assertThat(second.shortages())
                .containsExactly(
                        new Shortage(1, A, 1, day("2026-03-11"), day("2026-03-13")),
                        new Shortage(1, A, 5, day("2026-03-13"), day("2026-03-16")),
                        new Shortage(1, A, 3, null, null));
    }

    @Test
    void olderBackordersGetTheAnnouncedSupplyFirst() {
        Plan plan = new PlanningFixture()
                .nodes(1)
                .stock(A, 1, 0)
                .supply(A, 1, "2026-03-10", 4)
                .supply(A, 1, "2026-03-12", 4)
                .waiting(A, 5)
                .plan(ask().line(A, 4));
        assertThat(plan.shortages())
                .containsExactly(
                        new Shortage(1, A, 3, day("2026-03-13"), day("2026-03-16")), new Shortage(1, A, 1, null, null));
    }

    @Test
    void supplyAtANodeThatMayNotServeTheOrderGivesNoDate() {
        PlanningFixture network = new PlanningFixture().nodes(2).stock(A, 1, 0).supply(A, 2, "2026-03-10", 5);
        assertThat(network.plan(ask().without(2L).line(A, 1)).shortages())
                .containsExactly(new Shortage(1, A, 1, null, null));
        assertThat(network.plan(ask().line(A, 5)).shortages())
                .containsExactly(new Shortage(1, A, 5, day("2026-03-11"), day("2026-03-13")));
    }

    @Test
    void lateSupplyIsExpectedTodayAtTheEarliest() {
        Plan plan = new PlanningFixture().nodes(1).supply(A, 1, "2026-02-10", 5).plan(ask().line(A, 1));
        assertThat(plan.shortages()).containsExactly(new Shortage(1, A, 1, day("2026-03-03"), day("2026-03-05")));
    }

    @Test
    void aHundredthOfAUnitWeighsAHundredthOfIt() {
        DemandLine cloth = new DemandLine(1, A, 250, 1_900, 2);
        Demand demand = ask().line(A, 1).demand();
        Plan plan = new PlanningFixture()
                .nodes(1)
                .stock(A, 1, 250)
                .plan(new Demand(
                        1,
                        demand.channel(),
                        "GB",
                        null,
                        "STANDARD",
                        demand.at(),
                        null,
                        false,
                        0,
                        Set.of(),
                        null,
                        List.of(cloth)));
        // 2.5 times 1,900 g are 4,750 g: the step up to 5 kg
        assertThat(Json.write(plan.why())).contains("\"cost\":520");
    }

    @Test
    void expressAndDistanceShowInTheDates() {
        PlanningFixture network = new PlanningFixture().nodes(1).stock(A, 1, 9);
        assertThat(network.plan(ask().express().line(A, 1))
                        .allocations()
                        .getFirst()
                        .deliverOn())
                .isEqualTo("2026-03-03");
        assertThat(network.plan(ask().to("DE", "10115").line(A, 1))
                        .allocations()
                        .getFirst()
                        .deliverOn())
                .isEqualTo("2026-03-06");
        assertThat(network.plan(ask().to("AU", null).line(A, 1))
                        .allocations()
                        .getFirst()
                        .deliverOn())
                .isEqualTo("2026-03-12");
    }

    @Test
    void noNodeAtAllMakesEverythingShort() {
        Plan plan = new PlanningFixture().plan(ask().line(A, 2));
        assertThat(plan.allocations()).isEmpty();
        assertThat(plan.shortages()).containsExactly(new Shortage(1, A, 2, null, null));
        assertThat(plan.why()).containsEntry("short", "not-enough");
    }

    @Test
    void anAbsurdQuantityIsPlannedWithoutOverflow() {
        long most = DemandLine.QUANTITY_MAX;
        Plan plan = new PlanningFixture()
                .nodes(1)
                .stock(A, 1, most)
                .plan(ask().line(A, most, Integer.MAX_VALUE).line(B, most, Integer.MAX_VALUE));
        assertThat(quantities(plan)).isEqualTo(Map.of("1@1", most));
        assertThat(plan.shortages()).extracting(Shortage::quantity).containsExactly(most);
    }

    @Test
    void theExplanationOfAnOrdinaryOrderIsSmall() {
        Plan plan = new PlanningFixture().nodes(2).stock(A, 1, 5).stock(A, 2, 5).plan(ask().line(A, 3));
        String json = Json.write(plan.why());
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(300);
        assertThat(json)
                .isEqualTo("{\"wanted\":3,\"currency\":\"GBP\",\"nodes\":["
                        + "{\"node\":\"N1\",\"has\":3,\"ship\":\"2026-03-02\",\"deliver\":\"2026-03-04\",\"took\":3,"
                        + "\"cost\":320},"
                        + "{\"node\":\"N2\",\"has\":3,\"ship\":\"2026-03-02\",\"deliver\":\"2026-03-04\","
                        + "\"cost\":320,\"because\":\"no-better\"}]}");
    }

    @Test
    void theExplanationNamesEveryNodeAndTheSetsThatWereBeaten() {
        PlanningFixture network = new PlanningFixture()
                .nodes(1)
                .node(2, "FR")
                .node(3, "US")
                .node(4, "GB")
                .stock(A, 1, 2)
                .stock(B, 2, 1)
                .stock(B, 3, 1)
                .stock(A, 3, 1);
        Map<String, Object> why = network.plan(ask().line(A, 2).line(B, 1)).why();
        assertThat(Json.write(why))
                .isEqualTo("{\"wanted\":3,\"currency\":\"GBP\",\"cost\":1110,\"nodes\":["
                        + "{\"node\":\"N1\",\"has\":2,\"ship\":\"2026-03-02\",\"deliver\":\"2026-03-04\",\"took\":2,"
                        + "\"cost\":320},"
                        + "{\"node\":\"N2\",\"has\":1,\"ship\":\"2026-03-02\",\"deliver\":\"2026-03-06\",\"took\":1,"
                        + "\"cost\":790},"
                        + "{\"node\":\"N3\",\"has\":2,\"ship\":\"2026-03-02\",\"deliver\":\"2026-03-12\","
                        + "\"because\":\"not-needed\"}],"
                        + "\"others\":{\"nothing-there\":[\"N4\"]},"
                        + "\"beat\":[{\"nodes\":[\"N1\",\"N3\"],\"cost\":1610,\"deliver\":\"2026-03-12\","
                        + "\"because\":\"dearer\"}]}");
    }

    @Test
    void theExplanationStaysSmallInALargeNetwork() {
        PlanningFixture network = new PlanningFixture().nodes(300);
        for (long node = 1; node <= 300; node += 2) {
            network.stock(A, node, 9);
        }
        Map<String, Object> why = network.plan(ask().line(A, 2)).why();
        assertThat(Json.bytes(why)).hasSizeLessThan(800);
        assertThat(Json.write(why)).contains("\"+130\"").contains("\"+127\"");
    }

    private static Set<Long> nodes(Plan plan) {
        return plan.allocations().stream().map(Allocation::nodeId).collect(Collectors.toSet());
    }

    /** Quantity by line and node: {@code 1@2}. */
    private static Map<String, Long> quantities(Plan plan) {
        return plan.allocations().stream()
                .collect(Collectors.toMap(
                        a -> a.lineNo() + "@" + a.nodeId(), Allocation::quantity, Long::sum, TreeMap::new));
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
