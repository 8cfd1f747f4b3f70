package dev.orderwright.desk;

import dev.orderwright.shared.Refusal;
import java.util.List;

/** What became of a phone order that was sent. */
public sealed interface Sent {

    /**
     * It is placed.
     *
     * @param number the order's
     * @param asBefore true when it was placed earlier, in another form than the one that was sent now
     */
    record Taken(String number, boolean asBefore) implements Sent {}

    /**
     * It was not placed, and is kept as a draft.
     *
     * @param refusals by the fields of {@link dev.orderwright.orders.OrderDraft}
     */
    record NotTaken(PhoneOrder order, int version, List<Refusal> refusals) implements Sent {}

    /** Nobody knows yet: it is kept as a draft, and sending it again gives the same order. */
    record Unanswered(PhoneOrder order, int version) implements Sent {}
}
