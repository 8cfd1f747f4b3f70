package dev.orderwright.channels.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * One import: how far it is, what came of it, and which rows could not be taken.
 *
 * @param problem why it failed, empty when it did not
 * @param exceptions rows of the file
 */
public record ImportPage(
        String title,
        Chip state,
        String phase,
        long done,
        long total,
        boolean running,
        String problem,
        List<KeyValue> facts,
        List<KeyValue> figures,
        List<ExceptionRow> exceptions,
        Pager pager) {

    /** @param orderUrl where to look for the document, empty when the row names none */
    public record ExceptionRow(
            String line, String reference, String orderUrl, String code, String reason, String row, String amount) {}
}
