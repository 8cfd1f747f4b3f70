package dev.orderwright.desk.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** What fits what is being typed, as a list under its field. */
public final class Found {

    private Found() {}

    /**
     * Customers.
     *
     * @param typed what they fit
     * @param said how many there are, in words
     * @param mayKeep whether somebody new can be made a customer
     */
    public record CustomersFound(String typed, String said, List<CustomerRow> rows, boolean mayKeep) {}

    /** @param exact whether it is his number that was typed */
    public record CustomerRow(String number, String name, String contact, List<Chip> chips, boolean exact) {}

    /** Items. */
    public record ItemsFound(String typed, String said, List<ItemRow> rows) {}

    /** @param exact whether its SKU or barcode was typed */
    public record ItemRow(
            String sku, String name, String price, String stock, String date, boolean isShort, boolean exact) {}
}
