package dev.orderwright.shipping;

import dev.orderwright.shipping.Parcel.Measures;
import java.util.List;

/** How picked units of a fulfilment order were packed, box by box, every unit scanned. */
public record PackConfirm(long fulfilmentId, List<Box> boxes) {

    public PackConfirm {
        boxes = List.copyOf(boxes);
    }

    /**
     * One closed box.
     *
     * @param measures weight 0 when it was not weighed: then it is added up
     */
    public record Box(List<Content> contents, Measures measures) {

        public Box {
            contents = List.copyOf(contents);
        }
    }

    /**
     * What was scanned into it.
     *
     * @param code SKU or barcode
     * @param quantity in the item's smallest unit
     */
    public record Content(String code, long quantity) {}
}
