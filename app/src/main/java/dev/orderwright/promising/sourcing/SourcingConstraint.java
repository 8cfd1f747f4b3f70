package dev.orderwright.promising.sourcing;

import dev.orderwright.promising.sourcing.SourcingNode.Offer;
import dev.orderwright.promising.sourcing.SourcingOrder.Line;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What may keep a node from shipping an order, or a line of it. Each is a small step of its own that answers with its
 * evidence; they are asked in this order, and the first that refuses is the reason that is kept.
 */
public enum SourcingConstraint {
    /** The node is switched off. */
    OFF("off") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            return node.conditions().active() ? null : Map.of();
        }
    },

    /** A person has chosen another node. */
    OTHER_CHOSEN_BY_HAND("other-node-set") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            Long only = order.onlyNode();
            return only == null || only == node.id() ? null : Map.of("chosen", only);
        }
    },

    /** The node has rejected the order, or someone has ruled it out. */
    EXCLUDED("excluded") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            return order.excludedNodes().contains(node.id()) ? Map.of() : null;
        }
    },

    /** It takes no orders at present. */
    BLACKOUT("blackout") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            return node.conditions().blackout() ? Map.of() : null;
        }
    },

    /** It has no open day within reach. */
    CLOSED("never-open") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            return node.conditions().closed() ? Map.of() : null;
        }
    },

    /** It ships nothing, and the order is to be shipped. */
    PICKUP_ONLY("pickup-only") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            return node.conditions().pickupOnly() && !order.pickup() ? Map.of() : null;
        }
    },

    /** It cannot send by this method. */
    METHOD("method") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            return order.pickup() || node.conditions().methods().contains(order.method())
                    ? null
                    : Map.of(
                            "wanted",
                            order.method(),
                            "has",
                            List.copyOf(node.conditions().methods()));
        }
    },

    /** Its day is full. */
    CAPACITY("capacity") {
        @Override
        @Nullable
        Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
            long orders = node.conditions().ordersLeft();
            long units = node.conditions().unitsLeft();
            return orders > 0 && units > 0 ? null : Map.of("ordersLeft", orders, "unitsLeft", units);
        }
    },

    /** It does not keep the item. */
    NOT_CARRIED("not-carried") {
        @Override
        @Nullable
        Map<String, Object> refuses(Line line, SourcingNode node, Offer offer) {
            return offer.carried() ? null : Map.of("item", line.itemId());
        }
    },

    /** It may not handle dangerous goods. */
    HAZARDOUS("hazardous") {
        @Override
        @Nullable
        Map<String, Object> refuses(Line line, SourcingNode node, Offer offer) {
            return line.hazardous() && !node.conditions().handlesHazardous() ? Map.of("item", line.itemId()) : null;
        }
    },

    /** It has nothing of the item that may be promised. */
    NOTHING_THERE("nothing-there") {
        @Override
        @Nullable
        Map<String, Object> refuses(Line line, SourcingNode node, Offer offer) {
            return offer.available() > 0 ? null : Map.of("item", line.itemId(), "wanted", line.quantity());
        }
    };

    /** All constraints in the order in which they are asked. */
    static final List<SourcingConstraint> ALL = List.of(values());

    private final String code;

    SourcingConstraint(String code) {
        this.code = code;
    }

    /** Stands in stored explanations and never changes. */
    public String code() {
        return code;
    }

    /** The evidence against the whole node; null when there is none. */
    @Nullable
    Map<String, Object> refuses(SourcingOrder order, SourcingNode node) {
        return null;
    }

    /** The evidence against a line at the node; null when there is none. */
    @Nullable
    Map<String, Object> refuses(Line line, SourcingNode node, Offer offer) {
        return null;
    }
}
