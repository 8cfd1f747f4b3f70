package dev.orderwright.channels.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.channels.ImportException;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is being done with a file, in the language of who looks; it is kept in English. */
final class ImportWords {

    private static final String THROUGH = "channels.Through.";

    /** Before a reason: how many units of a row it concerns. */
    private static final Pattern UNITS = Pattern.compile("(\\d+) of (\\d+) units");

    private ImportWords() {}

    static String phase(String kept) {
        return switch (kept) {
            case "Waiting" -> t("channels.phase.waiting");
            case "Reading the file" -> t("channels.phase.reading");
            case "Rehearsing" -> t("channels.phase.rehearsing");
            case "Preparing articles and customers" -> t("channels.phase.preparing");
            case "Placing orders" -> t("channels.phase.placing");
            case "Delivering and collecting what is due" -> t("channels.phase.delivering");
            default -> kept;
        };
    }

    /** {@code rows_no_customer} of the report becomes {@code Rows without a customer}. */
    static String figure(String key) {
        String named = "channels.Figure." + key.toUpperCase(Locale.ROOT);
        if (Texts.has(named)) {
            return t(named);
        }
        String words = key.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String value(Object value) {
        return switch (value) {
            case Boolean yes -> yes ? t("shared.word.yes") : t("shared.word.no");
            case Integer number -> Show.number(number);
            case Long number -> Show.number(number);
            case String through
            when Texts.has(THROUGH + through.toUpperCase(Locale.ROOT)) -> t(THROUGH + through.toUpperCase(Locale.ROOT));
            default -> value.toString();
        };
    }

    /** Why a row needs a look: by its code where there are words for that, or else as it is kept. */
    static String reason(ImportException row) {
        String key = "channels.Row." + row.code().toUpperCase(Locale.ROOT).replace('-', '_');
        if (!Texts.has(key)) {
            return row.reason();
        }
        Matcher units = UNITS.matcher(row.reason());
        return units.lookingAt() ? t("channels.importWords.ofUnits", units.group(1), units.group(2), t(key)) : t(key);
    }
}
