package dev.orderwright.shipping;

import java.util.List;

/** What left, and what had to stay with its reasons. */
public record HandedOver(List<Shipment> shipments, List<PackResult> refused) {

    public HandedOver {
        shipments = List.copyOf(shipments);
        refused = List.copyOf(refused);
    }
}
