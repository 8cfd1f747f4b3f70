package dev.orderwright.shared.web;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What came from a scanner, or was typed before and after it: {@code 84029E}, {@code 3*84029E} for three of it, {@code
 * -84029E} or {@code -3*84029E} to take it back.
 *
 * @param quantity null when none was said
 */
public record ScanText(String code, @Nullable BigDecimal quantity, boolean back) {

    private static final Pattern SAID = Pattern.compile("(-?)\\s*(?:(\\d{1,9}(?:\\.\\d{1,6})?)\\s*\\*\\s*)?(.*)");

    public static ScanText of(String typed) {
        Matcher matcher = SAID.matcher(typed.strip());
        if (!matcher.matches() || matcher.group(3).isBlank()) {
            return new ScanText(typed.strip(), null, false);
        }
        return new ScanText(
                matcher.group(3).strip(),
                matcher.group(2) == null ? null : new BigDecimal(matcher.group(2)),
                !matcher.group(1).isEmpty());
    }
}
