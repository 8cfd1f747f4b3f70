package dev.orderwright.orders;

/** What can happen to a slice. The legal combinations with states are in {@link SliceTransitions}. */
public enum SliceEvent {
    RESERVE,
    BACKORDER,
    /** What waits is expected on another day. */
    REDATE,
    UNRESERVE,
    /** A service (postage, fee) is rendered: it needs no stock. */
    RENDER,
    RELEASE,
    REJECT,
    /** Not found where it should lie: the stock is written off. */
    SHORT_LOST,
    SHORT_DAMAGED,
    PICK,
    UNPICK,
    PACK,
    UNPACK,
    SHIP,
    DELIVER,
    LOSE,
    CANCEL,
    TAKE_BACK
}
