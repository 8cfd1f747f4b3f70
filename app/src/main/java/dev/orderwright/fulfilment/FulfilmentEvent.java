package dev.orderwright.fulfilment;

/** What happens to a fulfilment order; see {@link FulfilmentTransitions}. */
public enum FulfilmentEvent {
    ACCEPT(FulfilmentState.ACCEPTED, "FulfilmentAccepted"),
    START(FulfilmentState.PICKING, "PickingStarted"),
    /** Its last unit was picked. */
    FINISH_PICKING(FulfilmentState.PICKED, "FulfilmentPicked"),
    /** A packed unit was taken out of its package again. */
    UNPACK(FulfilmentState.PICKED, "FulfilmentUnpacked"),
    FINISH_PACKING(FulfilmentState.PACKED, "FulfilmentPacked"),
    SHIP(FulfilmentState.SHIPPED, "FulfilmentShipped"),
    CLOSE(FulfilmentState.CLOSED, "FulfilmentClosed"),
    REJECT(FulfilmentState.REJECTED, "FulfilmentRejected"),
    ASK_CANCEL(FulfilmentState.CANCEL_REQUESTED, "CancelRequested"),
    REFUSE_CANCEL(FulfilmentState.CANCEL_REFUSED, "CancelRefused"),
    CANCEL(FulfilmentState.CANCELLED, "FulfilmentCancelled");

    private final FulfilmentState to;
    private final String fact;

    FulfilmentEvent(FulfilmentState to, String fact) {
        this.to = to;
        this.fact = fact;
    }

    /** Each event leads to one state, wherever it comes from. */
    public FulfilmentState to() {
        return to;
    }

    /** The type of the fact that tells of it. */
    String fact() {
        return fact;
    }
}
