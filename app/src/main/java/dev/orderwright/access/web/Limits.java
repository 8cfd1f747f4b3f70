package dev.orderwright.access.web;

import dev.orderwright.shared.Company;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.Show;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the limits of a person are written and read: places as codes, the highest amount in the company's currency. */
@Component
class Limits {

    private final String currency;

    Limits(Company company) {
        this.currency = company.currency();
    }

    String currency() {
        return currency;
    }

    String places(List<String> codes) {
        return codes.isEmpty() ? "all" : String.join(", ", codes);
    }

    String cap(@Nullable Long minor) {
        return minor == null ? "no limit" : "up to " + Show.money(new Money(minor, currency));
    }

    /** As it stands in an input, empty for no limit. */
    String typedCap(@Nullable Long minor) {
        return minor == null ? "" : new Money(minor, currency).amount().toPlainString();
    }

    /** What was typed in minor units, none when it is not an amount of this currency. */
    Optional<Long> minor(String typed) {
        try {
            BigDecimal amount = new BigDecimal(typed.strip().replace(",", ""));
            return Optional.of(
                    amount.scaleByPowerOfTen(Money.decimals(currency)).longValueExact());
        } catch (ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Codes from one line, divided by commas or spaces. */
    static List<String> codes(String typed) {
        return Arrays.stream(typed.split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }
}
