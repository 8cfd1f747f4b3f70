package dev.orderwright.whatif;

import dev.orderwright.promising.Demand;
import dev.orderwright.promising.StrategyReplay.Outcome;
import dev.orderwright.promising.StrategyReplay.Parcel;
import dev.orderwright.whatif.WhatIfResult.Day;
import dev.orderwright.whatif.WhatIfResult.NodeLoad;
import dev.orderwright.whatif.WhatIfResult.Side;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what became of orders on one side of a run. */
final class SideTally {

    private final ZoneId zone;
    private final Map<String, Long> cost = new TreeMap<>();
    private final Map<String, NodeTally> nodes = new TreeMap<>();
    private final Map<LocalDate, long[]> days = new TreeMap<>();
    private long orders;
    private long units;
    private long unserved;
    private long shipments;
    private long splitOrders;
    private long carriage;
    private long wished;
    private long late;
    private long lateDays;
    private long served;
    private long deliveryDays;

    /** @param zone of the office: an order belongs to its day there */
    SideTally(ZoneId zone) {
        this.zone = zone;
    }

    private static final class NodeTally {
        private final Map<LocalDate, Long> byDay = new TreeMap<>();
        private long shipments;
        private long units;

        NodeLoad load(String node) {
            Map.Entry<LocalDate, Long> busiest =
                    byDay.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
            return new NodeLoad(node, shipments, units, busiest.getValue(), busiest.getKey());
        }
    }

    void add(Demand demand, Outcome outcome) {
        LocalDate placed = LocalDate.ofInstant(outcome.at(), zone);
        List<Parcel> parcels = outcome.parcels();
        orders++;
        units += outcome.wanted();
        unserved += outcome.unserved();
        shipments += parcels.size();
        splitOrders += parcels.size() > 1 ? 1 : 0;
        outcome.costMinor().forEach((part, minor) -> cost.merge(part, minor, Long::sum));
        for (Parcel parcel : parcels) {
            carriage += parcel.carriageMinor();
            NodeTally node = nodes.computeIfAbsent(parcel.node(), code -> new NodeTally());
            node.shipments++;
            node.units += parcel.units();
            node.byDay.merge(parcel.shipOn(), 1L, Long::sum);
        }
        long[] day = days.computeIfAbsent(placed, d -> new long[3]);
        day[0]++;
        day[1] += parcels.size();
        day[2] += outcome.cost();
        parcels.stream().map(Parcel::deliverOn).max(LocalDate::compareTo).ifPresent(last -> {
            served++;
            deliveryDays += Math.max(0, ChronoUnit.DAYS.between(placed, last));
            LocalDate wish = demand.requestedOn();
            if (wish != null) {
                long days = Math.max(0, ChronoUnit.DAYS.between(wish, last));
                wished++;
                late += days > 0 ? 1 : 0;
                lateDays += days;
            }
        });
    }

    Side side() {
        return new Side(
                orders,
                units,
                unserved,
                shipments,
                splitOrders,
                carriage,
                cost,
                wished,
                late,
                lateDays,
                served,
                deliveryDays,
                nodes.entrySet().stream()
                        .map(node -> node.getValue().load(node.getKey()))
                        .toList(),
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()[0], day.getValue()[1], day.getValue()[2]))
                        .toList());
    }
}
