package dev.orderwright.billing;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/** Payments of prepaid orders: adding one, asking the providers, and what a person decides when one says no. */
@Component
public class Payments {

    private static final int BATCH_MAX = 500;

    private final Commands commands;
    private final OrderSlices slices;
    private final PaymentIntake intake;
    private final PaymentRound round;
    private final TransactionStore transactions;
    private final Accounts accounts;

    Payments(
            Commands commands,
            OrderSlices slices,
            PaymentIntake intake,
            PaymentRound round,
            TransactionStore transactions,
            Accounts accounts) {
        this.commands = commands;
        this.slices = slices;
        this.intake = intake;
        this.round = round;
        this.transactions = transactions;
        this.accounts = accounts;
    }

    /**
     * Adds a payment to a prepaid order. Refusals: {@code unknown-order}, {@code on-account}, {@code order-ended}, {@code
     * bad-amount}, {@code bad-method}, {@code no-payment-means}, {@code card-number}.
     */
    public Outcome<PaymentAdded> add(Cause cause, NewPayment wish) {
        return commands.once(cause, "add-payment", wish, PaymentAdded.class, run -> {
            LockedOrder order = slices.lock(run, List.of(wish.orderId()))
                    .find(wish.orderId())
                    .orElse(null);
            if (order == null) {
                return unknownOrder();
            }
            slices.touch(run, List.of(wish.orderId()));
            return intake.add(run, order, wish);
        });
    }

    /**
     * Asks the providers for what waits and looks up what is not known, in batches, until {@code limit} or until nothing
     * is due. Several may do this at once.
     *
     * @param at the business time that the outcomes get
     * @return how many outcomes were recorded
     */
    public int work(Instant at, int limit) {
        int done = 0;
        while (done < limit) {
            int batch = Math.min(BATCH_MAX, limit - done);
            int recorded = round.send(at, batch) + round.reconcile(at, batch);
            if (recorded == 0) {
                break;
            }
            done += recorded;
        }
        return done;
    }

    /** The answer to what a person decides about a transaction. */
    public record Decided(long orderId, long transactionId) {}

    /**
     * Tries again: a refused one is asked anew, one whose outcome is not known is looked up now. Refusals: {@code
     * unknown-order}, {@code unknown-transaction}, {@code nothing-to-retry}.
     */
    public Outcome<Decided> retry(Cause cause, long orderId, long transactionId) {
        return decide(cause, "retry-payment", orderId, transactionId, "", this::retry);
    }

    /**
     * Lets a refused one rest, with a reason: an authorisation that cannot be captured is given back, one that could not
     * be given back counts as lapsed, a refund was settled otherwise. Refusals: {@code unknown-order}, {@code
     * unknown-transaction}, {@code nothing-to-dismiss}, {@code no-reason}.
     */
    public Outcome<Decided> dismiss(Cause cause, long orderId, long transactionId, String reason) {
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of("no-reason", "reason", t("billing.refusal.lettingItRestNeedsA")));
        }
        return decide(
                cause,
                "dismiss-payment",
                orderId,
                transactionId,
                reason.strip(),
                (work, row) -> dismiss(work, row, reason.strip()));
    }

    /** A transaction under the lock of its order. */
    private record Work(Run run, OrderHead order) {}

    private Outcome<Decided> decide(
            Cause cause,
            String kind,
            long orderId,
            long transactionId,
            String reason,
            BiFunction<Work, TransactionRow, Outcome<Decided>> decision) {
        List<Object> content = List.of(orderId, transactionId, reason);
        return commands.once(cause, kind, content, Decided.class, run -> {
            Optional<OrderHead> order =
                    Optional.ofNullable(slices.lockHeads(run, List.of(orderId)).get(orderId));
            if (order.isEmpty()) {
                return unknownOrder();
            }
            return transactions
                    .find(orderId, transactionId)
                    .map(row -> decision.apply(new Work(run, order.get()), row))
                    .orElseGet(() -> Outcome.refused(Refusal.of(
                            "unknown-transaction", "transactionId", t("billing.refusal.theOrderHasNoSuch"))));
        });
    }

    private Outcome<Decided> retry(Work work, TransactionRow row) {
        if (!row.state().isEnded()) {
            transactions.makeDue(row, work.run().at());
            return decided(work, row, "PaymentRetried", "");
        }
        if (row.state() != TransactionState.FAILED || !row.attention()) {
            return Outcome.refused(
                    Refusal.of("nothing-to-retry", "transactionId", t("billing.refusal.onlyWhatWaitsOrHas")));
        }
        transactions.clearAttention(row);
        Opened opened = accounts.open(work.run(), List.of(row.orderId()));
        OrderAccount account = opened.of(row.orderId());
        switch (row.kind()) {
            case CAPTURE -> {
                account.payments().resume(row.paymentId());
                account.collect();
                if (!work.order().lifecycle().isOpen()) {
                    // It ended while the payment was stopped: what is asked for no more goes back now.
                    account.payments().release();
                }
            }
            case AUTHORISE, VOID, REFUND -> account.payments().askAgain(row);
        }
        accounts.write(work.run(), opened.changes());
        slices.touch(work.run(), List.of(row.orderId()));
        return decided(work, row, "PaymentRetried", "");
    }

    private Outcome<Decided> dismiss(Work work, TransactionRow row, String reason) {
        if (row.state() != TransactionState.FAILED || !row.attention()) {
            return Outcome.refused(
                    Refusal.of("nothing-to-dismiss", "transactionId", t("billing.refusal.onlyWhatHasFailedAnd")));
        }
        transactions.clearAttention(row);
        Opened opened = accounts.open(work.run(), List.of(row.orderId()));
        OrderPayments payments = opened.of(row.orderId()).payments();
        switch (row.kind()) {
            case CAPTURE -> payments.abandon(row.paymentId());
            case VOID -> payments.lapsed(row, reason);
            case AUTHORISE, REFUND -> {}
        }
        accounts.write(work.run(), opened.changes());
        return decided(work, row, "PaymentAttentionDismissed", reason);
    }

    private static Outcome<Decided> decided(Work work, TransactionRow row, String fact, String reason) {
        work.run()
                .orderFact(
                        row.orderId(),
                        fact,
                        Facts.data(
                                "transaction", Long.toString(row.id()),
                                "what", row.kind().name(),
                                "reason", reason));
        return Outcome.done(new Decided(row.orderId(), row.id()));
    }

    private static <T> Outcome<T> unknownOrder() {
        return Outcome.refused(Refusal.of("unknown-order", "orderId", t("billing.refusal.thereIsNoSuchOrder")));
    }
}
