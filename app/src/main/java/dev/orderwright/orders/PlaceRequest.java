package dev.orderwright.orders;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.ContentHash;

/** One order to be placed. Its fingerprint is made where it comes in, by many threads, and not where orders queue up. */
public final class PlaceRequest implements ContentHash.Known {

    private final Cause cause;
    private final OrderDraft draft;
    private final byte[] fingerprint;

    /** @param cause its {@code at} is the moment the customer ordered; no part of what is asked */
    public PlaceRequest(Cause cause, OrderDraft draft) {
        this.cause = cause;
        this.draft = draft;
        this.fingerprint = ContentHash.of("order", draft);
    }

    public Cause cause() {
        return cause;
    }

    public OrderDraft draft() {
        return draft;
    }

    /** Tells the same order sent again, also later, from another one under its name. */
    @Override
    public byte[] fingerprint() {
        return fingerprint.clone();
    }
}
