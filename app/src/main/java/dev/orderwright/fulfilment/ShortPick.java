package dev.orderwright.fulfilment;

/**
 * Units of a pick task that could not be taken.
 *
 * @param quantity in the item's smallest unit
 */
public record ShortPick(long fulfilmentId, int taskNo, long quantity, Reason reason) {

    /** Why they could not be taken. */
    public enum Reason {
        /** They are not in the bin. */
        NOT_FOUND,
        /** They are there, but not fit to be sent. */
        DAMAGED
    }
}
