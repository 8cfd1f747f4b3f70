package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the limits of a person are written and read: places as codes, the highest amount in the company's currency. */
@Component
class Limits {

    private static final int DIGITS_MAX = 15;

    private final String currency;

    Limits(Company company) {
        this.currency = company.currency();
    }

    String currency() {
        return currency;
    }

    String places(List<String> codes) {
        return codes.isEmpty() ? t("access.limits.all") : String.join(", ", codes);
    }

    String cap(@Nullable Long minor) {
        return minor == null
                ? t("access.limits.noLimit")
                : t("access.limits.upTo", Show.money(new Money(minor, currency)));
    }

    /** As it stands in an input, empty for no limit. */
    String typedCap(@Nullable Long minor) {
        return minor == null ? "" : TypedNumbers.text(new Money(minor, currency).amount());
    }

    /** What was typed in minor units, none when it is not an amount of this currency. */
    Optional<Long> minor(String typed) {
        return TypedNumbers.parse(typed)
                .map(amount ->
                        amount.scaleByPowerOfTen(Money.decimals(currency)).stripTrailingZeros())
                .filter(minor -> minor.scale() <= 0 && minor.precision() - minor.scale() <= DIGITS_MAX)
                .map(BigDecimal::longValueExact);
    }

    /** Codes from one line, divided by commas or spaces. */
    static List<String> codes(String typed) {
        return Arrays.stream(typed.split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
