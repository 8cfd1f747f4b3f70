package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderChecks.Findings;
import dev.orderwright.orders.OrderChecks.Subject;
import dev.orderwright.shared.Amounts;
import dev.orderwright.shared.Money;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of {@link OrderChecks} on what the whole order costs. Pure. */
final class MoneyChecks {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private MoneyChecks() {}

    static void currency(Subject subject, Findings findings) {
        String currency = subject.draft().currency();
        if (!CURRENCIES.contains(currency)) {
            findings.refuse("unknown-currency", "currency", t("orders.refusal.isNotACurrencyUse", currency));
        }
    }

    /** Nobody is paid for ordering: an order whose lines are otherwise right may not cost less than nothing. */
    static void discount(Subject subject, Findings findings) {
        OrderDraft draft = subject.draft();
        if (!findings.refusals().isEmpty() || draft.discountMinor() == 0) {
            return;
        }
        long goods = draft.lines().stream()
                .mapToLong(line -> subject.itemOf(line)
                        .map(item -> Amounts.lineAmount(
                                OrderPricing.price(line, item),
                                OrderPricing.quantity(line, item),
                                item.quantityDecimals(),
                                draft.currency()))
                        .orElse(0L))
                .sum();
        if (draft.discountMinor() > goods) {
            findings.refuse(
                    "discount-too-large",
                    "discountMinor",
                    t("orders.refusal.theDiscountIsMoreThan", new Money(goods, draft.currency())));
        }
    }
}
