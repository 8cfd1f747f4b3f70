package dev.orderwright.geo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of an address that a post needs. Parts that are not there are empty, never null.
 *
 * @param country ISO 3166 alpha-2
 */
public record PostalAddress(
        String name,
        String company,
        String street,
        String street2,
        String city,
        String region,
        String postcode,
        String country) {

    /** The lines as the country writes them, without the country itself. */
    public List<String> lines() {
        return AddressLayout.lines(AddressFormats.of(country), parts());
    }

    private Map<AddressPart, List<String>> parts() {
        Map<AddressPart, List<String>> parts = new EnumMap<>(AddressPart.class);
        parts.put(AddressPart.NAME, List.of(name));
        parts.put(AddressPart.COMPANY, List.of(company));
        parts.put(AddressPart.STREET, List.of(street, street2));
        parts.put(AddressPart.CITY, List.of(city));
        parts.put(AddressPart.REGION, List.of(region));
        parts.put(AddressPart.POSTCODE, List.of(postcode));
        return parts;
    }

    PostalAddress withPlace(String newCity, String newRegion, String newPostcode) {
        return new PostalAddress(name, company, street, street2, newCity, newRegion, newPostcode, country);
    }
}
