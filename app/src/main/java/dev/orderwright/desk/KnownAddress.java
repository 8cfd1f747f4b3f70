package dev.orderwright.desk;

import dev.orderwright.orders.Address;
import dev.orderwright.shared.ContentHash;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * An address that goods or invoices of a customer went to before. Forms name it by its key, so that it can be used by those
 * who may not see it.
 */
public record KnownAddress(String key, Address address) {

    private static final int KEY_BYTES = 8;

    static List<KnownAddress> of(List<Address> addresses) {
        return addresses.stream()
                .map(address -> new KnownAddress(key(address), address))
                .toList();
    }

    private static String key(Address address) {
        return HexFormat.of().formatHex(ContentHash.of("address", address), 0, KEY_BYTES);
    }

    static Optional<Address> find(List<KnownAddress> known, String key) {
        return known.stream()
                .filter(one -> one.key().equals(key))
                .map(KnownAddress::address)
                .findFirst();
    }
}
