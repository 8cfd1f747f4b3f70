package dev.orderwright.insight;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Flow.Stuck;
import dev.orderwright.orders.HoldType;
import dev.orderwright.shared.Texts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
            return t("insight.stuck.onHold", holds(stuck));
        }
        return switch (stuck.state()) {
            case "OPEN" -> t("insight.stuck.open");
            case "BACKORDERED" ->
                stuck.shipOn() == null ? t("insight.stuck.noSupply") : t("insight.stuck.waitsForSupply");
            case "RESERVED" -> t("insight.stuck.reserved");
            case "RELEASED" -> t("insight.stuck.released");
            case "PICKED" -> t("insight.stuck.picked");
            case "PACKED" -> t("insight.stuck.packed");
            case "SHIPPED" -> t("insight.stuck.shipped");
            default -> t("insight.stuck.long");
        };
    }

    /** The kinds of holds as people call them. */
    private static String holds(Stuck stuck) {
        return Arrays.stream(stuck.holds().split(","))
                .map(kind -> Texts.of(HoldType.valueOf(kind.strip())))
                .collect(Collectors.joining(", "));
    }
}
