package dev.orderwright.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish to cancel an order or parts of it.
 *
 * @param version what the caller saw; null when it does not matter
 * @param lines empty means everything that is still to be delivered
 */
public record CancelOrder(long orderId, @Nullable Integer version, List<Line> lines, String reason) {

    /** @param quantity in the item's smallest unit */
    public record Line(int lineNo, long quantity) {}
}
