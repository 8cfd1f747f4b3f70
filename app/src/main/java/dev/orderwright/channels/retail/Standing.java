package dev.orderwright.channels.retail;

/** Whether an invoice of a file is to be taken in. */
enum Standing {
    /** Never seen, or seen by this very import before it broke off. */
    NEW,
    /** An earlier import took the same invoice in. */
    KNOWN,
    /** An earlier import took an invoice of this number in, with other rows. */
    DIFFERENT
}
