package dev.orderwright.promising;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one order asks for and under which conditions.
 *
 * @param country ISO 3166 alpha-2 code of the destination
 * @param method {@code STANDARD} or {@code EXPRESS}; what is unknown travels as {@code STANDARD}
 * @param at when the order was placed (or is planned again); cut-offs and calendars count from here
 * @param requestedOn the day on which the customer wants the goods: they arrive on that day or as shortly before it as
 *     calendars allow, or as soon as possible after it when that is all that can be done
 * @param shipComplete all lines in this plan, or all lines short
 * @param shipmentsMax how many nodes the plan may use; 0 means no limit
 * @param excludedNodes nodes that may not be used, because they have rejected the order or someone said so
 * @param onlyNode the one node that a person has chosen
 */
public record Demand(
        long orderId,
        String channel,
        String country,
        @Nullable String postcode,
        String method,
        Instant at,
        @Nullable LocalDate requestedOn,
        boolean shipComplete,
        int shipmentsMax,
        Set<Long> excludedNodes,
        @Nullable Long onlyNode,
        List<DemandLine> lines) {

    /** The same demand by another method. */
    Demand by(DeliveryMethod other) {
        return with(other.name(), at, lines);
    }

    /** What is left of it at another moment. */
    Demand left(Instant later, List<DemandLine> open) {
        return with(method, later, open);
    }

    private Demand with(String otherMethod, Instant moment, List<DemandLine> wanted) {
        return new Demand(
                orderId,
                channel,
                country,
                postcode,
                otherMethod,
                moment,
                requestedOn,
                shipComplete,
                shipmentsMax,
                excludedNodes,
                onlyNode,
                wanted);
    }
}
