package dev.orderwright.desk;

import dev.orderwright.shared.Texts;

/** How the caller pays. */
public enum Pay {
    /** Invoiced with each shipment, within the credit of an account. */
    ACCOUNT,
    /** With a means that the payment provider knows by a token. */
    TOKEN,
    /** Not yet: the order waits until a payment is added to it. */
    LATER;

    public String title() {
        return Texts.of(this);
    }
}
