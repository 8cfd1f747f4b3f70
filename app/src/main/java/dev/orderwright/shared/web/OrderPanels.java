package dev.orderwright.shared.web;

import java.util.List;

/**
 * What a module adds to the page of an order: its packages, its money. Every bean of this type is asked when the page is
 * shown.
 */
public interface OrderPanels {

    /** The panels this caller may see; none when the module knows nothing of the order yet. */
    List<Panel> panelsFor(long orderId, Who who);
}
