package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Receipt;
import dev.orderwright.billing.Receivables;
import dev.orderwright.billing.Receivables.CreditUse;
import dev.orderwright.billing.Receivables.PaidOut;
import dev.orderwright.billing.Received;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Money that comes in past the payment providers, and the credit that customers have with us. */
@RestController
@RequestMapping("/api/v1")
class ReceivablesApi {

    private final Receivables receivables;
    private final Customers customers;

    ReceivablesApi(Receivables receivables, Customers customers) {
        this.receivables = receivables;
        this.customers = customers;
    }

    /** Up to 1,000 receipts, all of them or none. */
    record ReceiptsInput(@Nullable List<@Nullable ReceiptInput> receipts) {}

    /** @param reference what the bank statement says */
    record ReceiptInput(
            @Nullable String invoice,
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable String reference) {}

    record UsesInput(@Nullable String currency, @Nullable List<@Nullable UseInput> uses) {}

    record UseInput(@Nullable String invoice, @Nullable Long amountMinor) {}

    record PayOutInput(
            @Nullable Long amountMinor,
            @Nullable String currency,
            @Nullable String reference) {}

    /** @param balancesMinor what he has with us, by currency */
    record CreditAnswer(String customer, Map<String, Long> balancesMinor) {}

    /** @param leftMinor what he still has with us in that currency */
    record PaidOutAnswer(String customer, long amountMinor, long leftMinor) {}

    /** What is missing in a request, gathered so that one answer names all of it. */
    private static final class Missing {

        private final List<Refusal> refusals = new ArrayList<>();

        String text(String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                refusals.add(Refusal.of("missing", field, t("billing.refusal.isRequired", field)));
                return "";
            }
            return value.strip();
        }

        long amount(String field, @Nullable Long value) {
            if (value == null) {
                refusals.add(Refusal.of("missing", field, t("billing.refusal.isRequired", field)));
                return 0;
            }
            return value;
        }

        <T> List<T> entries(String field, @Nullable List<@Nullable T> values) {
            List<T> present = new ArrayList<>();
            for (T value : Objects.requireNonNullElse(values, List.<@Nullable T>of())) {
                if (value == null) {
                    refusals.add(Refusal.of("missing", field, t("billing.refusal.anEntryOfIsNull", field)));
                } else {
                    present.add(value);
                }
            }
            return present;
        }

        void done() {
            if (!refusals.isEmpty()) {
                throw ApiRefusal.of(refusals);
            }
        }
    }

    @PostMapping("/money-receipts")
    @Requires("billing:write")
    @Operation(summary = "Receives money for invoices; what is more than open becomes the customer's credit")
    Received receive(@RequestBody ReceiptsInput input, Cause cause) {
        Missing missing = new Missing();
        List<Receipt> receipts = new ArrayList<>();
        for (ReceiptInput receipt : missing.entries("receipts", input.receipts())) {
            String at = "receipts[" + receipts.size() + "].";
            receipts.add(new Receipt(
                    missing.text(at + "invoice", receipt.invoice()),
                    missing.amount(at + "amountMinor", receipt.amountMinor()),
                    missing.text(at + "currency", receipt.currency()),
                    missing.text(at + "reference", receipt.reference())));
        }
        missing.done();
        return ApiRefusal.orThrow(receivables.receive(cause, receipts));
    }

    @GetMapping("/customers/{customer}/credit")
    @Requires("billing:read")
    @Operation(summary = "What a customer has with us, by currency")
    CreditAnswer credit(@Parameter(description = "number of the customer") @PathVariable String customer) {
        Customer found = find(customer);
        return new CreditAnswer(found.number(), receivables.credit(found.id()));
    }

    @PostMapping("/customers/{customer}/credit/use")
    @Requires("billing:write")
    @Operation(summary = "Pays invoices of a customer from his credit with us")
    Received use(
            @Parameter(description = "number of the customer") @PathVariable String customer,
            @RequestBody UsesInput input,
            Cause cause) {
        Missing missing = new Missing();
        String currency = missing.text("currency", input.currency());
        List<CreditUse> uses = new ArrayList<>();
        for (UseInput use : missing.entries("uses", input.uses())) {
            String at = "uses[" + uses.size() + "].";
            uses.add(new CreditUse(
                    missing.text(at + "invoice", use.invoice()),
                    missing.amount(at + "amountMinor", use.amountMinor())));
        }
        missing.done();
        return ApiRefusal.orThrow(receivables.useCredit(cause, find(customer).id(), currency, uses));
    }

    @PostMapping("/customers/{customer}/credit/pay-out")
    @Requires("billing:refund")
    @Operation(summary = "Pays a customer's credit out, up to the caller's limit")
    PaidOutAnswer payOut(
            @Parameter(description = "number of the customer") @PathVariable String customer,
            @RequestBody PayOutInput input,
            Cause cause,
            Who who) {
        Missing missing = new Missing();
        long amount = missing.amount("amountMinor", input.amountMinor());
        String currency = missing.text("currency", input.currency());
        missing.done();
        if (!who.decidesAlone(amount)) {
            throw ApiRefusal.forbidden(MoneyWords.overCap().reason());
        }
        PaidOut paid = ApiRefusal.orThrow(receivables.payOut(
                cause, find(customer).id(), amount, currency, Objects.requireNonNullElse(input.reference(), "")));
        return new PaidOutAnswer(customer, paid.amountMinor(), paid.leftMinor());
    }

    private Customer find(String number) {
        Customer customer = customers.byNumber(List.of(number)).get(number);
        if (customer == null) {
            throw ApiRefusal.notFound(t("billing.refusal.customer", number));
        }
        return customer;
    }
}
