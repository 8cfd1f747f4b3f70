package dev.orderwright.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shape of VAT numbers by country. Whether a number was given to anyone, only the tax office knows. */
public final class TaxIds {

    private static final Pattern ANY = Pattern.compile("[A-Z0-9]{4,20}");
    private static final Map<String, Pattern> BY_COUNTRY = Map.ofEntries(
            entry("AT", "(AT)?U\\d{8}"),
            entry("BE", "(BE)?[01]?\\d{9}"),
            entry("BG", "(BG)?\\d{9,10}"),
            entry("CH", "CHE\\d{9}(MWST|TVA|IVA)?"),
            entry("CY", "(CY)?\\d{8}[A-Z]"),
            entry("CZ", "(CZ)?\\d{8,10}"),
            entry("DE", "(DE)?\\d{9}"),
            entry("DK", "(DK)?\\d{8}"),
            entry("EE", "(EE)?\\d{9}"),
            entry("ES", "(ES)?([A-Z]\\d{7}[A-Z0-9]|\\d{8}[A-Z])"),
            entry("FI", "(FI)?\\d{8}"),
            entry("FR", "(FR)?[A-Z0-9]{2}\\d{9}"),
            entry("GB", "(GB|XI)?(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})"),
            entry("GR", "(EL|GR)?\\d{9}"),
            entry("HR", "(HR)?\\d{11}"),
            entry("HU", "(HU)?\\d{8}"),
            entry("IE", "(IE)?\\d[A-Z0-9]\\d{5}[A-Z]{1,2}"),
            entry("IT", "(IT)?\\d{11}"),
            entry("LT", "(LT)?(\\d{9}|\\d{12})"),
            entry("LU", "(LU)?\\d{8}"),
            entry("LV", "(LV)?\\d{11}"),
            entry("MT", "(MT)?\\d{8}"),
            entry("NL", "(NL)?[A-Z0-9]{9}B\\d{2}"),
            entry("NO", "(NO)?\\d{9}(MVA)?"),
            entry("PL", "(PL)?\\d{10}"),
            entry("PT", "(PT)?\\d{9}"),
            entry("RO", "(RO)?\\d{2,10}"),
            entry("SE", "(SE)?\\d{12}"),
            entry("SI", "(SI)?\\d{8}"),
            entry("SK", "(SK)?\\d{10}"));

    private TaxIds() {}

    /** Whether this can be a VAT number of the country; spaces, dots and dashes do not matter. */
    public static boolean isWellFormed(String country, @Nullable String taxId) {
        if (taxId == null) {
            return false;
        }
        String id = taxId.replaceAll("[\\s.\\-]+", "").toUpperCase(Locale.ROOT);
        return BY_COUNTRY.getOrDefault(country, ANY).matcher(id).matches();
    }

    private static Map.Entry<String, Pattern> entry(String country, String pattern) {
        return Map.entry(country, Pattern.compile(pattern));
    }
}
