package dev.orderwright.billing.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.OrderBilling;
import dev.orderwright.billing.Payment;
import dev.orderwright.billing.PaymentAmounts;
import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.TransactionKind;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.OrderFigures;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The money of an order on its page: what was set aside, taken, invoiced, credited, and what is open. */
@Component
class MoneyPanels implements OrderPanels, OrderFigures {

    private static final int AFTER_THE_PACKAGES = 50;

    private final Invoices invoices;
    private final OrderQueries orders;
    private final PaymentRows rows;
    private final MoneyFilters filters;
    private final Show show;

    MoneyPanels(Invoices invoices, OrderQueries orders, PaymentRows rows, MoneyFilters filters, Show show) {
        this.invoices = invoices;
        this.orders = orders;
        this.rows = rows;
        this.filters = filters;
        this.show = show;
    }

    @Override
    public List<Panel> panelsFor(long orderId, Who who) {
        if (!who.may("billing:read")) {
            return List.of();
        }
        return orders.byId(orderId)
                .map(order -> panel(order, invoices.ofOrder(orderId), who))
                .filter(view -> !view.isEmpty())
                .map(view -> List.of(new Panel(Panel.Place.MAIN, AFTER_THE_PACKAGES, "billing/orderMoney.jte", view)))
                .orElse(List.of());
    }

    @Override
    public List<KeyValue> figuresOf(long orderId, Who who) {
        return who.may("billing:read")
                ? orders.heads(List.of(orderId)).values().stream()
                        .flatMap(head -> sums(head, invoices.ofOrder(orderId)).stream())
                        .toList()
                : List.of();
    }

    private MoneyPanel.OfOrder panel(OrderDetail order, OrderBilling money, Who who) {
        OrderHead head = order.head();
        LocalDate today = filters.today();
        long uncovered = head.terms() == PaymentTerms.PREPAID ? uncovered(order, money) : 0;
        boolean mayAdd = who.mayAny("billing:write", "orders:write");
        return new MoneyPanel.OfOrder(
                "/orders/" + head.number(),
                sums(head, money),
                uncovered == 0 ? "" : MoneyWords.money(uncovered, head.currency()),
                uncovered == 0 ? "" : refused(money, mayAdd),
                money.invoices().stream()
                        .map(invoice -> invoice(invoice, today))
                        .toList(),
                money.creditNotes().stream().map(InvoicePages::note).toList(),
                money.payments().stream().map(MoneyPanels::payment).toList(),
                rows.rows(money.transactions(), head.number(), who),
                uncovered > 0 && mayAdd ? addPayment(uncovered, head.currency()) : List.of());
    }

    private String refused(OrderBilling money, boolean mayAdd) {
        return money.refusedAuthorisation()
                .map(asked -> t(
                        mayAdd
                                ? "billing.moneyPanels.theWasRefusedAddAnother"
                                : "billing.moneyPanels.theWasRefusedOnAsk",
                        asked.method(),
                        show.moment(Objects.requireNonNullElse(asked.answeredAt(), asked.requestedAt())),
                        Objects.requireNonNullElse(asked.failureReason(), t("billing.moneyPanels.noReasonWasGiven"))))
                .orElse("");
    }

    /**
     * What no payment covers, authorised or about to be: of what is or will be delivered, and when the order has ended,
     * of what is still due. What a provider has refused to take covers nothing.
     */
    private static long uncovered(OrderDetail order, OrderBilling money) {
        boolean open = order.head().lifecycle().isOpen();
        long pastTheProviders = Math.max(0, money.paid() - money.captured() + money.refunded());
        long cost = open ? order.cost() - pastTheProviders : money.due() + money.captured();
        long covered = money.payments().stream()
                .mapToLong(payment -> payment.stopped()
                        ? payment.amounts().captureAsked()
                        : payment.amounts().authorised() - payment.amounts().voidAsked())
                .sum();
        long coming = money.transactions().stream()
                .filter(t -> t.kind() == TransactionKind.AUTHORISE && !t.state().isEnded())
                .mapToLong(PaymentTransaction::amountMinor)
                .sum();
        return Math.max(0, cost - covered - coming);
    }

    private static List<KeyValue> sums(OrderHead head, OrderBilling money) {
        List<KeyValue> sums = new ArrayList<>();
        if (head.terms() == PaymentTerms.PREPAID) {
            sums.add(KeyValue.number(t("billing.moneyPanels.authorised"), amount(money.authorised(), head)));
            sums.add(KeyValue.number(t("billing.moneyPanels.captured"), amount(money.captured(), head)));
            sums.add(KeyValue.number(t("billing.moneyPanels.givenBackUnused"), amount(money.voided(), head)));
            sums.add(KeyValue.number(t("billing.moneyPanels.refunded"), amount(money.refunded(), head)));
        }
        sums.add(KeyValue.number(t("billing.moneyPanels.invoiced"), amount(money.invoiced(), head)));
        sums.add(KeyValue.number(t("billing.moneyPanels.credited"), amount(money.credited(), head)));
        sums.add(KeyValue.number(t("billing.moneyPanels.paid"), amount(money.paid(), head)));
        sums.add(KeyValue.number(t("billing.moneyPanels.due"), MoneyWords.money(money.due(), head.currency())));
        return sums;
    }

    private static String amount(long minor, OrderHead head) {
        return MoneyWords.amount(minor, head.currency());
    }

    private static MoneyPanel.InvoiceRow invoice(Invoice invoice, LocalDate today) {
        return new MoneyPanel.InvoiceRow(
                invoice.number(),
                "/invoices/" + invoice.number(),
                "/invoices/" + invoice.number() + ".pdf",
                Show.day(invoice.issuedOn()),
                Show.day(invoice.dueOn()),
                MoneyWords.state(invoice, today),
                MoneyWords.money(invoice.money().total(), invoice.currency()),
                invoice.amounts().open() == 0
                        ? "–"
                        : MoneyWords.money(invoice.amounts().open(), invoice.currency()));
    }

    private static MoneyPanel.PaymentRow payment(Payment payment) {
        PaymentAmounts amounts = payment.amounts();
        List<Chip> chips = new ArrayList<>();
        if (payment.stopped()) {
            chips.add(new Chip(
                    t("billing.moneyPanels.stopped"), Tone.BAD, t("billing.moneyPanels.theProviderHasRefusedTo")));
        }
        if (payment.authorisation() == null) {
            chips.add(Chip.of(t("billing.moneyPanels.notAuthorised"), Tone.WARN));
        }
        return new MoneyPanel.PaymentRow(
                t("billing.moneyPanels.over", payment.method(), payment.provider()),
                chips,
                MoneyWords.amount(amounts.authorised(), payment.currency()),
                MoneyWords.amount(amounts.captured(), payment.currency()),
                MoneyWords.amount(amounts.voided(), payment.currency()),
                MoneyWords.amount(amounts.refunded(), payment.currency()));
    }

    private static List<Field> addPayment(long uncovered, String currency) {
        return List.of(
                Field.text(
                                "paymentAmount",
                                t("billing.moneyPanels.amountIn", currency),
                                MoneyWords.amount(uncovered, currency))
                        .mandatory(),
                Field.text("method", t("billing.moneyPanels.method"), "card").mandatory(),
                Field.text("token", t("billing.moneyPanels.tokenOfThePaymentProvider"), "")
                        .hint(t("billing.moneyPanels.neverACardNumberThe"))
                        .mandatory());
    }
}
