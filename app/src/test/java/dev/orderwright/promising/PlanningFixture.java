package dev.orderwright.promising;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A network with stock, built in words, and the planner on top of it: everything of planning but the database. */
final class PlanningFixture {

    static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    /** A Monday morning. */
    static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final TreeMap<Long, SourceNode> nodes = new TreeMap<>();
    private final Map<Long, TreeMap<Long, Long>> stock = new TreeMap<>();
    private final List<Supply> supplies = new ArrayList<>();
    private final Map<String, Map<Long, TreeMap<Long, Long>>> limits = new HashMap<>();
    private @Nullable Planner planner;
    private final Map<Long, Long> waiting = new HashMap<>();
    private List<SourcingStrategy> strategies = List.of();

    private record Supply(long item, long node, LocalDate day, long quantity) {}

    static NodeCalendar calendar(String zone, String cutOff, int processingDays, LocalDate... closed) {
        return new NodeCalendar(ZoneId.of(zone), WORKDAYS, List.of(closed), LocalTime.parse(cutOff), processingDays);
    }

    static SourceNode node(long id, String country, NodeCalendar calendar) {
        return new SourceNode(id, "N" + id, Reach.of(Place.of(country, null)), calendar, true, true);
    }

    PlanningFixture add(SourceNode node) {
        nodes.put(node.id(), node);
        return this;
    }

    /** Nodes 1 … n in Britain that ship the same day. */
    PlanningFixture nodes(int count) {
        for (long id = 1; id <= count; id++) {
            node(id, "GB");
        }
        return this;
    }

    PlanningFixture node(long id, String country) {
        return add(node(id, country, calendar("Europe/London", "16:00", 0)));
    }

    PlanningFixture stock(long item, long node, long quantity) {
        stock.computeIfAbsent(item, i -> new TreeMap<>()).put(node, quantity);
        return this;
    }

    PlanningFixture supply(long item, long node, String day, long quantity) {
        supplies.add(new Supply(item, node, LocalDate.parse(day), quantity));
        return this;
    }

    PlanningFixture limit(String channel, String day, long item, long node, long quantity) {
        limits.computeIfAbsent(channel + "@" + day, c -> new TreeMap<>())
                .computeIfAbsent(item, i -> new TreeMap<>())
                .put(node, quantity);
        return this;
    }

    PlanningFixture waiting(long item, long quantity) {
        waiting.put(item, quantity);
        return this;
    }

    /** By these versions of the strategy, the newest first. */
    PlanningFixture by(List<SourcingStrategy> versions) {
        strategies = versions;
        return this;
    }

    /** Plans against what the plans before this one have left. */
    Plan plan(Ask ask) {
        return plan(ask.demand());
    }

    Plan plan(Demand demand) {
        if (planner == null) {
            planner = planner(strategies, demand);
        }
        return planner.plan(demand);
    }

    /** Items the demand does not name but has stock or supply for are known too, so that several demands can follow. */
    Planner planner(List<SourcingStrategy> versions, Demand demand) {
        Set<Long> items = new TreeSet<>(stock.keySet());
        demand.lines().forEach(line -> items.add(line.itemId()));
        supplies.forEach(supply -> items.add(supply.item()));
        SourceNode[] network = nodes.values().toArray(SourceNode[]::new);
        StockBook book = new StockBook(longs(items), longs(nodes.keySet()));
        stock.forEach((item, byNode) -> byNode.forEach((node, quantity) -> book.put(item, node, quantity)));
        return new Planner(network, book, limitBook(book), supplyBook(book), versions);
    }

    private SupplyBook supplyBook(StockBook book) {
        List<SupplyBook.Arrival> arrivals = new ArrayList<>();
        for (Supply supply : supplies) {
            int day = Math.toIntExact(supply.day().toEpochDay());
            arrivals.add(
                    new SupplyBook.Arrival(book.item(supply.item()), position(supply.node()), day, supply.quantity()));
        }
        long[] set = new long[book.items()];
        waiting.forEach((item, quantity) -> set[book.item(item)] = quantity);
        return new SupplyBook(() -> arrivals, () -> set);
    }

    private int position(long node) {
        return new ArrayList<>(nodes.keySet()).indexOf(node);
    }

    private LimitBook limitBook(StockBook book) {
        LimitBook result = new LimitBook();
        limits.forEach((key, byItem) -> {
            long[] cells = new long[book.items() * book.nodes()];
            byItem.forEach((item, byNode) ->
                    byNode.forEach((node, quantity) -> cells[book.cell(book.item(item), position(node))] = quantity));
            String[] parts = key.split("@", -1);
            result.put(parts[0], Math.toIntExact(LocalDate.parse(parts[1]).toEpochDay()), cells);
        });
        return result;
    }

    private static long[] longs(Set<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    /** A demand to London on Monday morning; the withers change one thing each. */
    static final class Ask {
        private String channel = "web";
        private String country = "GB";
        private @Nullable String postcode = "EC1A 1BB";
        private String method = "STANDARD";
        private Instant at = MONDAY;
        private @Nullable LocalDate requestedOn;
        private boolean shipComplete;
        private int shipmentsMax;
        private Set<Long> excluded = Set.of();
        private @Nullable Long onlyNode;
        private final List<DemandLine> lines = new ArrayList<>();

        Ask line(long item, long quantity) {
            return line(item, quantity, 100);
        }

        Ask line(long item, long quantity, int grams) {
            lines.add(new DemandLine(lines.size() + 1, item, quantity, grams));
            return this;
        }

        Ask to(String toCountry, @Nullable String toPostcode) {
            country = toCountry;
            postcode = toPostcode;
            return this;
        }

        Ask express() {
            method = "EXPRESS";
            return this;
        }

        Ask at(String instant) {
            at = Instant.parse(instant);
            return this;
        }

        Ask on(String onChannel) {
            channel = onChannel;
            return this;
        }

        Ask requested(String day) {
            requestedOn = LocalDate.parse(day);
            return this;
        }

        Ask complete() {
            shipComplete = true;
            return this;
        }

        Ask shipmentsMax(int max) {
            shipmentsMax = max;
            return this;
        }

        Ask without(Long... nodes) {
            excluded = Set.of(nodes);
            return this;
        }

        Ask onlyFrom(long node) {
            onlyNode = node;
            return this;
        }

        Demand demand() {
            return new Demand(
                    7,
                    channel,
                    country,
                    postcode,
                    method,
                    at,
                    requestedOn,
                    shipComplete,
                    shipmentsMax,
                    excluded,
                    onlyNode,
                    lines);
        }
    }

    static Ask ask() {
        return new Ask();
    }
}
