package dev.orderwright.promising.web;

import dev.orderwright.catalog.Item;
import dev.orderwright.promising.ItemAvailability;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is available of each item that was asked for, in the order of the question.
 *
 * @param at the moment for which the answer holds
 */
record AvailabilityAnswer(Instant at, List<OfItem> items) {

    /**
     * One item, quantities in its unit.
     *
     * @param available what all nodes together can ship
     * @param enough whether that is what was wanted, or more
     * @param shipOn the day by which all of the wanted quantity has left; null when no date is known
     * @param deliverOn the day by which all of the wanted quantity has arrived; null when no date is known
     * @param nodes every node that has some, soonest delivery first
     */
    record OfItem(
            String sku,
            BigDecimal wanted,
            BigDecimal available,
            boolean enough,
            @Nullable LocalDate shipOn,
            @Nullable LocalDate deliverOn,
            List<AtNode> nodes) {

        static OfItem of(Item item, ItemAvailability availability) {
            int decimals = item.quantityDecimals();
            return new OfItem(
                    item.sku().code(),
                    BigDecimal.valueOf(availability.wanted(), decimals),
                    BigDecimal.valueOf(availability.total(), decimals),
                    availability.isEnough(),
                    availability.shipOn(),
                    availability.deliverOn(),
                    availability.nodes().stream()
                            .map(node -> new AtNode(
                                    node.node(),
                                    BigDecimal.valueOf(node.quantity(), decimals),
                                    node.shipOn(),
                                    node.deliverOn()))
                            .toList());
        }
    }

    /** What one node can ship of an item, and when it would leave and arrive if it were ordered now. */
    record AtNode(String node, BigDecimal available, LocalDate shipOn, LocalDate deliverOn) {}
}
