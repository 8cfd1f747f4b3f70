package dev.orderwright.billing;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.billing.MoneyChanges.Ask;
import dev.orderwright.billing.PaymentStore.NewPaymentRow;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderParticipant.PlacedOrder;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.CardNumbers;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How payments come in: with a prepaid order, or later. What is authorised already is taken at its word. */
@Component
class PaymentIntake {

    private static final String PURPOSE = "order";

    private final PaymentStore payments;
    private final TransactionStore transactions;
    private final Accounts accounts;
    private final PaymentProviders providers;
    private final Coverage coverage;
    private final Ids ids;

    PaymentIntake(
            PaymentStore payments,
            TransactionStore transactions,
            Accounts accounts,
            PaymentProviders providers,
            Coverage coverage,
            Ids ids) {
        this.payments = payments;
        this.transactions = transactions;
        this.accounts = accounts;
        this.providers = providers;
        this.coverage = coverage;
        this.ids = ids;
    }

    private record Taken(NewPaymentRow row, Ask ask) {}

    /** The payments that prepaid orders came with, as one set. */
    void placed(List<PlacedOrder> orders) {
        List<Taken> taken = new ArrayList<>();
        for (PlacedOrder order : orders) {
            NewPayment wish = wish(order);
            if (wish != null) {
                taken.add(take(order.run(), order.head(), wish));
            }
        }
        insert(taken);
    }

    private static @Nullable NewPayment wish(PlacedOrder order) {
        OrderDraft.Payment payment = order.payment();
        long total = order.head().money().total();
        if (payment == null || order.head().terms() != PaymentTerms.PREPAID || total == 0) {
            return null;
        }
        boolean authorised = payment.authorisation() != null && payment.authorisedMinor() > 0;
        if (!authorised && payment.token().isBlank()) {
            return null;
        }
        return new NewPayment(
                order.head().id(),
                payment.method(),
                payment.token(),
                authorised ? payment.authorisation() : null,
                authorised ? payment.authorisedMinor() : total);
    }

    private Taken take(Run run, OrderHead order, NewPayment wish) {
        long id = ids.next();
        PaymentBalance fresh = new PaymentBalance(order.id(), id, order.currency(), null, false, PaymentAmounts.NONE);
        PaymentBalance balance =
                wish.authorisation() == null ? fresh : fresh.authorised(wish.authorisation(), wish.amountMinor());
        run.orderFact(
                order.id(),
                wish.authorisation() == null ? "PaymentAdded" : "PaymentAuthorised",
                Facts.data(
                        "method", wish.method(),
                        "amount", new Money(wish.amountMinor(), order.currency()).toString(),
                        "reference", Objects.requireNonNullElse(wish.authorisation(), "")));
        return new Taken(
                new NewPaymentRow(
                        balance, providers.chosen(), wish.method(), wish.token(), wish.amountMinor(), run.at()),
                new Ask(
                        order.id(),
                        ids.next(),
                        id,
                        TransactionKind.AUTHORISE,
                        PURPOSE,
                        null,
                        wish.amountMinor(),
                        wish.authorisation(),
                        run.at()));
    }

    private void insert(List<Taken> taken) {
        if (!taken.isEmpty()) {
            payments.insert(taken.stream().map(Taken::row).toList());
            transactions.insert(taken.stream().map(Taken::ask).toList());
        }
    }

    /** A further payment for an order that is locked. */
    Outcome<PaymentAdded> add(Run run, LockedOrder order, NewPayment wish) {
        Opened opened = accounts.open(run, List.of(wish.orderId()));
        OrderAccount account = opened.of(wish.orderId());
        List<Refusal> refusals = check(order.head(), account, wish);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Taken taken = take(run, order.head(), wish);
        insert(List.of(taken));
        boolean authorised = wish.authorisation() != null;
        if (authorised) {
            account.payments().add(taken.row().balance());
            account.collect();
            accounts.write(run, opened.changes());
            coverage.check(run, List.of(wish.orderId()));
        }
        return Outcome.done(new PaymentAdded(
                wish.orderId(), taken.row().balance().id(), taken.ask().id(), authorised));
    }

    private static List<Refusal> check(OrderHead order, OrderAccount account, NewPayment wish) {
        List<Refusal> refusals = new ArrayList<>();
        boolean uncollected = account.invoices().stream()
                .anyMatch(invoice -> invoice.amounts().toAsk() > 0);
        if (order.terms() != PaymentTerms.PREPAID) {
            refusals.add(Refusal.of("on-account", "orderId", t("billing.refusal.orderIsOnAccountIt", order.number())));
        } else if (!order.lifecycle().isOpen() && !uncollected) {
            refusals.add(
                    Refusal.of("order-ended", "orderId", t("billing.refusal.orderHasEndedAndNothing", order.number())));
        }
        if (wish.amountMinor() <= 0 || wish.amountMinor() > order.money().total()) {
            refusals.add(Refusal.of(
                    "bad-amount",
                    "amountMinor",
                    t(
                            "billing.refusal.theAmountMustBeMore",
                            new Money(order.money().total(), order.currency()))));
        }
        if (wish.token().isBlank() && wish.authorisation() == null) {
            refusals.add(Refusal.of("no-payment-means", "token", t("billing.refusal.aPaymentNeedsTheProviders")));
        }
        if (wish.method().isBlank() || wish.method().length() > 40) {
            refusals.add(Refusal.of("bad-method", "method", t("billing.refusal.aMethodHasToCharacters")));
        }
        CardNumbers.judge("token", wish.token()).ifPresent(refusals::add);
        return refusals;
    }
}
