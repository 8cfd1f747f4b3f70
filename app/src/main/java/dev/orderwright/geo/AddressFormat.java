package dev.orderwright.geo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How addresses are written in a country.
 *
 * @param country ISO 3166 alpha-2
 * @param layout lines divided by {@code %n}, in which {@code %} and a letter stand for an {@link AddressPart}
 * @param needed the parts without which nothing arrives
 * @param postcode what all of a postcode looks like; null where there are none, or nobody knows
 * @param example a postcode, empty where there are none
 * @param regions states, provinces …; empty where they are not written or not known
 */
public record AddressFormat(
        String country,
        String layout,
        Set<AddressPart> needed,
        @Nullable Pattern postcode,
        String example,
        List<Region> regions) {

    /**
     * A state, province or the like.
     *
     * @param code as it is written: {@code CA}
     * @param name in full: {@code California}
     * @param latin the name in Latin letters
     * @param postcodes what the postcodes in it begin with; null where that tells nothing
     */
    public record Region(
            String code,
            String name,
            String latin,
            @Nullable Pattern postcodes) {

        boolean isCalled(String text) {
            return same(code, text) || same(name, text) || same(latin, text);
        }

        private static boolean same(String name, String text) {
            return !name.isEmpty() && name.equalsIgnoreCase(text);
        }

        boolean has(String postcode) {
            return postcodes != null && postcodes.matcher(postcode).lookingAt();
        }
    }

    public boolean needs(AddressPart part) {
        return needed.contains(part);
    }

    boolean isPostcode(String text) {
        return postcode == null
                || postcode.matcher(text.toUpperCase(Locale.ROOT)).matches();
    }

    /** By its code or one of its names. */
    public Optional<Region> region(String text) {
        return regions.stream().filter(region -> region.isCalled(text)).findFirst();
    }

    /** Where a postcode lies; of several that may be, the first that has it. Empty when that is not known. */
    public Optional<Region> regionOf(String text) {
        String code = text.toUpperCase(Locale.ROOT);
        return regions.stream().filter(region -> region.has(code)).findFirst();
    }
}
