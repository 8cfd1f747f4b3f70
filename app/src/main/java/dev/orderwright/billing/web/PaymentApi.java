package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.NewPayment;
import dev.orderwright.billing.PaymentAdded;
import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.Payments;
import dev.orderwright.billing.web.MoneyAnswers.OrderMoneyAnswer;
import dev.orderwright.billing.web.MoneyAnswers.TransactionAnswer;
import dev.orderwright.billing.web.MoneyAnswers.TransactionList;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments of orders, and what payment providers were asked and said. An order is named by its number or its id. */
@RestController
@RequestMapping("/api/v1")
class PaymentApi {

    private static final int PAGE_MAX = 200;

    private final Invoices invoices;
    private final Payments payments;
    private final OrderQueries orders;
    private final MoneyFilters filters;

    PaymentApi(Invoices invoices, Payments payments, OrderQueries orders, MoneyFilters filters) {
        this.invoices = invoices;
        this.payments = payments;
        this.orders = orders;
        this.filters = filters;
    }

    /**
     * A payment for a prepaid order.
     *
     * @param token the provider's token for the payer's means; never a card number
     * @param authorisation the provider's reference when it has been authorised already
     */
    record PaymentInput(
            @Nullable String method,
            @Nullable String token,
            @Nullable String authorisation,
            @Nullable Long amountMinor) {}

    /** The answer to an added payment: the ids as texts, and whether it counts already. */
    record AddedAnswer(String paymentId, String transactionId, boolean authorised) {}

    record DecidedAnswer(String orderId, String transactionId) {

        static DecidedAnswer of(Payments.Decided decided) {
            return new DecidedAnswer(Long.toString(decided.orderId()), Long.toString(decided.transactionId()));
        }
    }

    record ReasonInput(@Nullable String reason) {}

    @GetMapping("/orders/{order}/payments")
    @Requires("billing:read")
    @Operation(summary = "The money of an order: invoices, credit notes, payments, and what was asked of providers")
    OrderMoneyAnswer ofOrder(@Parameter(description = "number or id of the order") @PathVariable String order) {
        OrderHead head = find(order);
        return OrderMoneyAnswer.of(head.number(), invoices.ofOrder(head.id()), filters.today());
    }

    @PostMapping("/orders/{order}/payments")
    @Requires({"billing:write", "orders:write"})
    @ApiResponse(responseCode = "201", description = "Made")
    @Operation(summary = "Adds a payment to a prepaid order")
    ResponseEntity<AddedAnswer> add(
            @Parameter(description = "number or id of the order") @PathVariable String order,
            @RequestBody PaymentInput input,
            Cause cause) {
        if (input.amountMinor() == null) {
            throw ApiRefusal.of(
                    List.of(Refusal.of("missing", "amountMinor", t("billing.refusal.amountminorIsRequired"))));
        }
        PaymentAdded added = ApiRefusal.orThrow(payments.add(
                cause,
                new NewPayment(
                        find(order).id(),
                        Objects.requireNonNullElse(input.method(), "card").strip(),
                        Objects.requireNonNullElse(input.token(), "").strip(),
                        input.authorisation() == null || input.authorisation().isBlank()
                                ? null
                                : input.authorisation().strip(),
                        input.amountMinor())));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new AddedAnswer(
                        Long.toString(added.paymentId()), Long.toString(added.transactionId()), added.authorised()));
    }

    @GetMapping("/payment-transactions")
    @Requires("billing:read")
    @Operation(summary = "What was asked of payment providers and is not settled, the oldest first")
    TransactionList transactions(
            @Parameter(description = "attention (somebody must look), unknown (outcome) or pending")
                    @RequestParam(defaultValue = "attention")
                    String view,
            @Parameter(description = "next of the page before") @RequestParam(required = false) @Nullable String cursor,
            @Parameter(description = "how many at most, up to 200") @RequestParam(defaultValue = "50") int limit) {
        Page<PaymentTransaction> page = invoices.transactions(
                MoneyFilters.view(Invoices.PaymentView.class, "view", view), cursor, Math.clamp(limit, 1, PAGE_MAX));
        return new TransactionList(
                page.items().stream().map(TransactionAnswer::of).toList(), page.next());
    }

    @PostMapping("/orders/{order}/payment-transactions/{transaction}/retry")
    @Requires("billing:write")
    @Operation(summary = "Tries again: what was refused is asked anew, an unknown outcome is looked up now")
    DecidedAnswer retry(
            @Parameter(description = "number or id of the order") @PathVariable String order,
            @Parameter(description = "id of the transaction") @PathVariable long transaction,
            Cause cause) {
        return DecidedAnswer.of(
                ApiRefusal.orThrow(payments.retry(cause, find(order).id(), transaction)));
    }

    @PostMapping("/orders/{order}/payment-transactions/{transaction}/dismiss")
    @Requires("billing:write")
    @Operation(summary = "Lets what was refused rest, with a reason; an authorisation behind it is given back")
    DecidedAnswer dismiss(
            @Parameter(description = "number or id of the order") @PathVariable String order,
            @Parameter(description = "id of the transaction") @PathVariable long transaction,
            @RequestBody ReasonInput input,
            Cause cause) {
        return DecidedAnswer.of(ApiRefusal.orThrow(payments.dismiss(
                cause, find(order).id(), transaction, Objects.requireNonNullElse(input.reason(), ""))));
    }

    private OrderHead find(String order) {
        return Ids.parse(order)
                .flatMap(orders::byId)
                .or(() -> orders.byNumber(order))
                .map(OrderQueries.OrderDetail::head)
                .orElseThrow(() -> ApiRefusal.notFound(t("billing.refusal.order", order)));
    }
}
