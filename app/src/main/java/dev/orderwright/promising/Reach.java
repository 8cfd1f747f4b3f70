package dev.orderwright.promising;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What carriers make of a {@link Place}: the country whose post serves it, the far-out area in it (empty on the
 * mainland) and the region of the world.
 */
record Reach(String country, String area, String region) {

    private static final Map<String, String> REGION_OF_COUNTRY = regions(Map.of(
            "EUROPE",
                    "AD AL AT AX BA BE BG CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC"
                            + " MD ME MK MT NL NO PL PT RO RS SE SI SK SM UA VA XK",
            "NORTH AMERICA", "CA MX PM US",
            "OCEANIA", "AU FJ NC NZ PG"));

    /** Countries and territories that another country's post serves as its own, far out. */
    private static final Map<String, String> SERVED_BY = Map.of(
            "IM", "GB", "JE", "GB", "GG", "GB", "AX", "FI", "PR", "US", "VI", "US", "GU", "US", "AS", "US", "MP", "US");

    /** A range of postcodes that is reached over water or only with more time. */
    private record FarOut(String area, String from, String to) {

        static FarOut of(String area, String prefix) {
            return new FarOut(area, prefix, prefix);
        }

        boolean holds(String key, boolean whole) {
            int length = from.length();
            if (key.length() < length || (whole && key.length() != length && isDigit(from.charAt(length - 1)))) {
                return false;
            }
            String start = key.substring(0, length);
            return start.compareTo(from) >= 0 && start.compareTo(to) <= 0;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }
    }

    private static final Map<String, List<FarOut>> FAR_OUT = Map.of(
            "GB",
            List.of(
                    FarOut.of("NORTHERN IRELAND", "BT"),
                    FarOut.of("OUTER HEBRIDES", "HS"),
                    FarOut.of("SHETLAND", "ZE"),
                    new FarOut("ORKNEY", "KW15", "KW17"),
                    new FarOut("SKYE", "IV41", "IV56"),
                    new FarOut("ARGYLL", "PA20", "PA78"),
                    new FarOut("SMALL ISLES", "PH42", "PH44"),
                    new FarOut("ARRAN", "KA27", "KA28"),
                    new FarOut("SCILLY", "TR21", "TR25"),
                    new FarOut("WIGHT", "PO30", "PO41"),
                    FarOut.of("ISLE OF MAN", "IM"),
                    FarOut.of("JERSEY", "JE"),
                    FarOut.of("GUERNSEY", "GY")),
            "FR",
            List.of(FarOut.of("CORSICA", "20")),
            "ES",
            List.of(
                    FarOut.of("BALEARICS", "07"),
                    FarOut.of("CANARIES", "35"),
                    FarOut.of("CANARIES", "38"),
                    new FarOut("AFRICAN COAST", "51", "52")),
            "PT",
            List.of(FarOut.of("MADEIRA AND AZORES", "9")),
            "IT",
            List.of(new FarOut("SARDINIA", "07", "09"), new FarOut("SICILY", "90", "98")),
            "US",
            List.of(
                    new FarOut("ALASKA", "995", "999"),
                    new FarOut("HAWAII", "967", "968"),
                    new FarOut("CARIBBEAN", "006", "009")));

    static Reach of(Place place) {
        String country = SERVED_BY.getOrDefault(place.country(), place.country());
        String area = country.equals(place.country()) ? areaOf(country, place.postcode()) : place.country();
        return new Reach(country, area, REGION_OF_COUNTRY.getOrDefault(country, country));
    }

    DeliveryZone to(Reach destination) {
        if (country.equals(destination.country)) {
            return area.equals(destination.area) ? DeliveryZone.DOMESTIC : DeliveryZone.REMOTE;
        }
        return region.equals(destination.region) ? DeliveryZone.NEAR : DeliveryZone.FAR;
    }

    private static String areaOf(String country, String postcode) {
        List<FarOut> areas = FAR_OUT.get(country);
        if (areas == null || postcode.isEmpty()) {
            return "";
        }
        boolean british = country.equals("GB");
        String key = british ? outward(postcode) : postcode;
        for (FarOut area : areas) {
            if (area.holds(key, british)) {
                return area.area();
            }
        }
        return "";
    }

    /** The first half of a British postcode: the second always has three characters. */
    private static String outward(String postcode) {
        return postcode.length() > 4 ? postcode.substring(0, postcode.length() - 3) : postcode;
    }

    private static Map<String, String> regions(Map<String, String> countriesByRegion) {
        Map<String, String> regions = new HashMap<>();
        countriesByRegion.forEach(
                (region, countries) -> Set.of(countries.split(" ")).forEach(country -> regions.put(country, region)));
        return Map.copyOf(regions);
    }
}
