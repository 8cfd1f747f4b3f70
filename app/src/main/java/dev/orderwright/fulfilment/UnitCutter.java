package dev.orderwright.fulfilment;

import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import java.util.ArrayList;
import java.util.List;

/** Chooses which units of a line an event happens to. Pure. */
final class UnitCutter {

    private UnitCutter() {}

    /** The first units of the slices. */
    static List<SliceChange> first(List<Slice> slices, long quantity, SliceEvent event) {
        List<SliceChange> changes = new ArrayList<>();
        long left = quantity;
        for (Slice slice : slices) {
            long part = Math.min(left, slice.quantity());
            if (part > 0) {
                changes.add(SliceChange.part(slice, part, event));
                left -= part;
            }
        }
        return complete(changes, left, slices);
    }

    /** The last units of the slices. */
    static List<SliceChange> last(List<Slice> slices, long quantity, SliceEvent event) {
        List<SliceChange> changes = new ArrayList<>();
        long left = quantity;
        for (Slice slice : slices.reversed()) {
            long part = Math.min(left, slice.quantity());
            if (part > 0) {
                changes.add(SliceChange.tail(slice, part, event));
                left -= part;
            }
        }
        return complete(changes, left, slices);
    }

    private static List<SliceChange> complete(List<SliceChange> changes, long left, List<Slice> slices) {
        if (left > 0) {
            throw new IllegalStateException(left + " units more than there are in " + slices);
        }
        return changes;
    }
}
