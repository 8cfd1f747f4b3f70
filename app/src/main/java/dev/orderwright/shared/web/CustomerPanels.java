package dev.orderwright.shared.web;

import java.util.List;

/** What a module adds to the page of a customer: his orders, his money. Every bean of this type is asked. */
public interface CustomerPanels {

    /** The panels this caller may see; none when the module knows nothing of the customer. */
    List<Panel> panelsFor(long customerId, Who who);
}
