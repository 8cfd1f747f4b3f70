package dev.orderwright.customers.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of a customer. Whoever may not see personal details does not get them into the form either, and cannot
 * overwrite them with their masks.
 */
final class CustomerForm {

    private CustomerForm() {}

    static Map<String, String> of(Customer customer, CreditState credit) {
        Map<String, String> in = new HashMap<>();
        in.put("name", customer.name());
        in.put("email", Objects.requireNonNullElse(customer.email(), ""));
        in.put("phone", Objects.requireNonNullElse(customer.phone(), ""));
        in.put("taxId", Objects.requireNonNullElse(customer.taxId(), ""));
        in.put("country", customer.country());
        in.put("currency", customer.currency());
        in.put("paymentTermsDays", Integer.toString(customer.paymentTermsDays()));
        in.put("priority", Integer.toString(customer.priority()));
        in.put("creditLimit", TypedNumbers.text(new Money(credit.limitMinor(), credit.currency()).amount()));
        in.put("version", Integer.toString(customer.version()));
        if (customer.account()) {
            in.put("account", "yes");
        }
        return in;
    }

    static List<Field> fields(boolean isNew, boolean personal, Map<String, String> in) {
        List<Field> fields = new ArrayList<>();
        if (isNew) {
            fields.add(text("number", t("customers.customerForm.number"), in)
                    .hint(t("customers.customerForm.itCannotBeChangedLater"))
                    .mandatory());
        }
        if (personal) {
            fields.add(text("name", t("shared.word.name"), in).mandatory());
            fields.add(text("email", t("shared.word.email"), in));
            fields.add(text("phone", t("customers.customerForm.phone"), in));
            fields.add(text("taxId", t("customers.customerForm.vatNumber"), in)
                    .hint(t("customers.customerForm.whenHeBuysAsA")));
        }
        fields.add(text("country", t("customers.customerForm.country"), in)
                .hint(t("customers.customerForm.twoLettersSuchAsGb"))
                .mandatory());
        fields.add(text("currency", t("customers.customerForm.currency"), in)
                .hint(t("customers.customerForm.suchAsGbp"))
                .mandatory());
        fields.add(text("paymentTermsDays", t("customers.customerForm.daysToPay"), in));
        fields.add(text("creditLimit", t("customers.customerForm.creditLimit"), in)
                .hint(t("customers.customerForm.theMostHeMayOwe")));
        fields.add(text("priority", t("customers.customerForm.priority"), in)
                .hint(t("customers.customerForm.priorityHint")));
        return fields;
    }

    private static Field text(String name, String label, Map<String, String> in) {
        return Field.text(name, label, in.getOrDefault(name, ""));
    }

    /** @param known the one that is changed, null for a new one */
    static Optional<CustomerDraft> draft(FormInput in, @Nullable Customer known, boolean personal) {
        // What the caller may not see stays as it is.
        Customer kept = personal ? null : known;
        String currency =
                in.required("currency", t("customers.customerForm.aCurrency")).toUpperCase(Locale.ROOT);
        CustomerDraft draft = new CustomerDraft(
                known == null ? in.required("number", t("customers.customerForm.aNumber")) : known.number(),
                kept == null ? in.required("name", t("customers.customerForm.aName")) : kept.name(),
                kept == null ? in.textOrNull("email") : kept.email(),
                kept == null ? in.textOrNull("phone") : kept.phone(),
                in.required("country", t("customers.customerForm.aCountry")).toUpperCase(Locale.ROOT),
                kept == null ? in.textOrNull("taxId") : kept.taxId(),
                in.ticked("account"),
                in.whole("paymentTermsDays"),
                currency,
                in.whole("priority"),
                limit(in, currency));
        return in.refusals().isEmpty() ? Optional.of(draft) : Optional.empty();
    }

    private static long limit(FormInput in, String currency) {
        BigDecimal amount = in.decimal("creditLimit");
        try {
            return amount.movePointRight(Money.decimals(currency)).longValueExact();
        } catch (ArithmeticException | IllegalArgumentException e) {
            in.refuse(Refusal.of("bad-limit", "creditLimit", t("customers.refusal.thisIsNotAnAmount", currency)));
            return 0;
        }
    }
}
