package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.FormInput;
import java.util.Map;

/** Something that people do with an order: what they are asked, and the call that does it. */
interface OrderAction {

    /** The question with what was typed so far. */
    Dialog question(OrderDetail detail, Map<String, String> in);

    /** Does it, or tells why not; the answer is what is said afterwards. */
    Outcome<Flash> act(OrderDetail detail, FormInput in, Cause cause);
}
