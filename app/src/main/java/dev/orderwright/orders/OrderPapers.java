package dev.orderwright.orders;

import dev.orderwright.documents.Document;
import dev.orderwright.orders.OrderQueries.OrderDetail;

/** Papers of orders for whoever sends them to the customer: nothing on them is covered. Declared here for those modules. */
public interface OrderPapers {

    /** The confirmation, as the order stands now. */
    Document confirmation(OrderDetail detail);
}
