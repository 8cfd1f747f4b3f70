package dev.orderwright.walk;

/** Bugs that are put into the program on purpose, to see whether they are found. None of them is in the product. */
enum Plant {
    /** Nothing keeps the database from taking a command in twice. */
    MISSING_UNIQUE_KEY,
    /** Whoever has lost his lease may still write what he has heard, whatever others have written since. */
    MISSING_FENCING,
    /** Whoever looks for work does not lock what he finds, so that two find the same. */
    SWEEP_WITHOUT_LOCK,
    /** A capture goes to the provider under a new key each time, and not under that of the intent. */
    CAPTURE_WITHOUT_INTENT,
    /** Whoever follows the facts does not wait for those of transactions that are still running. */
    UNORDERED_CONSUMER
}
