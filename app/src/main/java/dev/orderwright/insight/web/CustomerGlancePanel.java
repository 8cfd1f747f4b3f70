package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * A customer at a glance: what he bought, what goes wrong, what he buys most, what he was written.
 *
 * @param figures each with the rows behind it
 * @param bound how far back was looked; empty when that was all
 * @param holdUrl where a hold is placed on all he orders; empty for those who may not
 */
public record CustomerGlancePanel(
        List<KeyValue> figures,
        String bound,
        List<Hold> holds,
        String holdUrl,
        List<Item> items,
        List<Message> messages) {

    /** @param releaseUrl empty for those who may not */
    public record Hold(String reason, String placed, String releaseUrl) {}

    /** @param url empty for those who may not see stock; {@code ordersUrl} has his orders with it */
    public record Item(String sku, String url, String description, String units, String orders, String ordersUrl) {}

    /** @param sent false while it waits, and when it was not taken */
    public record Message(String subject, String url, String order, String orderUrl, String at, boolean sent) {}
}
