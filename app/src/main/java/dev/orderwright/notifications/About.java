package dev.orderwright.notifications;

import dev.orderwright.customers.Customer;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.Slice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about.
 *
 * @param customer null for a guest
 * @param packages ids of those that a shipment is about
 * @param fact data of what has happened
 */
record About(
        OrderHead head,
        @Nullable Customer customer,
        List<OrderLine> lines,
        List<Slice> slices,
        Set<Long> packages,
        Map<String, Object> fact) {

    String text(String name) {
        return Objects.toString(fact.get(name), "");
    }
}
