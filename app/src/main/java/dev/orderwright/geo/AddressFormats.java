package dev.orderwright.geo;

import dev.orderwright.geo.AddressFormat.Region;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The formats of all countries. They are part of the program, like its texts, and are read once. */
public final class AddressFormats {

    private static final String ANY = "%N%n%O%n%A%n%Z %C%n%S";

    /** Who writes addresses in his own way is not known: a street and a city there must be. */
    private static final AddressFormat UNKNOWN =
            new AddressFormat("ZZ", ANY, Set.of(AddressPart.STREET, AddressPart.CITY), null, "", List.of());

    private AddressFormats() {}

    private static final class Known {
        static final Map<String, AddressFormat> BY_COUNTRY = read();
    }

    /** How addresses are written there; for a country that nobody knows, as in most. */
    public static AddressFormat of(String country) {
        return Known.BY_COUNTRY.getOrDefault(country, UNKNOWN);
    }

    /** How many countries are known. */
    static int size() {
        return Known.BY_COUNTRY.size();
    }

    private static Map<String, AddressFormat> read() {
        JsonMapper json = new JsonMapper();
        Map<String, AddressFormat> formats = new HashMap<>();
        try (InputStream file =
                        Objects.requireNonNull(AddressFormats.class.getResourceAsStream("address-formats.ndjson"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AddressFormat format = format(json.readTree(line));
                formats.put(format.country(), format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the address formats of the program cannot be read", e);
        }
        return Map.copyOf(formats);
    }

    private static AddressFormat format(JsonNode node) {
        String country = text(node, "country");
        String zip = text(node, "zip");
        return new AddressFormat(
                country,
                text(node, "fmt").isEmpty() ? ANY : text(node, "fmt"),
                needed(text(node, "require")),
                zip.isEmpty() ? null : Pattern.compile(zip),
                text(node, "zipex"),
                regions(node));
    }

    private static Set<AddressPart> needed(String letters) {
        Set<AddressPart> needed = EnumSet.of(AddressPart.STREET);
        letters.chars().forEach(letter -> needed.add(AddressPart.of((char) letter)));
        return needed;
    }

    private static List<Region> regions(JsonNode node) {
        String[] codes = parts(node, "sub_keys");
        String[] names = parts(node, "sub_names");
        String[] latin = parts(node, "sub_lnames");
        String[] zips = parts(node, "sub_zips");
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            regions.add(new Region(codes[i], at(names, i), at(latin, i), prefix(at(zips, i))));
        }
        return List.copyOf(regions);
    }

    private static @Nullable Pattern prefix(String pattern) {
        return pattern.isEmpty() ? null : Pattern.compile(pattern);
    }

    private static String[] parts(JsonNode node, String field) {
        String text = text(node, field);
        return text.isEmpty() ? new String[0] : text.split("~", -1);
    }

    private static String at(String[] parts, int place) {
        return place < parts.length ? parts[place] : "";
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
