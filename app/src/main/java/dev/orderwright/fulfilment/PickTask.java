package dev.orderwright.fulfilment;

/**
 * One stop of a pick list: a quantity of an item to be taken from a bin, which keeps it for nobody else.
 *
 * @param missing what was not there, or not fit to be sent
 * @param dropped what need not be taken any more
 */
public record PickTask(
        long orderId,
        long fulfilmentId,
        int taskNo,
        int lineNo,
        long itemId,
        String bin,
        long quantity,
        long picked,
        long missing,
        long dropped) {

    /** What is still to be taken, and claimed in the bin. */
    public long open() {
        return quantity - picked - missing - dropped;
    }

    /** A part of a task's open rest to which something happens. */
    record Part(PickTask task, long quantity) {}
}
