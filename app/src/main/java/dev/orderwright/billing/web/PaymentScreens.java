package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Invoices.PaymentView;
import dev.orderwright.billing.NewPayment;
import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.Payments;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What payment providers were asked and what they said; what a person decides when one says no. */
@Controller
class PaymentScreens {

    private static final int PAGE = 50;

    private final Invoices invoices;
    private final Payments payments;
    private final OrderQueries orders;
    private final PaymentRows rows;
    private final MoneyFilters filters;

    PaymentScreens(Invoices invoices, Payments payments, OrderQueries orders, PaymentRows rows, MoneyFilters filters) {
        this.invoices = invoices;
        this.payments = payments;
        this.orders = orders;
        this.rows = rows;
        this.filters = filters;
    }

    @GetMapping("/payments")
    @Requires("billing:read")
    WebPage list(
            @RequestParam(defaultValue = "attention") String view,
            @RequestParam(required = false) @Nullable String cursor,
            Who who) {
        PaymentView active = MoneyFilters.view(PaymentView.class, "view", view);
        Page<PaymentTransaction> page = invoices.transactions(active, cursor, PAGE);
        Map<Long, OrderHead> heads = orders.heads(
                page.items().stream().map(PaymentTransaction::orderId).collect(Collectors.toSet()));
        PaymentsPage shown = new PaymentsPage(
                tabs(active),
                MoneyFilters.word(active),
                uncollected(invoices.counts(filters.today()).uncollected().count()),
                page.items().stream()
                        .map(transaction -> rows.row(transaction, number(heads, transaction), who))
                        .toList(),
                Pager.of(
                        page,
                        Link.to("/payments").with("view", MoneyFilters.word(active)),
                        "cursor",
                        cursor,
                        t("shared.one.transaction"),
                        t("shared.many.transactions")));
        return WebPage.of("billing/payments.jte", shown, t("billing.paymentScreens.payments"))
                .in("payments");
    }

    private static String uncollected(long count) {
        if (count == 0) {
            return "";
        }
        return count == 1
                ? t("billing.paymentScreens.noPaymentCoversOnePrepaid")
                : t("billing.paymentScreens.noPaymentCoversPrepaidInvoices", Show.number(count));
    }

    private static String number(Map<Long, OrderHead> heads, PaymentTransaction transaction) {
        OrderHead head = heads.get(transaction.orderId());
        return head == null ? Long.toString(transaction.orderId()) : head.number();
    }

    private List<Tab> tabs(PaymentView active) {
        Invoices.PaymentCounts counts = invoices.paymentCounts();
        List<Tab> tabs = new ArrayList<>();
        for (PaymentView view : PaymentView.values()) {
            long count = switch (view) {
                case ATTENTION -> counts.attention();
                case UNKNOWN -> counts.unknown();
                case PENDING -> counts.pending();
            };
            tabs.add(new Tab(
                            view.title(),
                            MoneyFilters.url("/payments", "view", MoneyFilters.word(view)),
                            Show.number(count),
                            view == active,
                            view != PaymentView.PENDING && count > 0 ? Tone.WARN : Tone.NEUTRAL)
                    .waiting(invoices.asked(view).oldest(), filters.now()));
        }
        return tabs;
    }

    @PostMapping("/payments/{order}/{transaction}/retry")
    @Requires("billing:write")
    Redirect retry(
            @PathVariable long order,
            @PathVariable long transaction,
            @RequestParam(defaultValue = "/payments") String back,
            Cause cause) {
        Outcome<String> outcome = payments.retry(cause, order, transaction)
                .map(decided -> t("billing.paymentScreens.theProviderIsAskedAgain"));
        return Redirect.to(local(back), MoneyWords.said(outcome));
    }

    @PostMapping("/payments/{order}/{transaction}/dismiss")
    @Requires("billing:write")
    Redirect dismiss(
            @PathVariable long order,
            @PathVariable long transaction,
            @RequestParam String reason,
            @RequestParam(defaultValue = "/payments") String back,
            Cause cause) {
        Outcome<String> outcome = payments.dismiss(cause, order, transaction, reason)
                .map(decided -> t("billing.paymentScreens.itIsLetRestThe"));
        return Redirect.to(local(back), MoneyWords.said(outcome));
    }

    private static String local(String back) {
        return Redirect.isLocal(back) ? back : "/payments";
    }

    /** A further payment for a prepaid order, from its page. */
    @PostMapping("/orders/{order}/payments")
    @Requires({"billing:write", "orders:write"})
    Redirect add(
            @PathVariable String order,
            @RequestParam String paymentAmount,
            @RequestParam String method,
            @RequestParam String token,
            Cause cause) {
        OrderHead head = orders.byNumber(order)
                .map(OrderQueries.OrderDetail::head)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
        Outcome<String> outcome = Amount.then(
                        "paymentAmount",
                        paymentAmount,
                        head.currency(),
                        minor -> payments.add(
                                cause, new NewPayment(head.id(), method.strip(), token.strip(), null, minor)))
                .map(added -> t("billing.paymentScreens.thePaymentIsAddedThe"));
        return Redirect.to("/orders/" + order + "#money", MoneyWords.said(outcome));
    }
}
