package dev.orderwright.geo;

import dev.orderwright.geo.AddressDoubt.Kind;
import dev.orderwright.geo.AddressFormat.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tidies addresses, and says what is doubtful about them, by what is known of their country. Pure. */
public final class AddressRules {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** The British write a space before the last three characters, and often leave it out. */
    private static final Pattern BRITISH =
            Pattern.compile("([A-Z]{1,2}\\d[A-Z\\d]?)\\s*(\\d[A-Z]{2})", Pattern.CASE_INSENSITIVE);

    private AddressRules() {}

    /**
     * The same address as it is written there: single spaces, the postcode in capitals and with its space, the region by its
     * code. A region that is missing where it is needed is taken from the postcode when that tells. Nothing else is guessed.
     */
    public static PostalAddress tidy(PostalAddress address) {
        AddressFormat format = AddressFormats.of(address.country());
        String postcode = postcode(spaced(address.postcode()).toUpperCase(Locale.ROOT));
        String region = spaced(address.region());
        if (region.isEmpty()) {
            if (format.needs(AddressPart.REGION) && format.isPostcode(postcode)) {
                region = format.regionOf(postcode).map(Region::code).orElse("");
            }
        } else {
            region = format.region(region).map(Region::code).orElse(region);
        }
        return address.withPlace(spaced(address.city()), region, postcode);
    }

    private static String postcode(String text) {
        var british = BRITISH.matcher(text);
        return british.matches() ? british.group(1) + " " + british.group(2) : text;
    }

    private static String spaced(String text) {
        return SPACES.matcher(text.strip()).replaceAll(" ");
    }

    /** What is doubtful about an address, which may as well not have been tidied; empty when nothing is. */
    public static List<AddressDoubt> doubts(PostalAddress untidy) {
        PostalAddress address = tidy(untidy);
        AddressFormat format = AddressFormats.of(address.country());
        List<AddressDoubt> doubts = new ArrayList<>();
        missing(format, AddressPart.CITY, address.city(), doubts);
        missing(format, AddressPart.POSTCODE, address.postcode(), doubts);
        missing(format, AddressPart.REGION, address.region(), doubts);
        if (!address.postcode().isEmpty() && !format.isPostcode(address.postcode())) {
            doubts.add(
                    new AddressDoubt(Kind.NOT_A_POSTCODE, AddressPart.POSTCODE, address.postcode(), format.example()));
        }
        region(format, address, doubts);
        return List.copyOf(doubts);
    }

    private static void missing(AddressFormat format, AddressPart part, String text, List<AddressDoubt> doubts) {
        if (text.isEmpty() && format.needs(part)) {
            String example = part == AddressPart.POSTCODE ? format.example() : "";
            doubts.add(new AddressDoubt(Kind.MISSING, part, "", example));
        }
    }

    private static void region(AddressFormat format, PostalAddress address, List<AddressDoubt> doubts) {
        if (address.region().isEmpty() || format.regions().isEmpty()) {
            return;
        }
        Optional<Region> named = format.region(address.region());
        if (named.isEmpty()) {
            // Where regions need not be written people write what they like, a county or a part of the country.
            if (format.needs(AddressPart.REGION)) {
                doubts.add(new AddressDoubt(
                        Kind.NOT_A_REGION, AddressPart.REGION, address.region(), lies(format, address.postcode())));
            }
            return;
        }
        if (named.get().postcodes() != null
                && !address.postcode().isEmpty()
                && format.isPostcode(address.postcode())
                && !named.get().has(address.postcode())) {
            doubts.add(new AddressDoubt(
                    Kind.ELSEWHERE, AddressPart.POSTCODE, address.postcode(), lies(format, address.postcode())));
        }
    }

    private static String lies(AddressFormat format, String postcode) {
        return format.isPostcode(postcode)
                ? format.regionOf(postcode).map(Region::code).orElse("")
                : "";
    }
}
