package dev.orderwright.catalog;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;

/**
 * The countries of ISO 3166, by code and by the names people and old systems use. What names no single country, such
 * as "European Community" or "Unspecified", has no code: the caller has to ask or to decide.
 */
public final class Countries {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());
    private static final Map<String, String> BY_NAME = names();

    private Countries() {}

    /** The alpha-2 code of a country that is given by its code (two or three letters) or its English name. */
    public static Optional<String> codeOf(String nameOrCode) {
        String code = nameOrCode.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? Optional.of(code) : Optional.ofNullable(BY_NAME.get(normal(nameOrCode)));
    }

    /** Whether this is an alpha-2 code that is in use. */
    public static boolean isCode(String code) {
        return CODES.contains(code);
    }

    /** The English name. */
    public static String nameOf(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String code : CODES) {
            names.put(normal(nameOf(code)), code);
            try {
                names.put(Locale.of("", code).getISO3Country(), code);
            } catch (MissingResourceException e) {
                // A code without three letters is still known by two.
                continue;
            }
        }
        aliases().forEach((alias, code) -> names.put(normal(alias), code));
        return Map.copyOf(names);
    }

    /** Names that are common in order data and are not the ones of the standard. */
    private static Map<String, String> aliases() {
        return Map.ofEntries(
                Map.entry("UK", "GB"),
                Map.entry("Great Britain", "GB"),
                Map.entry("England", "GB"),
                Map.entry("Scotland", "GB"),
                Map.entry("Wales", "GB"),
                Map.entry("Northern Ireland", "GB"),
                Map.entry("EIRE", "IE"),
                Map.entry("Republic of Ireland", "IE"),
                // The islands have two codes, JE and GG; Jersey is the larger, and both are alike for tax and carriage.
                Map.entry("Channel Islands", "JE"),
                Map.entry("RSA", "ZA"),
                Map.entry("United States of America", "US"),
                Map.entry("America", "US"),
                Map.entry("U.S.", "US"),
                Map.entry("U.S.A.", "US"),
                Map.entry("UAE", "AE"),
                Map.entry("Holland", "NL"),
                Map.entry("The Netherlands", "NL"),
                Map.entry("Czech Republic", "CZ"),
                Map.entry("Slovak Republic", "SK"),
                Map.entry("EL", "GR"),
                Map.entry("Hellas", "GR"),
                Map.entry("Deutschland", "DE"),
                Map.entry("Korea", "KR"),
                Map.entry("South Korea", "KR"),
                Map.entry("Republic of Korea", "KR"),
                Map.entry("North Korea", "KP"),
                Map.entry("Hong Kong", "HK"),
                Map.entry("Macau", "MO"),
                Map.entry("Macao", "MO"),
                Map.entry("Turkey", "TR"),
                Map.entry("Russian Federation", "RU"),
                Map.entry("Viet Nam", "VN"),
                Map.entry("Burma", "MM"),
                Map.entry("Ivory Coast", "CI"),
                Map.entry("Swaziland", "SZ"),
                Map.entry("Cape Verde", "CV"),
                Map.entry("Macedonia", "MK"),
                Map.entry("Bosnia", "BA"),
                Map.entry("Vatican", "VA"),
                Map.entry("Palestine", "PS"),
                Map.entry("East Timor", "TL"));
    }

    /** Upper case without accents, full stops and double spaces; "&amp;" reads "and". */
    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace("&", " and ")
                .replace(".", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toUpperCase(Locale.ROOT);
    }
}
