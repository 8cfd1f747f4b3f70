package dev.orderwright.customers;

import org.jspecify.annotations.Nullable;

/**
 * Someone who buys, or may buy.
 *
 * @param number by which people and partners name him
 * @param country ISO 3166 alpha-2
 * @param taxId his VAT number, when he buys as a business
 * @param account whether he buys on credit terms
 * @param paymentTermsDays days from an invoice to the day it is due
 * @param priority 0 low to 9 high, 5 normal
 * @param version goes up with each change
 */
public record Customer(
        long id,
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String country,
        @Nullable String taxId,
        boolean account,
        int paymentTermsDays,
        String currency,
        int priority,
        boolean active,
        int version) {

    /** What names him in an address of the console: his number, or his id where an address cannot carry the number. */
    public String key() {
        return number.matches("[A-Za-z0-9][A-Za-z0-9._~-]*") ? number : Long.toString(id);
    }
}
