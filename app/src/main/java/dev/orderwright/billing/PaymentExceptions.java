package dev.orderwright.billing;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderStakes;
import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Show;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes wrong with payments: a provider says no, or nobody knows what it said. */
@Component
class PaymentExceptions implements ExceptionSource {

    private static final String RETRY = "retry";
    private static final String DISMISS = "dismiss";
    private static final String WRITE = "billing:write";
    private static final int PLACE = 10;

    /** Outcomes are looked up by themselves; most are known by then. */
    private static final Duration LOOKING_UP_TAKES = Duration.ofMinutes(10);

    private final PaymentExceptionStore store;
    private final Payments payments;
    private final OrderStakes stakes;
    private final InstantSource clock;

    PaymentExceptions(PaymentExceptionStore store, Payments payments, OrderStakes stakes, InstantSource clock) {
        this.store = store;
        this.payments = payments;
        this.stakes = stakes;
        this.clock = clock;
    }

    @Override
    public List<ExceptionCause> causes() {
        return List.of(new Failed(), new Unknown());
    }

    private abstract class PaymentCause implements ExceptionCause {

        abstract List<PaymentTransaction> page(long after, int limit);

        abstract List<PaymentTransaction> some(Collection<Long> ids);

        @Override
        public Set<String> permissions() {
            return Set.of(WRITE);
        }

        @Override
        public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
            long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
            Page<PaymentTransaction> page = Page.of(page(after, limit), limit, one -> Cursor.of(one.id()));
            return new Page<>(open(page.items()), page.next());
        }

        @Override
        public List<Long> ofOrder(Reach reach, long orderId) {
            return store.ofOrder(orderId);
        }

        @Override
        public List<OpenException> find(Collection<Long> ids) {
            return open(some(ids));
        }

        @Override
        public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
            return open.stream().map(each -> decide(mending, each)).toList();
        }
    }

    private Outcome<String> decide(Mending mending, OpenException open) {
        long order = open.stake().orderId();
        return (mending.fix().equals(RETRY)
                        ? payments.retry(mending.about(open.id()), order, open.id())
                        : payments.dismiss(mending.about(open.id()), order, open.id(), mending.reason()))
                .map(decided -> "");
    }

    private final class Failed extends PaymentCause {

        @Override
        public String name() {
            return "payment-failed";
        }

        @Override
        public String title() {
            return t("billing.exceptions.failed");
        }

        @Override
        public String meaning() {
            return t("billing.exceptions.failedMeans");
        }

        @Override
        public int place() {
            return PLACE;
        }

        @Override
        public List<Fix> fixes() {
            return List.of(
                    Fix.of(RETRY, t("billing.exceptions.retry"), t("billing.exceptions.retryDoes"), WRITE),
                    Fix.asking(DISMISS, t("billing.exceptions.dismiss"), t("billing.exceptions.dismissDoes"), WRITE));
        }

        @Override
        List<PaymentTransaction> page(long after, int limit) {
            return store.needsSomebody(after, limit);
        }

        @Override
        List<PaymentTransaction> some(Collection<Long> ids) {
            return store.stillNeedsSomebody(ids);
        }
    }

    private final class Unknown extends PaymentCause {

        @Override
        public String name() {
            return "payment-unknown";
        }

        @Override
        public String title() {
            return t("billing.exceptions.unknown");
        }

        @Override
        public String meaning() {
            return t("billing.exceptions.unknownMeans");
        }

        @Override
        public int place() {
            return PLACE + 1;
        }

        @Override
        public List<Fix> fixes() {
            return List.of(Fix.of(RETRY, t("billing.exceptions.lookUp"), t("billing.exceptions.lookUpDoes"), WRITE));
        }

        private Instant before() {
            return clock.instant().minus(LOOKING_UP_TAKES);
        }

        @Override
        List<PaymentTransaction> page(long after, int limit) {
            return store.notKnown(before(), after, limit);
        }

        @Override
        List<PaymentTransaction> some(Collection<Long> ids) {
            return store.stillNotKnown(before(), ids);
        }
    }

    private List<OpenException> open(List<PaymentTransaction> found) {
        Map<Long, AtStake> orderOf =
                stakes.of(found.stream().map(PaymentTransaction::orderId).toList());
        List<OpenException> open = new ArrayList<>();
        for (PaymentTransaction one : found) {
            AtStake order = orderOf.get(one.orderId());
            if (order != null) {
                open.add(new OpenException(
                        one.id(),
                        order.number(),
                        order.url(),
                        t("billing.exceptions.about", Show.words(one.kind()), reason(one)),
                        Objects.requireNonNullElse(one.attentionAt(), one.requestedAt()),
                        new Stake(
                                one.orderId(),
                                new Money(one.amountMinor(), one.currency()),
                                order.stake().promisedOn()),
                        one.state() == TransactionState.FAILED ? List.of(RETRY, DISMISS) : List.of(RETRY)));
            }
        }
        return open;
    }

    private static String reason(PaymentTransaction one) {
        return one.attention() != null
                ? one.attention()
                : Objects.requireNonNullElse(one.failureReason(), Show.words(one.state()));
    }
}
