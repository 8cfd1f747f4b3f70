package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.sourcing.CostPart;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Which nodes a strategy chooses. N1 ships within Britain, N2 and those after it from America. */
class SourcingStrategyRulesTests {

    private static final long A = 1;
    private static final long B = 2;

    private static Rule rule(long splitPenalty, long latePerDay, Splitting splitting) {
        return new Rule("", "Cheapest", Aim.LEAST_COST, Map.of(), splitPenalty, latePerDay, 0, splitting, 0);
    }

    private static List<SourcingStrategy> version(Rule... rules) {
        return List.of(new SourcingStrategy(3, Instant.EPOCH, List.of(rules)));
    }

    /** Britain has nine kilograms of the ten, America all of them. */
    private static PlanningFixture heavyAbroad() {
        return new PlanningFixture()
                .node(1, "GB")
                .node(2, "US")
                .stock(A, 1, 9)
                .stock(A, 2, 9)
                .stock(B, 2, 1);
    }

    private static PlanningFixture.Ask tenKilograms() {
        return PlanningFixture.ask().line(A, 9, 1_000).line(B, 1, 1_000);
    }

    private static List<Long> nodes(Plan plan) {
        return plan.allocations().stream()
                .map(Allocation::nodeId)
                .sorted()
                .distinct()
                .toList();
    }

    @Test
    void theFirstVersionTakesTheFewestShipmentsWhateverTheyCost() {
        assertThat(nodes(heavyAbroad().plan(tenKilograms()))).containsExactly(2L);
    }

    @Test
    void aSplitIsTakenWhenItsPenaltyIsBelowWhatCarriageSaves() {
        // One parcel of 10 kg from America: 49.90. Nine kilograms from Britain for 7.90 and one from there for 12.90:
        // 20.80.
        Plan split = heavyAbroad()
                .by(version(rule(2_909, 0, Splitting.PER_QUANTITY)))
                .plan(tenKilograms());
        Plan whole = heavyAbroad()
                .by(version(rule(2_911, 0, Splitting.PER_QUANTITY)))
                .plan(tenKilograms());

        assertThat(nodes(split)).containsExactly(1L, 2L);
        assertThat(nodes(whole)).containsExactly(2L);
    }

    @Test
    void whatCountsAndWhatWouldHaveCostMoreIsTold() {
        Map<String, Object> why = heavyAbroad()
                .by(version(rule(1_000, 0, Splitting.PER_QUANTITY)))
                .plan(tenKilograms())
                .why();

        assertThat(why)
                .contains(
                        entry("strategy", 3),
                        entry("strategyName", "Cheapest"),
                        entry("total", 3_080L),
                        entry("split", 1_000L));
        assertThat(Json.write(why)).contains("\"costs\":{\"SHIPPING\":790}").contains("\"costs\":{\"SHIPPING\":1290}");
        assertThat(Json.write(why))
                .contains("\"nodes\":[\"N2\"]")
                .contains("\"dearerBy\":1910")
                .contains("\"mostly\":\"SHIPPING\"")
                .contains("\"because\":\"dearer\"");
    }

    @Test
    void aDayTooLateCountsAgainstTheCheapestNode() {
        NodeCalendar slow = PlanningFixture.calendar("Europe/London", "16:00", 9);
        PlanningFixture network = new PlanningFixture()
                .add(PlanningFixture.node(1, "GB", slow))
                .node(2, "FR")
                .stock(A, 1, 1)
                .stock(A, 2, 1);

        assertThat(nodes(network.plan(PlanningFixture.ask().line(A, 1)))).containsExactly(1L);
        PlanningFixture hurried = new PlanningFixture()
                .add(PlanningFixture.node(1, "GB", slow))
                .node(2, "FR")
                .stock(A, 1, 1)
                .stock(A, 2, 1)
                .by(version(rule(0, 500, Splitting.PER_QUANTITY)));
        Plan soon = hurried.plan(PlanningFixture.ask().line(A, 1));
        assertThat(nodes(soon)).containsExactly(2L);
        assertThat(Json.write(soon.why())).contains("\"mostly\":\"LATENESS\"");
    }

    @Test
    void whereNothingMayBeSplitOneNodeShipsAllItCan() {
        Plan plan = heavyAbroad()
                .stock(A, 2, 3)
                .by(version(rule(0, 0, Splitting.NONE)))
                .plan(tenKilograms());

        assertThat(nodes(plan)).hasSize(1);
        assertThat(plan.shortages()).isNotEmpty();
        assertThat(plan.why()).containsEntry("short", "shipment-limit");
    }

    @Test
    void whereOnlyLinesMayBeSplitALineComesWholeOrNotAtAll() {
        PlanningFixture network = new PlanningFixture()
                .nodes(2)
                .stock(A, 1, 2)
                .stock(A, 2, 2)
                .stock(B, 1, 1)
                .by(version(rule(0, 0, Splitting.PER_LINE)));

        Plan plan = network.plan(PlanningFixture.ask().line(A, 3).line(B, 1));
        assertThat(plan.allocations()).extracting(Allocation::itemId).containsExactly(B);
        assertThat(plan.shortages()).extracting(Shortage::quantity).containsExactly(3L);
    }

    @Test
    void aChannelGoesByItsOwnRuleAndAnOrderByTheVersionOfItsMoment() {
        Rule web = new Rule("web", "", Aim.LEAST_COST, Map.of(), 0, 0, 0, Splitting.PER_QUANTITY, 0);
        assertThat(nodes(heavyAbroad().by(version(web)).plan(tenKilograms()))).hasSize(2);
        assertThat(nodes(heavyAbroad().by(version(web)).plan(tenKilograms().on("shop"))))
                .hasSize(1);
        List<SourcingStrategy> tomorrow =
                List.of(new SourcingStrategy(1, PlanningFixture.MONDAY.plusSeconds(1), List.of(web)));
        assertThat(nodes(heavyAbroad().by(tomorrow).plan(tenKilograms()))).hasSize(1);
    }

    @Test
    void neverCountsForMoreThanTheFewestShipmentsWould() {
        Random random = new Random(26);
        for (int n = 0; n < 300; n++) {
            PlanningFixture network = new PlanningFixture();
            int nodes = 1 + random.nextInt(6);
            for (long node = 1; node <= nodes; node++) {
                network.node(node, List.of("GB", "FR", "US").get(random.nextInt(3)));
            }
            PlanningFixture.Ask ask = PlanningFixture.ask();
            for (long item = 1; item <= 4; item++) {
                ask.line(item, 1 + random.nextInt(4), random.nextInt(9_000));
                for (long node = 1; node <= nodes; node++) {
                    network.stock(item, node, random.nextInt(5));
                }
            }
            long penalty = random.nextInt(4_000);
            Rule rule = rule(penalty, 0, Splitting.PER_QUANTITY);
            Plan fewest = network.planner(List.of(), ask.demand()).plan(ask.demand());
            Plan cheapest = network.planner(version(rule), ask.demand()).plan(ask.demand());
            assertThat(quantity(cheapest)).isEqualTo(quantity(fewest));
            assertThat(counts(cheapest, penalty)).as("try %s", n).isLessThanOrEqualTo(counts(fewest, penalty));
        }
    }

    private static long quantity(Plan plan) {
        return plan.allocations().stream().mapToLong(Allocation::quantity).sum();
    }

    private static long counts(Plan plan, long penalty) {
        long sum = -penalty;
        for (Object node : (List<?>) plan.why().getOrDefault("nodes", List.of())) {
            if (((Map<?, ?>) node).containsKey("took") && ((Map<?, ?>) node).get("cost") instanceof Number cost) {
                sum += cost.longValue() + penalty;
            }
        }
        return sum;
    }

    @Test
    void aStrategyWithPartsOfWhichNothingIsKnownIsRefused() {
        Rule rule =
                new Rule("Web", "", Aim.LEAST_COST, Map.of(CostPart.CARBON, 50), -1, 0, 0, Splitting.PER_QUANTITY, 0);
        Strategies.Wish wish = new Strategies.Wish(0, PlanningFixture.MONDAY.minusSeconds(1), List.of(rule, rule), "");

        assertThat(StrategyRules.refusals(wish, PlanningFixture.MONDAY))
                .extracting(Refusal::field)
                .contains("from", "why", "rules[0].channel", "rules[0].weights.CARBON", "rules[0].splitPenalty");
    }
}
