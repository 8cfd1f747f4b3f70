package dev.orderwright.shared;

import static dev.orderwright.shared.Texts.t;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds card numbers in free text, so that they are refused before they are stored: 13 to 19 digits, perhaps in groups,
 * with a valid check digit. Card data has no place in this program, not even by accident.
 */
public final class CardNumbers {

    private static final int DIGITS_MIN = 13;
    private static final int DIGITS_MAX = 19;
    private static final int TEN = 10;

    /** First digits that card schemes use; most article numbers and phone numbers have another. */
    private static final String SCHEMES = "23456";

    /** Runs of digits with at most one space or dash between two of them. */
    private static final Pattern RUN = Pattern.compile("\\d(?:[ -]?\\d){12,}");

    private CardNumbers() {}

    /** Whether the text holds what looks like a card number. */
    public static boolean isIn(String text) {
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            if (hasCardNumber(run.group().split("[ -]"))) {
                return true;
            }
        }
        return false;
    }

    /** The refusal of a free text that holds a card number, none when it holds none. */
    public static Optional<Refusal> judge(String field, String text) {
        return isIn(text)
                ? Optional.of(Refusal.of("card-number", field, t("shared.refusal.thisLooksLikeACard")))
                : Optional.empty();
    }

    /** Any neighbouring groups may be the number: "4111 1111 1111 1111 12/27" has an expiry date behind it. */
    private static boolean hasCardNumber(String[] groups) {
        for (int from = 0; from < groups.length; from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < groups.length && digits.length() < DIGITS_MAX; to++) {
                digits.append(groups[to]);
                if (isCardNumber(digits)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isCardNumber(CharSequence digits) {
        return digits.length() >= DIGITS_MIN
                && digits.length() <= DIGITS_MAX
                && SCHEMES.indexOf(digits.charAt(0)) >= 0
                && hasValidCheckDigit(digits);
    }

    /** Luhn: every second digit from the right is doubled, and the sum of all digits ends with 0. */
    private static boolean hasValidCheckDigit(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : digit * 2;
            sum += counted / TEN + counted % TEN;
        }
        return sum % TEN == 0;
    }
}
