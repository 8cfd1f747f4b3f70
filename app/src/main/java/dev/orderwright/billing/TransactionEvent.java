package dev.orderwright.billing;

/** What can happen to a payment transaction. The legal combinations are in {@link PaymentTransitions}. */
public enum TransactionEvent {
    /** The provider has done it. */
    SUCCEED,
    /** The provider has refused it. */
    REFUSE,
    /** No answer, or none that says whether it was done. */
    LOSE,
    /** Certainly not done; to be asked again later. */
    POSTPONE,
    /** Certainly not done, and asked often enough. */
    GIVE_UP,
    /** Not wanted any more, and never asked. */
    WITHDRAW
}
