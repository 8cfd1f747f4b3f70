package dev.orderwright.notifications.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * One message.
 *
 * @param text its body, line by line in paragraphs; empty for those who may not see whom it is to
 * @param htmlUrl where its HTML is shown; empty for them too
 * @param reason why it was not sent, empty otherwise
 */
public record MessagePage(
        String subject,
        Chip state,
        String reason,
        List<KeyValue> facts,
        List<List<String>> text,
        String htmlUrl,
        String retryUrl,
        String dismissUrl) {}
