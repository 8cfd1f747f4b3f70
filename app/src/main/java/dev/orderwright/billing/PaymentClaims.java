package dev.orderwright.billing;

import dev.orderwright.billing.TransactionStore.Claimed;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.Holds;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Claims what waits to be asked or looked up, each claim in a short transaction of its own, past everybody else's. */
@Component
class PaymentClaims {

    private static final Duration HELD_WAIT = Duration.ofMinutes(10);

    private final Db db;
    private final TransactionStore store;
    private final Holds holds;
    private final Ids ids;
    private final Duration lease;

    PaymentClaims(Db db, TransactionStore store, Holds holds, Ids ids, Lease lease) {
        this.db = db;
        this.store = store;
        this.holds = holds;
        this.ids = ids;
        this.lease = lease.length();
    }

    /** What was claimed, under which token. */
    record Batch(long fence, List<Claimed> claimed) {

        boolean isEmpty() {
            return claimed.isEmpty();
        }
    }

    /** What is due to be asked; captures of orders that a hold keeps from being captured are put back. */
    Batch pending(Instant now, int limit) {
        long fence = ids.next();
        return db.inTransaction(() -> {
            List<Claimed> claimed = store.claimPending(fence, now, now.plus(lease), limit);
            return new Batch(fence, claimed.isEmpty() ? claimed : withoutHeld(fence, claimed, now));
        });
    }

    private List<Claimed> withoutHeld(long fence, List<Claimed> claimed, Instant now) {
        Set<Long> captured = claimed.stream()
                .map(Claimed::row)
                .filter(row -> row.kind() == TransactionKind.CAPTURE)
                .map(TransactionRow::orderId)
                .collect(Collectors.toSet());
        Set<Long> held = captured.isEmpty() ? captured : holds.blocked(captured, HoldBlock.CAPTURE);
        if (held.isEmpty()) {
            return claimed;
        }
        Predicate<Claimed> isHeld = one -> one.row().kind() == TransactionKind.CAPTURE
                && held.contains(one.row().orderId());
        List<TransactionRow> back =
                claimed.stream().filter(isHeld).map(Claimed::row).toList();
        store.putBack(fence, back, now.plus(HELD_WAIT));
        return claimed.stream().filter(isHeld.negate()).toList();
    }

    /** What is due to be looked up, also what was claimed by a worker that is gone. */
    Batch unknown(Instant now, int limit) {
        long fence = ids.next();
        return db.inTransaction(() -> {
            store.abandoned(now);
            return new Batch(fence, store.claimUnknown(fence, now, now.plus(lease), limit));
        });
    }
}
