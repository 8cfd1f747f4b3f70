package dev.orderwright.inventory.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * One transfer, and what arrives of it.
 *
 * @param mayReceive whether the caller works where it goes to and something is open
 * @param version what the caller decides on
 */
public record TransferPage(
        String number,
        Chip state,
        List<KeyValue> facts,
        List<Line> lines,
        boolean mayReceive,
        String receiveUrl,
        String closeUrl,
        int version,
        List<Refusal> refusals) {

    /** @param open what is still on its way, as a number a form takes; empty when nothing is */
    public record Line(
            int lineNo, String sku, String url, String description, String sent, String received, String open) {}
}
