package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plan against every set of nodes there is, found by another, slower way. */
class SourceSearchRulesTests {

    private static final List<String> COUNTRIES = List.of("GB", "GB", "GB", "FR", "US");
    private static final List<String> ZONES =
            List.of("Europe/London", "Etc/GMT+12", "Pacific/Kiritimati", "Asia/Kathmandu", "Europe/Paris");

    /** A case as plain maps; its nodes in the order of their ranks. */
    private record Case(
            List<SourceNode> nodes, Map<Long, Map<Long, Long>> stock, Demand demand, PlanningFixture fixture) {

        long there(long item, long node) {
            return stock.getOrDefault(item, Map.of()).getOrDefault(node, 0L);
        }
    }

    /** What a set of nodes would mean: compared part by part. */
    private record Outlook(int linesWhole, long units, int shipments, long cost, int deliverDay)
            implements Comparable<Outlook> {

        @Override
        public int compareTo(Outlook other) {
            int[] orders = {
                Integer.compare(other.linesWhole, linesWhole),
                Long.compare(other.units, units),
                Integer.compare(shipments, other.shipments),
                Long.compare(cost, other.cost),
                Integer.compare(deliverDay, other.deliverDay)
            };
            for (int order : orders) {
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noSetOfNodesIsBetterThanTheChosenOne(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Case problem = randomCase(random, 1 + random.nextInt(5), 6);
            Plan plan = problem.fixture().plan(problem.demand());
            String label = "seed " + seed + " case " + i + ": " + problem.demand() + " " + problem.stock();
            conserves(problem, plan, label);
            assertThat(outlook(problem, plan)).as(label).isEqualTo(expected(problem));
        }
    }

    /** Twelve nodes and eight lines: still every set. */
    @Test
    void isExactUpToTwelveNodes() {
        long seed = 12;
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            Case problem = randomCase(random, 12, 8);
            Plan plan = problem.fixture().plan(problem.demand());
            String label = "seed " + seed + " case " + i;
            conserves(problem, plan, label);
            assertThat(outlook(problem, plan)).as(label).isEqualTo(expected(problem));
        }
    }

    /** In large networks the set may be larger than needed, but it covers as much as all nodes together. */
    @Test
    void coversAllThereIsInALargeNetwork() {
        long seed = 40;
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            Case problem = randomCase(random, 40, 14);
            Plan plan = problem.fixture().plan(unlimited(problem.demand()));
            String label = "seed " + seed + " case " + i;
            conserves(problem, plan, label);
            Outlook all = outlookOf(
                    problem,
                    problem.nodes().stream()
                            .filter(node -> candidate(problem, node))
                            .toList());
            assertThat(outlook(problem, plan).units()).as(label).isEqualTo(all.units());
        }
    }

    private static Demand unlimited(Demand d) {
        return new Demand(
                d.orderId(),
                d.channel(),
                d.country(),
                d.postcode(),
                d.method(),
                d.at(),
                d.requestedOn(),
                false,
                0,
                d.excludedNodes(),
                d.onlyNode(),
                d.lines());
    }

    private static Case randomCase(Random random, int nodeCount, int linesMax) {
        PlanningFixture fixture = new PlanningFixture();
        List<SourceNode> nodes = new ArrayList<>();
        for (long id = 1; id <= nodeCount; id++) {
            SourceNode node = new SourceNode(
                    id,
                    "N" + id,
                    Reach.of(Place.of(COUNTRIES.get(random.nextInt(COUNTRIES.size())), null)),
                    PlanningFixture.calendar(ZONES.get(random.nextInt(ZONES.size())), "12:00", random.nextInt(3)),
                    random.nextInt(12) > 0,
                    random.nextInt(12) > 0);
            nodes.add(node);
            fixture.add(node);
        }
        Map<Long, Map<Long, Long>> stock = new TreeMap<>();
        int items = 1 + random.nextInt(linesMax);
        for (long item = 1; item <= items; item++) {
            for (SourceNode node : nodes) {
                long quantity = Math.max(0, random.nextInt(7) - 3);
                stock.computeIfAbsent(item, k -> new TreeMap<>()).put(node.id(), quantity);
                fixture.stock(item, node.id(), quantity);
            }
        }
        PlanningFixture.Ask ask = PlanningFixture.ask();
        int lines = 1 + random.nextInt(linesMax);
        for (int l = 0; l < lines; l++) {
            long item = 1 + random.nextInt(items);
            ask.line(item, 1 + random.nextInt(4), (int) (item * 700));
        }
        if (random.nextInt(4) == 0) {
            ask.complete();
        }
        if (random.nextInt(3) == 0) {
            ask.shipmentsMax(1 + random.nextInt(3));
        }
        if (random.nextInt(4) == 0) {
            ask.without(1L + random.nextInt(nodeCount));
        }
        if (random.nextInt(12) == 0) {
            ask.onlyFrom(1L + random.nextInt(nodeCount));
        }
        Case problem = new Case(nodes, stock, ask.demand(), fixture);
        Map<Long, Rank> ranks = nodes.stream().collect(Collectors.toMap(SourceNode::id, node -> rank(problem, node)));
        nodes.sort(Comparator.comparing(node -> ranks.get(node.id())));
        return problem;
    }

    private static void conserves(Case problem, Plan plan, String label) {
        Map<Integer, Long> left = new HashMap<>();
        problem.demand().lines().forEach(line -> left.put(line.lineNo(), line.quantity()));
        Map<String, Long> used = new HashMap<>();
        for (Allocation allocation : plan.allocations()) {
            assertThat(allocation.quantity()).as(label).isPositive();
            left.merge(allocation.lineNo(), -allocation.quantity(), Long::sum);
            used.merge(allocation.itemId() + "@" + allocation.nodeId(), allocation.quantity(), Long::sum);
            assertThat(used.get(allocation.itemId() + "@" + allocation.nodeId()))
                    .as(label)
                    .isLessThanOrEqualTo(problem.there(allocation.itemId(), allocation.nodeId()));
        }
        for (Shortage shortage : plan.shortages()) {
            assertThat(shortage.quantity()).as(label).isPositive();
            left.merge(shortage.lineNo(), -shortage.quantity(), Long::sum);
        }
        assertThat(left.values()).as(label).containsOnly(0L);
    }

    /** What the plan means, counted from its allocations alone. */
    private static Outlook outlook(Case problem, Plan plan) {
        Map<Long, Map<Long, Long>> byNode = new TreeMap<>();
        Map<Long, Long> byItem = new HashMap<>();
        LocalDate last = LocalDate.EPOCH;
        for (Allocation a : plan.allocations()) {
            byNode.computeIfAbsent(a.nodeId(), k -> new HashMap<>()).merge(a.itemId(), a.quantity(), Long::sum);
            byItem.merge(a.itemId(), a.quantity(), Long::sum);
            last = a.deliverOn().isAfter(last) ? a.deliverOn() : last;
        }
        Map<Long, Long> wanted = wanted(problem.demand());
        long cost = 0;
        for (var shipment : byNode.entrySet()) {
            cost += price(problem, shipment.getKey(), shipment.getValue());
        }
        return new Outlook(
                (int) wanted.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(byItem.get(entry.getKey())))
                        .count(),
                byItem.values().stream().mapToLong(Long::longValue).sum(),
                byNode.size(),
                cost,
                Math.toIntExact(last.toEpochDay()));
    }

    private static Outlook expected(Case problem) {
        Demand demand = problem.demand();
        Outlook best = new Outlook(0, 0, 0, 0, 0);
        List<SourceNode> nodes = problem.nodes();
        for (int set = 1; set < 1 << nodes.size(); set++) {
            List<SourceNode> members = new ArrayList<>();
            for (int n = 0; n < nodes.size(); n++) {
                if ((set >> n & 1) == 1) {
                    members.add(nodes.get(n));
                }
            }
            boolean allowed = members.stream().allMatch(node -> candidate(problem, node))
                    && (demand.shipmentsMax() == 0 || members.size() <= demand.shipmentsMax());
            if (allowed) {
                Outlook outlook = outlookOf(problem, members);
                best = outlook.compareTo(best) < 0 ? outlook : best;
            }
        }
        Map<Long, Long> wanted = wanted(demand);
        boolean held = demand.shipComplete() && best.linesWhole() < wanted.size();
        return held ? new Outlook(0, 0, 0, 0, 0) : best;
    }

    private static boolean candidate(Case problem, SourceNode node) {
        Demand demand = problem.demand();
        Long only = demand.onlyNode();
        return node.active()
                && node.ships()
                && !demand.excludedNodes().contains(node.id())
                && (only == null || only == node.id());
    }

    /** The rule of splitting, written down once more, for members in the order of their ranks: whole to the best ranked member that has all, else by rank. */
    private static Outlook outlookOf(Case problem, List<SourceNode> members) {
        Map<Long, Long> wanted = wanted(problem.demand());
        Map<Long, Map<Long, Long>> byNode = new HashMap<>();
        int whole = 0;
        long units = 0;
        for (var entry : wanted.entrySet()) {
            long item = entry.getKey();
            long open = entry.getValue();
            List<SourceNode> givers = members.stream()
                    .filter(node -> problem.there(item, node.id()) >= entry.getValue())
                    .limit(1)
                    .toList();
            for (SourceNode node : givers.isEmpty() ? members : givers) {
                long part = Math.min(open, problem.there(item, node.id()));
                if (part > 0) {
                    byNode.computeIfAbsent(node.id(), k -> new HashMap<>()).put(item, part);
                    open -= part;
                    units += part;
                }
            }
            whole += open == 0 ? 1 : 0;
        }
        long cost = 0;
        int last = 0;
        for (var shipment : byNode.entrySet()) {
            cost += price(problem, shipment.getKey(), shipment.getValue());
            last = Math.max(last, deliverDay(problem, node(problem, shipment.getKey())));
        }
        return new Outlook(whole, units, byNode.size(), cost, last);
    }

    /** Cost of everything that can be had, then dates, then the node's age. */
    private static Rank rank(Case problem, SourceNode node) {
        Map<Long, Long> reachable = new HashMap<>();
        wanted(problem.demand()).forEach((item, quantity) -> {
            long there = problem.nodes().stream()
                    .filter(other -> candidate(problem, other))
                    .mapToLong(other -> problem.there(item, other.id()))
                    .sum();
            reachable.put(item, Math.min(quantity, there));
        });
        return new Rank(
                price(problem, node.id(), reachable),
                deliverDay(problem, node),
                node.calendar().shipDay(problem.demand().at()),
                node.id());
    }

    private record Rank(long cost, int deliverDay, int shipDay, long id) implements Comparable<Rank> {
        @Override
        public int compareTo(Rank other) {
            return java.util.Arrays.compare(
                    new long[] {cost, deliverDay, shipDay, id},
                    new long[] {other.cost, other.deliverDay, other.shipDay, other.id});
        }
    }

    private static long price(Case problem, long nodeId, Map<Long, Long> quantities) {
        long grams = quantities.entrySet().stream()
                .mapToLong(entry -> entry.getKey() * 700 * entry.getValue())
                .sum();
        return Tariffs.priceMinor(zone(problem, node(problem, nodeId)), DeliveryMethod.STANDARD, grams);
    }

    private static int deliverDay(Case problem, SourceNode node) {
        int shipDay = node.calendar().shipDay(problem.demand().at());
        return TransitTable.deliverDay(shipDay, zone(problem, node), DeliveryMethod.STANDARD);
    }

    private static DeliveryZone zone(Case problem, SourceNode node) {
        Demand demand = problem.demand();
        return node.reach().to(Reach.of(Place.of(demand.country(), demand.postcode())));
    }

    private static SourceNode node(Case problem, long id) {
        return problem.nodes().stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private static Map<Long, Long> wanted(Demand demand) {
        return demand.lines().stream()
                .collect(Collectors.toMap(DemandLine::itemId, DemandLine::quantity, Long::sum, TreeMap::new));
    }
}
