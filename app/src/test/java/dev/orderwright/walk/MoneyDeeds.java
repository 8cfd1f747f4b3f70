package dev.orderwright.walk;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Invoices.PaymentView;
import dev.orderwright.billing.NewPayment;
import dev.orderwright.billing.PaymentTransaction;
import dev.orderwright.billing.Payments;
import dev.orderwright.billing.Receipt;
import dev.orderwright.billing.Receivables;
import dev.orderwright.billing.Receivables.CreditUse;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.PaymentTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What payers, providers and the bookkeeping do. */
final class MoneyDeeds {

    private static final int PAGE = 500;
    private static final String CURRENCY = "GBP";

    private final Ground ground;
    private final Payments payments;
    private final Receivables receivables;
    private final Invoices invoices;
    private final List<Long> customers;

    MoneyDeeds(Ground ground) {
        this.ground = ground;
        payments = ground.world.bean(Payments.class);
        receivables = ground.world.bean(Receivables.class);
        invoices = ground.world.bean(Invoices.class);
        Customers book = ground.world.bean(Customers.class);
        customers = ground.customers.stream()
                .map(number ->
                        Objects.requireNonNull(book.byNumber(List.of(number)).get(number)))
                .map(Customer::id)
                .toList();
    }

    List<Deed> all() {
        return List.of(
                new Deed("add a payment", 3, this::add),
                new Deed("ask the providers", 8, this::work),
                new Deed("try a payment again", 2, this::retry),
                new Deed("try a refused payment again", 1, this::retryRefused),
                new Deed("let a refused payment rest", 1, this::dismiss),
                new Deed("receive a part of an invoice", 2, () -> receive(-1)),
                new Deed("receive all of an invoice", 1, () -> receive(0)),
                new Deed("receive more than an invoice", 2, () -> receive(1)),
                new Deed("use credit", 2, this::useCredit),
                new Deed("pay credit out", 1, this::payOut),
                new Deed("write off an invoice", 1, this::writeOff));
    }

    private Came add() {
        return ground.with(
                ground.openOrders().stream()
                        .filter(head -> head.terms() == PaymentTerms.PREPAID)
                        .toList(),
                head -> {
                    NewPayment wish = new NewPayment(
                            head.id(),
                            "card",
                            OrderDeeds.token(ground),
                            ground.chance(50) ? null : ground.shop.word("auth-"),
                            ground.some(5_000));
                    return ground.run(cause -> payments.add(cause, wish));
                });
    }

    private Came work() {
        return ground.round(() -> payments.work(ground.world.clock().instant(), PAGE) > 0 ? Came.DONE : Came.NOTHING);
    }

    private List<PaymentTransaction> transactions(PaymentView... views) {
        return Arrays.stream(views)
                .flatMap(view -> invoices.transactions(view, null, PAGE).items().stream())
                .toList();
    }

    private Came retry() {
        return ground.with(transactions(PaymentView.UNKNOWN, PaymentView.PENDING), this::retry);
    }

    private Came retryRefused() {
        return ground.with(transactions(PaymentView.ATTENTION), this::retry);
    }

    private Came retry(PaymentTransaction one) {
        return ground.run(cause -> payments.retry(cause, one.orderId(), one.id()));
    }

    private Came dismiss() {
        return ground.with(
                transactions(PaymentView.ATTENTION),
                one -> ground.run(cause -> payments.dismiss(cause, one.orderId(), one.id(), "settled otherwise")));
    }

    private List<Invoice> open() {
        return invoices.list(Invoices.View.OPEN, null, ground.today(), null, PAGE).items().stream()
                .filter(invoice -> invoice.amounts().open() > 0)
                .toList();
    }

    /** @param more below 0 for less than what is open */
    private Came receive(int more) {
        return ground.with(open(), invoice -> {
            long open = invoice.amounts().open();
            long amount = more == 0 ? open : more < 0 ? ground.some(open) : open + ground.some(500);
            Receipt receipt = new Receipt(invoice.number(), amount, CURRENCY, "bank");
            return ground.run(cause -> receivables.receive(cause, List.of(receipt)));
        });
    }

    private Came useCredit() {
        return ground.with(
                open().stream()
                        .filter(invoice -> invoice.customerId() != null)
                        .filter(invoice -> ground.chance(5) || credit(invoice.customerId()) > 0)
                        .toList(),
                invoice -> {
                    long customer = Objects.requireNonNull(invoice.customerId());
                    long most = Math.min(credit(customer), invoice.amounts().open());
                    CreditUse use = new CreditUse(invoice.number(), most > 0 ? ground.some(most) : 1);
                    return ground.run(cause -> receivables.useCredit(cause, customer, CURRENCY, List.of(use)));
                });
    }

    private long credit(long customer) {
        return receivables.credit(customer).getOrDefault(CURRENCY, 0L);
    }

    private Came payOut() {
        return ground.with(
                customers.stream()
                        .filter(customer -> ground.chance(5) || credit(customer) > 0)
                        .toList(),
                customer -> {
                    long amount = ground.some(credit(customer) + 1);
                    return ground.run(cause -> receivables.payOut(cause, customer, amount, CURRENCY, "transfer"));
                });
    }

    private Came writeOff() {
        return ground.with(
                open(), invoice -> ground.run(cause -> receivables.writeOff(cause, invoice.number(), "never paid")));
    }
}
