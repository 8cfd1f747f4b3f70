package dev.orderwright.billing.web;

import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** An amount as a person types it: {@code 1,234.50}, {@code 12}, {@code 0.5}. */
final class Amount {

    private static final int DIGITS_MAX = 15;

    private Amount() {}

    /** In minor units; refused when it is no amount of the currency. */
    static Outcome<Long> minor(String field, String typed, String currency) {
        String plain = typed.strip().replace(",", "").replace(" ", "");
        int decimals = Money.decimals(currency);
        if (!plain.matches("\\d{1," + DIGITS_MAX + "}(\\.\\d{0," + decimals + "})?")) {
            return Outcome.refused(Refusal.of(
                    "bad-amount",
                    field,
                    "'" + typed + "' is not an amount of " + currency + ", such as " + example(decimals) + "."));
        }
        return Outcome.done(new BigDecimal(plain).movePointRight(decimals).longValueExact());
    }

    /** Goes on with the amount, or refuses what is none. */
    static <T> Outcome<T> then(String field, String typed, String currency, Function<Long, Outcome<T>> next) {
        return switch (minor(field, typed, currency)) {
            case Outcome.Done<Long>(Long minor, boolean replayed) -> next.apply(minor);
            case Outcome.Refused<Long>(List<Refusal> refusals) -> Outcome.refused(refusals);
        };
    }

    private static String example(int decimals) {
        return BigDecimal.valueOf(1_250).setScale(decimals).toPlainString();
    }
}
