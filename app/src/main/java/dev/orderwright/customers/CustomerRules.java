package dev.orderwright.customers;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What makes a customer acceptable, and what can no longer be changed about one. */
final class CustomerRules {

    static final int CUSTOMERS_MAX = 10_000;
    static final int NUMBER_LENGTH_MAX = 64;
    static final int TEXT_LENGTH_MAX = 200;
    static final int PAYMENT_TERMS_DAYS_MAX = 365;
    static final int PRIORITY_MAX = 9;
    static final long CREDIT_LIMIT_MAX = 1_000_000_000_000L;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private CustomerRules() {}

    /** What is wrong with drafts whatever is known already. */
    static List<Refusal> check(List<CustomerDraft> drafts) {
        if (drafts.isEmpty() || drafts.size() > CUSTOMERS_MAX) {
            return List.of(
                    Refusal.of("bad-size", "customers", t("customers.refusal.sendToCustomersAtA", CUSTOMERS_MAX)));
        }
        List<Refusal> refusals = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < drafts.size(); i++) {
            CustomerDraft draft = drafts.get(i);
            String at = "customers[" + i + "].";
            if (!numbers.add(draft.number())) {
                refusals.add(Refusal.of(
                        "duplicate-number", at + "number", t("customers.refusal.theNumberIsInThe", draft.number())));
            }
            refusals.addAll(checkTexts(at, draft));
            refusals.addAll(checkTerms(at, draft));
        }
        return refusals;
    }

    private static List<Refusal> checkTexts(String at, CustomerDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        if (!isText(draft.number(), NUMBER_LENGTH_MAX)
                || !draft.number().equals(draft.number().strip())) {
            refusals.add(Refusal.of("bad-number", at + "number", t("customers.refusal.aNumberHasToPrintable")));
        }
        if (!isText(draft.name(), TEXT_LENGTH_MAX)) {
            refusals.add(Refusal.of("bad-name", at + "name", t("customers.refusal.aNameHasToPrintable")));
        }
        if (draft.email() != null
                && (!isText(draft.email(), TEXT_LENGTH_MAX) || !draft.email().matches("[^@\\s]+@[^@\\s]+"))) {
            refusals.add(Refusal.of("bad-email", at + "email", t("customers.refusal.isNotAnEMail", draft.email())));
        }
        if (draft.phone() != null && !isText(draft.phone(), NUMBER_LENGTH_MAX)) {
            refusals.add(Refusal.of("bad-phone", at + "phone", t("customers.refusal.aPhoneNumberHasTo")));
        }
        if (draft.taxId() != null && !isText(draft.taxId(), NUMBER_LENGTH_MAX)) {
            refusals.add(Refusal.of("bad-tax-id", at + "taxId", t("customers.refusal.aTaxNumberHasTo")));
        }
        return refusals;
    }

    private static boolean isText(String text, int lengthMax) {
        return !text.isBlank() && text.length() <= lengthMax && text.chars().noneMatch(Character::isISOControl);
    }

    private static List<Refusal> checkTerms(String at, CustomerDraft draft) {
        List<Refusal> refusals = new ArrayList<>();
        if (!COUNTRIES.contains(draft.country())) {
            refusals.add(Refusal.of(
                    "unknown-country", at + "country", t("customers.refusal.isNotAnIsoCode", draft.country())));
        }
        if (!CURRENCIES.contains(draft.currency())) {
            refusals.add(Refusal.of(
                    "unknown-currency", at + "currency", t("customers.refusal.isNotAnIsoCode2", draft.currency())));
        }
        if (draft.paymentTermsDays() < 0 || draft.paymentTermsDays() > PAYMENT_TERMS_DAYS_MAX) {
            refusals.add(Refusal.of(
                    "bad-payment-terms",
                    at + "paymentTermsDays",
                    t("customers.refusal.paymentTermsAreToDays", PAYMENT_TERMS_DAYS_MAX)));
        }
        if (draft.priority() < 0 || draft.priority() > PRIORITY_MAX) {
            refusals.add(Refusal.of("bad-priority", at + "priority", t("customers.refusal.aPriorityIsLowTo")));
        }
        if (draft.creditLimitMinor() < 0 || draft.creditLimitMinor() > CREDIT_LIMIT_MAX) {
            refusals.add(Refusal.of(
                    "bad-credit-limit",
                    at + "creditLimitMinor",
                    t("customers.refusal.aCreditLimitIsTo", CREDIT_LIMIT_MAX)));
        }
        return refusals;
    }

    /** What cannot be done to customers who are known: what they owe is counted in their currency. */
    static List<Refusal> checkChanges(List<CustomerDraft> drafts, Map<String, KnownCustomer> known) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            CustomerDraft draft = drafts.get(i);
            KnownCustomer before = known.get(draft.number());
            if (before != null
                    && before.credit().exposureMinor() != 0
                    && !before.customer().currency().equals(draft.currency())) {
                refusals.add(Refusal.of(
                        "currency-is-fixed",
                        "customers[" + i + "].currency",
                        t(
                                "customers.refusal.stillOwesInTheCurrency",
                                draft.number(),
                                before.customer().currency())));
            }
        }
        return refusals;
    }

    /** A customer with his credit. */
    record KnownCustomer(Customer customer, CreditState credit) {

        boolean differsFrom(CustomerDraft draft) {
            return !customer.name().equals(draft.name())
                    || !same(customer.email(), draft.email())
                    || !same(customer.phone(), draft.phone())
                    || !customer.country().equals(draft.country())
                    || !same(customer.taxId(), draft.taxId())
                    || customer.account() != draft.account()
                    || customer.paymentTermsDays() != draft.paymentTermsDays()
                    || !customer.currency().equals(draft.currency())
                    || customer.priority() != draft.priority()
                    || credit.limitMinor() != draft.creditLimitMinor();
        }

        private static boolean same(@Nullable String a, @Nullable String b) {
            return Objects.equals(a, b);
        }
    }
}
