package dev.orderwright.insight;

import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the stages of orders off their facts: the first release, and the last of everything after it. */
final class MilestoneRules {

    private MilestoneRules() {}

    /** What a batch of facts tells of one order; null and 0 where it tells nothing. */
    static final class Progress {

        final long orderId;
        String channel = "";

        @Nullable
        Instant placedAt;

        @Nullable
        LocalDate promisedOn;

        @Nullable
        Long nodeId;

        long unitsReserved;
        long unitsBackordered;
        long unitsCancelled;
        int shipments;
        boolean harmed;

        @Nullable
        Instant releasedAt;

        @Nullable
        Instant pickedAt;

        @Nullable
        Instant shippedAt;

        @Nullable
        Instant deliveredAt;

        @Nullable
        Instant endedAt;

        Progress(long orderId) {
            this.orderId = orderId;
        }

        boolean isPlaced() {
            return placedAt != null;
        }

        /** Whether it tells more than that the order was placed. */
        boolean isAdvanced() {
            return Stream.of(nodeId, releasedAt, pickedAt, shippedAt, deliveredAt, endedAt)
                            .anyMatch(Objects::nonNull)
                    || unitsCancelled != 0
                    || shipments != 0
                    || harmed;
        }
    }

    static List<Progress> progress(List<RecordedFact> facts) {
        Map<Long, Progress> byOrder = new LinkedHashMap<>();
        for (RecordedFact fact : facts) {
            if (fact.fact().subjectKind().equals("order")) {
                note(byOrder.computeIfAbsent(fact.fact().subjectId(), Progress::new), fact);
            }
        }
        return new ArrayList<>(byOrder.values());
    }

    private static void note(Progress order, RecordedFact fact) {
        Map<String, Object> data = fact.fact().data();
        switch (fact.fact().type()) {
            case "OrderPlaced" -> placed(order, fact.at(), data);
            case "FulfilmentReleased" -> {
                order.releasedAt = earlier(order.releasedAt, fact.at());
                order.nodeId = order.nodeId == null && data.get("node") instanceof String node
                        ? Long.valueOf(node)
                        : order.nodeId;
            }
            case "FulfilmentPicked" -> order.pickedAt = later(order.pickedAt, fact.at());
            case "ShipmentHandedOver" -> {
                order.shippedAt = later(order.shippedAt, fact.at());
                order.shipments++;
            }
            case "PackageDelivered" -> order.deliveredAt = later(order.deliveredAt, fact.at());
            case "UnitsCancelled" -> order.unitsCancelled += number(data, "units");
            case "UnitsTakenBack", "PackageWrittenOff" -> order.harmed = true;
            case "OrderClosed", "OrderCancelled" -> order.endedAt = fact.at();
            default -> {
                // other facts are no milestones
            }
        }
    }

    private static void placed(Progress order, Instant at, Map<String, Object> data) {
        order.placedAt = at;
        order.channel = String.valueOf(data.getOrDefault("channel", ""));
        order.promisedOn =
                data.get("estimatedDelivery") instanceof String day && !day.isEmpty() ? LocalDate.parse(day) : null;
        order.unitsReserved = number(data, "unitsReserved");
        order.unitsBackordered = number(data, "unitsBackordered");
    }

    private static long number(Map<String, Object> data, String name) {
        return data.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
        return known == null || at.isBefore(known) ? at : known;
    }

    private static Instant later(@Nullable Instant known, Instant at) {
        return known == null || at.isAfter(known) ? at : known;
    }
}
