package dev.orderwright.shipping.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.web.ScanAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A packing table with the goods of one fulfilment order.
 *
 * @param step what is to be done now
 * @param box the package that is being filled; null between two
 * @param partly whether what is closed could be sent before the rest, if a person chooses so
 */
public record PackPage(
        String number,
        String url,
        List<Chip> chips,
        Step step,
        List<KeyValue> facts,
        long unitsPacked,
        long unitsAll,
        String left,
        List<Line> lines,
        @Nullable Box box,
        List<ParcelCard> parcels,
        boolean partly,
        boolean mayWork,
        ScanAnswer said) {

    /** What is to be done now. */
    public enum Step {
        /** Units wait to be scanned. */
        SCAN,
        /** Everything is in; the package is still open. */
        CLOSE,
        /** Everything is closed, and a label is missing. */
        LABEL,
        /** Every package has its label. */
        READY,
        /** Nothing is picked that could be packed. */
        WAIT,
        /** Nothing is left to be done here. */
        OVER
    }

    /**
     * An item of the work.
     *
     * @param code what a scanner reads on it
     */
    public record Line(
            String sku, String code, String description, String picked, String packed, String left, Chip state) {}

    /** The package that is being filled. */
    public record Box(String number, String url, List<Content> contents, boolean empty, int version) {}

    /** What lies in it. */
    public record Content(String sku, String description, String quantity) {}

    /**
     * A package of the work.
     *
     * @param problem why it has no label; else empty
     * @param labelPdf where its label is printed; empty without a label, like {@code labelZpl}
     * @param slipPdf where its packing slip is printed; empty when the caller may not
     */
    public record ParcelCard(
            String number,
            String url,
            Chip state,
            String contents,
            String weight,
            String tracking,
            String problem,
            String labelPdf,
            String labelZpl,
            String slipPdf,
            boolean mayReopen,
            boolean mayVoid,
            boolean mayLabel) {}
}
