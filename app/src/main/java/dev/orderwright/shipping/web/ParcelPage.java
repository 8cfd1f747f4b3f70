package dev.orderwright.shipping.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.TimelineEntry;
import java.util.List;

/**
 * One package: what is in it, where it is, and everything its carrier has seen.
 *
 * @param tracking what the carrier knows it by; empty without a label
 * @param problem why it has no label; else empty
 * @param units how many there are together; empty where some are not counted in whole units
 * @param attempts how its labels were bought; shown when it took more than one
 * @param version what the caller decides on
 */
public record ParcelPage(
        String number,
        String url,
        List<Chip> chips,
        String tracking,
        String problem,
        List<Content> contents,
        String units,
        List<KeyValue> facts,
        List<TimelineEntry> events,
        List<TimelineEntry> attempts,
        String labelPdf,
        String labelZpl,
        String slipPdf,
        boolean mayLabel,
        boolean mayVoid,
        boolean mayReopen,
        boolean mayHandOver,
        boolean mayWriteOff,
        int version) {

    /** What lies in it. */
    public record Content(String lineNo, String sku, String description, String quantity) {}
}
