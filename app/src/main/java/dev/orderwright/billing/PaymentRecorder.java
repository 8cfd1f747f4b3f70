package dev.orderwright.billing;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.billing.TransactionStore.Result;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Records what providers have answered, in one transaction for all: the outcomes by key, the payments, the invoices that
 * are paid by it, and what follows. An answer whose transaction somebody else has claimed meanwhile is left to them.
 */
@Component
class PaymentRecorder {

    private final Commands commands;
    private final OrderSlices slices;
    private final TransactionStore store;
    private final Accounts accounts;
    private final Coverage coverage;

    PaymentRecorder(
            Commands commands, OrderSlices slices, TransactionStore store, Accounts accounts, Coverage coverage) {
        this.commands = commands;
        this.slices = slices;
        this.store = store;
        this.accounts = accounts;
        this.coverage = coverage;
    }

    /** @param recorded how many outcomes were written */
    record Recorded(int recorded) {}

    /**
     * Records a round's results once.
     *
     * @param fence the token under which they were claimed
     */
    int record(long fence, List<Result> results, Instant at) {
        Cause cause = Cause.of(Actor.system("payments"), "payments-" + fence, at);
        return commands.once(cause, "record-payments", fence, Recorded.class, run -> record(run, fence, results))
                .orThrow()
                .recorded();
    }

    private Outcome<Recorded> record(Run run, long fence, List<Result> results) {
        Set<Long> ids = results.stream().map(r -> r.row().orderId()).collect(Collectors.toSet());
        Map<Long, OrderHead> orders = slices.lockHeads(run, ids);
        Set<Long> written = store.record(fence, results, run.at());
        List<Result> ours =
                results.stream().filter(r -> written.contains(r.row().id())).toList();
        Opened opened = accounts.open(run, orders.keySet());
        for (Result result : ours) {
            apply(run, opened.of(result.row().orderId()), result);
        }
        for (long orderId : ordersAuthorised(ours)) {
            follow(opened.of(orderId), Objects.requireNonNull(orders.get(orderId)));
        }
        accounts.write(run, opened.changes());
        coverage.check(run, ordersAuthorised(ours));
        // Whoever has the order open must notice that its payment was refused.
        slices.touch(run, ordersRefused(ours));
        return Outcome.done(new Recorded(ours.size()));
    }

    private static void apply(Run run, OrderAccount account, Result result) {
        TransactionRow row = result.row();
        switch (result.state()) {
            case SUCCEEDED -> account.succeeded(row, Objects.requireNonNull(result.reference()));
            case FAILED -> {
                account.failed(row);
                if (row.kind() == TransactionKind.AUTHORISE) {
                    tell(run, account, result, "PaymentRefused");
                }
            }
            case UNKNOWN -> {
                if (row.state() != TransactionState.UNKNOWN) {
                    tell(run, account, result, "PaymentOutcomeUnknown");
                }
            }
            case PENDING -> {}
        }
        if (result.attention() != null) {
            tell(run, account, result, "PaymentNeedsAttention");
        }
    }

    private static void tell(Run run, OrderAccount account, Result result, String type) {
        TransactionRow row = result.row();
        run.orderFact(
                row.orderId(),
                type,
                Facts.data(
                        "transaction", Long.toString(row.id()),
                        "what", row.kind().name(),
                        "amount", account.text(row),
                        "reason", Objects.requireNonNullElse(result.reason(), "")));
    }

    private static Set<Long> ordersAuthorised(List<Result> results) {
        return ordersWith(results, TransactionState.SUCCEEDED);
    }

    private static Set<Long> ordersRefused(List<Result> results) {
        return ordersWith(results, TransactionState.FAILED);
    }

    /** Those of which an authorisation has come to this. */
    private static Set<Long> ordersWith(List<Result> results, TransactionState state) {
        return results.stream()
                .filter(r -> r.row().kind() == TransactionKind.AUTHORISE && r.state() == state)
                .map(r -> r.row().orderId())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** New money set aside: what is open is asked for; an order that has ended meanwhile keeps nothing. */
    private static void follow(OrderAccount account, OrderHead order) {
        account.collect();
        if (!order.lifecycle().isOpen()) {
            account.payments().release();
        }
    }
}
