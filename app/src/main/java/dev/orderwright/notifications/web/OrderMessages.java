package dev.orderwright.notifications.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/**
 * On the page of an order: what the customer was told.
 *
 * @param sendUrl empty for those who may not send
 * @param kinds what can be sent of this order
 * @param keptOnly true while no mail server is set up
 */
public record OrderMessages(List<Row> rows, String sendUrl, Field kinds, Field to, boolean keptOnly) {

    /** @param reason why it is not sent, empty otherwise */
    public record Row(String url, String what, String to, Chip state, String when, String reason) {}
}
