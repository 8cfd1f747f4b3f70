package dev.orderwright.insight;

import dev.orderwright.insight.Flow.Stuck;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long units may be in a state, and why they stand still when they are longer. */
final class StuckRules {

    /** In their order. */
    static final List<String> STAGES = List.of("RELEASED", "PICKED", "SHIPPED", "DELIVERED");

    /** Nights and weekends are in them: nobody works then. */
    static final Map<String, Duration> LIMITS = limits();

    private StuckRules() {}

    private static Map<String, Duration> limits() {
        Map<String, Duration> limits = new LinkedHashMap<>();
        limits.put("OPEN", Duration.ofHours(1));
        limits.put("BACKORDERED", Duration.ofDays(14));
        limits.put("RESERVED", Duration.ofDays(4));
        limits.put("RELEASED", Duration.ofDays(3));
        limits.put("PICKED", Duration.ofDays(3));
        limits.put("PACKED", Duration.ofDays(3));
        limits.put("SHIPPED", Duration.ofDays(10));
        return Collections.unmodifiableMap(limits);
    }

    static String reason(Stuck stuck) {
        if (!stuck.holds().isEmpty() && !stuck.state().equals("SHIPPED")) {
            return "on hold: " + stuck.holds().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return switch (stuck.state()) {
            case "OPEN" -> "not sourced: no node can ship it";
            case "BACKORDERED" -> stuck.shipOn() == null ? "no supply is announced" : "waits for announced supply";
            case "RESERVED" -> "reserved, and not released to its node";
            case "RELEASED" -> "released, and nobody has picked it";
            case "PICKED" -> "picked, and not packed";
            case "PACKED" -> "packed, and not handed to the carrier";
            case "SHIPPED" -> "with the carrier, and not reported as delivered";
            default -> "in one state for long";
        };
    }
}
