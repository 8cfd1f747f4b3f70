package dev.orderwright.customers.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a caller sends him.
 *
 * @param number required in a list; where the address names it, it may be left out
 * @param country ISO 3166 alpha-2; without it the country of the company
 * @param account true when he buys on credit terms
 * @param paymentTermsDays 30 unless said otherwise
 * @param currency ISO 4217; without it the currency of the company
 * @param priority 0 (low) to 9 (high), 5 unless said otherwise
 * @param creditLimitMinor 0 unless said otherwise
 */
record CustomerInput(
        @Nullable String number,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String country,
        @Nullable String taxId,
        @Nullable Boolean account,
        @Nullable Integer paymentTermsDays,
        @Nullable String currency,
        @Nullable Integer priority,
        @Nullable Long creditLimitMinor) {

    private static final int PAYMENT_TERMS_DAYS = 30;
    private static final int PRIORITY = 5;

    /** Many customers. */
    record Many(@Nullable List<@Nullable CustomerInput> customers) {}

    /** The draft, or why there is none; {@code at} stands before the names of fields. */
    Optional<CustomerDraft> draft(String at, Company company, List<Refusal> refusals) {
        List<Refusal> found = new ArrayList<>();
        if (number == null) {
            found.add(Refusal.of("missing", at + "number", t("customers.refusal.numberIsRequired", at)));
        }
        if (name == null) {
            found.add(Refusal.of("missing", at + "name", t("customers.refusal.nameIsRequired", at)));
        }
        refusals.addAll(found);
        return found.isEmpty()
                ? Optional.of(new CustomerDraft(
                        Objects.requireNonNull(number).strip(),
                        Objects.requireNonNull(name).strip(),
                        textOrNull(email),
                        textOrNull(phone),
                        Objects.requireNonNullElse(country, company.country()),
                        textOrNull(taxId),
                        Boolean.TRUE.equals(account),
                        Objects.requireNonNullElse(paymentTermsDays, PAYMENT_TERMS_DAYS),
                        Objects.requireNonNullElse(currency, company.currency()),
                        Objects.requireNonNullElse(priority, PRIORITY),
                        Objects.requireNonNullElse(creditLimitMinor, 0L)))
                : Optional.empty();
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    CustomerInput named(String no) {
        return new CustomerInput(
                no,
                name,
                email,
                phone,
                country,
                taxId,
                account,
                paymentTermsDays,
                currency,
                priority,
                creditLimitMinor);
    }
}
