package dev.orderwright.orders;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where goods or papers go. Parts that a country does not use are empty, never null.
 *
 * @param country ISO 3166 alpha-2
 */
public record Address(
        String name,
        String company,
        String street,
        String street2,
        String city,
        String region,
        String postcode,
        String country,
        String phone,
        String email) {

    /** The lines as one would write them on a parcel, without the empty ones. */
    public List<String> lines() {
        return Stream.of(name, company, street, street2, (postcode + " " + city).strip(), region, country)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
