package dev.orderwright.orders;

import dev.orderwright.shared.web.Masks;
import java.util.List;
import java.util.Locale;
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

    /** The lines below the name as they stand on a paper: the country in words. */
    public List<String> printed() {
        String land = Locale.of("", country).getDisplayCountry(Locale.ENGLISH);
        return Stream.of(company, street, street2, (postcode + " " + city).strip(), region, land)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The same as somebody sees it who may not see whose it is. */
    public Address masked() {
        return new Address(
                Masks.name(name),
                company,
                Masks.text(street),
                Masks.text(street2),
                city,
                region,
                Masks.postcode(postcode),
                country,
                Masks.phone(phone),
                Masks.email(email));
    }
}
