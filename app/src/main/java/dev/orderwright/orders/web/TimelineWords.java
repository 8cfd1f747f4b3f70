package dev.orderwright.orders.web;

import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.ui.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts in the words of people, the newest first, each with its why. */
final class TimelineWords {

    private static final Set<String> GOOD = Set.of(
            "OrderConfirmed", "HoldReleased", "OrderClosed", "PackagesDelivered", "InvoicePaid", "UnitsReserved");
    private static final Set<String> WARN = Set.of(
            "HoldPlaced",
            "UnitsBackordered",
            "CancelAsked",
            "NodeExcluded",
            "FulfilmentRejected",
            "ShortPicked",
            "PaymentRefused",
            "PaymentNeedsAttention",
            "UnitsCancelled",
            "OrderCancelled",
            "UnitsTakenBack");
    private static final Set<String> INNER = Set.of("why", "number", "hold", "nodeId", "blocks", "scope");

    private final Show show;

    TimelineWords(Show show) {
        this.show = show;
    }

    List<TimelineEntry> entries(List<RecordedFact> facts, Map<Long, Node> nodes) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (RecordedFact fact : facts) {
            String type = fact.fact().type();
            Tone tone = GOOD.contains(type) ? Tone.GOOD : WARN.contains(type) ? Tone.WARN : Tone.NEUTRAL;
            entries.add(new TimelineEntry(
                    show.moment(fact.at()),
                    fact.at().toString(),
                    sentence(type) + details(fact.fact().data()),
                    actor(fact.actor()),
                    tone,
                    why(fact.fact().data(), nodes)));
        }
        Collections.reverse(entries);
        return entries;
    }

    /** {@code UnitsBackordered} becomes {@code Units backordered}. */
    static String sentence(String type) {
        StringBuilder words = new StringBuilder();
        for (char c : type.toCharArray()) {
            if (Character.isUpperCase(c) && !words.isEmpty()) {
                words.append(' ').append(Character.toLowerCase(c));
            } else {
                words.append(c);
            }
        }
        return words.toString();
    }

    private static String details(Map<String, Object> data) {
        StringBuilder text = new StringBuilder();
        data.forEach((key, value) -> {
            boolean plain = value instanceof String || value instanceof Number || value instanceof List<?>;
            if (plain && !INNER.contains(key) && !value.toString().isBlank()) {
                text.append(text.isEmpty() ? ": " : ", ")
                        .append(sentence(key))
                        .append(' ')
                        .append(value);
            }
        });
        return text.toString();
    }

    private static List<String> why(Map<String, Object> data, Map<Long, Node> nodes) {
        if (!(data.get("why") instanceof Map<?, ?> why)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        why.forEach((key, value) -> addLines(lines, String.valueOf(key), value, nodes));
        return lines;
    }

    private static void addLines(List<String> lines, String key, Object value, Map<Long, Node> nodes) {
        switch (value) {
            case List<?> list -> list.forEach(entry -> lines.add(key + ": " + flat(entry, nodes)));
            case Map<?, ?> map -> lines.add(key + ": " + flat(map, nodes));
            default -> lines.add(key + ": " + value);
        }
    }

    private static String flat(Object value, Map<Long, Node> nodes) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((key, entry) -> parts.add(key + " " + node(String.valueOf(key), entry, nodes)));
            return String.join(", ", parts);
        }
        return String.valueOf(value);
    }

    private static String node(String key, Object value, Map<Long, Node> nodes) {
        if (key.startsWith("node") && value instanceof Number id && nodes.containsKey(id.longValue())) {
            Node node = nodes.get(id.longValue());
            return node == null ? "" : node.code();
        }
        return flat(value, nodes);
    }

    /** {@code user:ann} becomes {@code ann}; the system's processes say that they are. */
    static String actor(String code) {
        int colon = code.indexOf(':');
        String name = code.substring(colon + 1);
        return code.startsWith("system:") ? name.replace('-', ' ') + " (automatic)" : name;
    }
}
