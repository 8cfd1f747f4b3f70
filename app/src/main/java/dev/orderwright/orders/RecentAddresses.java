package dev.orderwright.orders;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a customer's latest orders went and who was invoiced, each place once, the newest first.
 *
 * @param billTo only those that were not the address of delivery too
 */
public record RecentAddresses(List<Address> shipTo, List<Address> billTo) {

    /** Of addresses with the newest first: of the same place the newest writing stays. */
    static RecentAddresses of(List<Address> shipTo, List<Address> billTo) {
        return new RecentAddresses(distinct(shipTo), distinct(billTo));
    }

    private static List<Address> distinct(List<Address> addresses) {
        Map<String, Address> places = new LinkedHashMap<>();
        addresses.forEach(address -> places.putIfAbsent(place(address), address));
        return List.copyOf(places.values());
    }

    /** What tells places apart: capitals, blanks, and whom to call there do not. */
    private static String place(Address address) {
        return String.join("\n", address.lines()).toLowerCase(Locale.ROOT).replaceAll("[ ,.]+", "");
    }
}
