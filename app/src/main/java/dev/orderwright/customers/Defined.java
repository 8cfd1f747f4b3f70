package dev.orderwright.customers;

import dev.orderwright.shared.Change;
import java.util.List;

/** The answer to defining customers: what became of each, in the order in which they were given. */
public record Defined(List<DefinedCustomer> customers) {

    /** What became of one draft. */
    public record DefinedCustomer(String number, long id, int version, Change change) {}
}
