package dev.orderwright.customers;

import java.util.List;

/** The answer to defining customers: what became of each, in the order in which they were given. */
public record Defined(List<DefinedCustomer> customers) {

    /** What became of one draft. */
    public record DefinedCustomer(String number, long id, int version, Change change) {}

    /** Whether a draft changed anything. */
    public enum Change {
        /** The number was new. */
        CREATED,
        /** The customer differs from what he was. */
        CHANGED,
        /** The customer was like this already. */
        UNCHANGED
    }
}
