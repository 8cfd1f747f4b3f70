package dev.orderwright.billing;

/** What is known about something that was asked of a payment provider. */
public enum TransactionState {
    /** To be asked, or being asked right now. */
    PENDING,
    SUCCEEDED,
    /** Refused, given up, or withdrawn before it was asked. */
    FAILED,
    /** It may or may not have happened; the provider will be asked which. Nobody guesses. */
    UNKNOWN;

    public boolean isEnded() {
        return this == SUCCEEDED || this == FAILED;
    }
}
