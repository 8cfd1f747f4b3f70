package dev.orderwright.orders;

import dev.orderwright.geo.AddressDoubt;
import dev.orderwright.geo.AddressRules;
import dev.orderwright.geo.PostalAddress;
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

    /** What a post needs of it. */
    public PostalAddress postal() {
        return new PostalAddress(name, company, street, street2, city, region, postcode, country);
    }

    /** The same as its country writes it: spaces, the postcode, the region by its code; nothing is guessed. */
    public Address tidied() {
        PostalAddress tidy = AddressRules.tidy(postal());
        return new Address(
                name, company, street, street2, tidy.city(), tidy.region(), tidy.postcode(), country, phone, email);
    }

    /** What makes one doubt that goods arrive there. */
    public List<AddressDoubt> doubts() {
        return AddressRules.doubts(postal());
    }

    /** The lines as its country writes them on a parcel, without the empty ones, and the country's code. */
    public List<String> lines() {
        return and(postal().lines(), country);
    }

    /** Whom it is for: a person, else a company. */
    public String recipient() {
        return name.isBlank() ? company : name;
    }

    /** The lines beside the recipient as they stand on a paper: the country in words. */
    public List<String> printed() {
        PostalAddress rest =
                new PostalAddress("", name.isBlank() ? "" : company, street, street2, city, region, postcode, country);
        return and(rest.lines(), Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
    }

    private static List<String> and(List<String> lines, String last) {
        return Stream.concat(lines.stream(), Stream.of(last))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** All parts as they were given. */
    List<String> parts() {
        return List.of(name, company, street, street2, city, region, postcode, country, phone, email);
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
