package dev.orderwright.fulfilment;

import java.util.List;

/** What was released to nodes. */
public record Released(List<Work> works) {

    public Released {
        works = List.copyOf(works);
    }

    /** @param units in the items' smallest units */
    public record Work(long fulfilmentId, String number, long orderId, long nodeId, long units) {}
}
