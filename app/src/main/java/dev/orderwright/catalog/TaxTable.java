package dev.orderwright.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Standard rates by place and day, and which places belong together, as published by the countries. */
final class TaxTable {

    /**
     * A place with a tax of its own.
     *
     * @param nation whose domestic tax it shares; empty when it counts as abroad for everyone
     */
    record Territory(String code, String nation, String name) {}

    private record Special(Pattern postcodes, Territory territory) {}

    private record Membership(LocalDate from, @Nullable LocalDate until) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    private final Map<String, NavigableMap<LocalDate, BigDecimal>> rates = new HashMap<>();
    private final Map<String, List<Membership>> union = new HashMap<>();
    private final Map<String, List<Special>> specials = new HashMap<>();

    /** The tables that come with the program. */
    static TaxTable builtIn() {
        TaxTable table = new TaxTable();
        rows("tax-rates.csv")
                .forEach(row -> table.rates
                        .computeIfAbsent(row[0], territory -> new TreeMap<>())
                        .put(LocalDate.parse(row[1]), new BigDecimal(row[2])));
        rows("tax-areas.csv")
                .forEach(row -> table.union
                        .computeIfAbsent(row[0], territory -> new ArrayList<>())
                        .add(new Membership(
                                LocalDate.parse(row[1]), row[2].isEmpty() ? null : LocalDate.parse(row[2]))));
        rows("tax-territories.csv")
                .forEach(row -> table.specials
                        .computeIfAbsent(row[1], country -> new ArrayList<>())
                        .add(new Special(
                                Pattern.compile(row[2].isEmpty() ? ".*" : row[2]),
                                new Territory(row[0], row[3], row[4]))));
        return table;
    }

    /** The place an address lies in. */
    Territory territory(String country, @Nullable String postcode) {
        String code = normal(country, postcode);
        return specials.getOrDefault(country, List.of()).stream()
                .filter(special -> special.postcodes().matcher(code).matches())
                .map(Special::territory)
                .findFirst()
                .orElseGet(() -> new Territory(country, country, Countries.nameOf(country)));
    }

    /** Upper case without spaces and without the country in front, which some write as "D-78266". */
    private static String normal(String country, @Nullable String postcode) {
        String code = postcode == null ? "" : postcode.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
        return code.replaceFirst("^(" + country + "|" + country.charAt(0) + ")-", "");
    }

    /** The standard rate of a place on a day. */
    Optional<BigDecimal> rate(Territory territory, LocalDate on) {
        NavigableMap<LocalDate, BigDecimal> history = rates.get(territory.code());
        return history == null
                ? Optional.empty()
                : Optional.ofNullable(history.floorEntry(on)).map(Map.Entry::getValue);
    }

    /** Whether a place is in the value added tax area of the European Union on a day. */
    boolean isInUnion(Territory territory, LocalDate on) {
        return union.getOrDefault(territory.code(), List.of()).stream().anyMatch(membership -> membership.isOn(on));
    }

    private static Stream<String[]> rows(String resource) {
        try (InputStream in = Objects.requireNonNull(TaxTable.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> lines =
                    reader.lines().filter(line -> !line.startsWith("#")).skip(1).toList();
            return lines.stream().map(line -> line.split(",", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
