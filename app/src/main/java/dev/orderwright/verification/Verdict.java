package dev.orderwright.verification;

/** What becomes of an order because of a check; the later the graver. */
public enum Verdict {
    /** Nothing, or nobody looks. */
    PASS,
    /** It goes on, and people are told. */
    WARN,
    /** It waits until a person has looked. */
    HOLD,
    /** It is not taken. */
    REJECT
}
