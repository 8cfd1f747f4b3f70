package dev.orderwright.fulfilment.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.web.ScanAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fulfilment order, as it is walked through: one stop at a time.
 *
 * @param step what is to be done now
 * @param stop where to go now; null unless somebody walks
 * @param heldBy why the caller may not go on with it; else empty
 * @param asks units that somebody wants to cancel; empty when nobody does
 * @param version what the caller decides on
 * @param packUrl where it is packed; empty while there is nothing to pack, or not by the caller
 */
public record WalkPage(
        String number,
        String url,
        String order,
        String orderUrl,
        List<Chip> chips,
        Step step,
        List<KeyValue> facts,
        String taken,
        long unitsTaken,
        long unitsAll,
        @Nullable Stop stop,
        String heldBy,
        List<String> asks,
        List<StopRow> stops,
        boolean mayWork,
        boolean mayReject,
        String printUrl,
        String packUrl,
        int version,
        ScanAnswer said) {

    /** What is to be done now. */
    public enum Step {
        ACCEPT,
        START,
        WALK,
        PICKED,
        OVER
    }

    /**
     * Where to go, and what to take there.
     *
     * @param quantity for people
     * @param open the same, for the field it can be changed in
     * @param code what a scanner reads on the item
     */
    public record Stop(
            int task,
            String bin,
            String quantity,
            String open,
            String step,
            String sku,
            String description,
            String code) {}

    /** A stop of the whole walk. */
    public record StopRow(
            int task,
            String bin,
            String sku,
            String description,
            String quantity,
            String taken,
            String missing,
            Chip state,
            String url,
            boolean current) {}
}
