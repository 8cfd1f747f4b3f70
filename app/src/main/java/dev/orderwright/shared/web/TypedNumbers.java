package dev.orderwright.shared.web;

import dev.orderwright.shared.Language;
import dev.orderwright.shared.Texts;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Numbers as people type them. {@code 1,234.50} is 1234.5 in English and {@code 1.234,50} in German. What the other
 * language would mean by it is not guessed: {@code 1,5} is no English number, because a thousand has three more digits.
 */
public final class TypedNumbers {

    /** A number of more digits is a mistake, and would cost time. */
    private static final int LENGTH_MAX = 40;

    private TypedNumbers() {}

    /** Empty when the text is not a number of the reader's language. */
    public static Optional<BigDecimal> parse(String text) {
        return parse(text.strip().replace('−', '-'), Texts.language());
    }

    /** A number as it stands in a field, to be read again. */
    public static String text(BigDecimal number) {
        char point = DecimalFormatSymbols.getInstance(Texts.language().locale()).getDecimalSeparator();
        return number.toPlainString().replace('.', point);
    }

    /** {@code 2.5} of an address as it stands in a field; what is no number stays as it is. */
    public static String ofLink(String number) {
        return number.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? text(new BigDecimal(number)) : number;
    }

    static Optional<BigDecimal> parse(String text, Language language) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
        String point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
        String thousands = symbols.getDecimalSeparator() == ',' ? "[.\\u00a0\\u202f ’']" : "[,\\u00a0\\u202f ’']";
        String whole = "(\\d+|\\d{1,3}(?:" + thousands + "\\d{3})+)";
        boolean isNumber = text.length() <= LENGTH_MAX
                && text.matches("[+-]?" + whole + "?(" + point + "\\d*)?")
                && text.matches(".*\\d.*");
        return isNumber
                ? Optional.of(
                        new BigDecimal(text.replaceAll(thousands, "").replace(symbols.getDecimalSeparator(), '.')))
                : Optional.empty();
    }
}
