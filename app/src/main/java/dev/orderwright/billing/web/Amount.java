package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An amount as a person types it: {@code 1,234.50}, {@code 12}, {@code 0.5}. */
final class Amount {

    private static final int DIGITS_MAX = 15;

    private Amount() {}

    /** In minor units; refused when it is no amount of the currency. */
    static Outcome<Long> minor(String field, String typed, String currency) {
        int decimals = Money.decimals(currency);
        Optional<BigDecimal> amount = TypedNumbers.parse(typed)
                .filter(number -> number.signum() >= 0 && number.scale() <= decimals)
                .filter(number -> number.precision() - number.scale() <= DIGITS_MAX);
        if (amount.isEmpty()) {
            return Outcome.refused(Refusal.of(
                    "bad-amount", field, t("billing.refusal.isNotAnAmountOf", typed, currency, example(decimals))));
        }
        return Outcome.done(amount.get().movePointRight(decimals).longValueExact());
    }

    /** Goes on with the amount, or refuses what is none. */
    static <T> Outcome<T> then(String field, String typed, String currency, Function<Long, Outcome<T>> next) {
        return switch (minor(field, typed, currency)) {
            case Outcome.Done<Long>(Long minor, boolean replayed) -> next.apply(minor);
            case Outcome.Refused<Long>(List<Refusal> refusals) -> Outcome.refused(refusals);
        };
    }

    private static String example(int decimals) {
        return TypedNumbers.text(BigDecimal.valueOf(1_250).setScale(decimals));
    }
}
