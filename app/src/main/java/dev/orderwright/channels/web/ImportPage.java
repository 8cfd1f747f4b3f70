package dev.orderwright.channels.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Pager;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import: how far it is, what came of it, and which rows could not be taken.
 *
 * @param topic under which open pages hear of it
 * @param bodyUrl where the part of the page that changes is fetched again
 * @param progress in words: {@code 120 of 500}; empty while nobody knows of how many
 * @param problem why it failed, empty when it did not
 * @param next what can be begun now; null for nothing
 * @param reportUrl the whole report
 * @param exceptions rows of the file
 * @param rowsUrl all of them
 */
public record ImportPage(
        String title,
        String topic,
        String bodyUrl,
        Chip state,
        String phase,
        long done,
        long total,
        String progress,
        boolean running,
        String problem,
        List<KeyValue> facts,
        List<KeyValue> figures,
        @Nullable Next next,
        String reportUrl,
        List<ExceptionRow> exceptions,
        String rowsUrl,
        Pager pager) {

    /**
     * What can be begun now.
     *
     * @param asks whether it is asked about first, at its address
     */
    public record Next(String title, String text, String action, String url, boolean asks) {}

    /** @param orderUrl where to look for the document, empty when the row names none */
    public record ExceptionRow(
            String line, String reference, String orderUrl, String code, String reason, String row, String amount) {}
}
