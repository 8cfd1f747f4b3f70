package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * Figures of an order that a module knows: what was paid for it and what is due. A question about the order tells which
 * of them would change.
 */
public interface OrderFigures {

    /** Those that this caller may see, always with the same labels in the same order. */
    List<KeyValue> figuresOf(long orderId, Who who);
}
