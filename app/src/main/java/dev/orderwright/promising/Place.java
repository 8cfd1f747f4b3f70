package dev.orderwright.promising;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel starts or ends, as exactly as zones need it.
 *
 * @param country ISO 3166 alpha-2 code
 * @param postcode upper case without blanks; empty when unknown
 */
public record Place(String country, String postcode) {

    public Place {
        country = country.strip().toUpperCase(Locale.ROOT);
        postcode = postcode.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    public static Place of(String country, @Nullable String postcode) {
        return new Place(country, postcode == null ? "" : postcode);
    }
}
