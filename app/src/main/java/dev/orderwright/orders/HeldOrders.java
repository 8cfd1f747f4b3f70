package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Show;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds that somebody has to decide on, by their kind. */
@Component
class HeldOrders {

    private static final String RELEASE = "release";
    private static final int PLACE = 20;

    private final OrderExceptionStore store;
    private final HoldStore holdStore;
    private final Holds holds;
    private final Orders orders;
    private final OrderStakes stakes;
    private final InstantSource clock;

    HeldOrders(
            OrderExceptionStore store,
            HoldStore holdStore,
            Holds holds,
            Orders orders,
            OrderStakes stakes,
            InstantSource clock) {
        this.store = store;
        this.holdStore = holdStore;
        this.holds = holds;
        this.orders = orders;
        this.stakes = stakes;
        this.clock = clock;
    }

    List<ExceptionCause> causes() {
        return Arrays.stream(HoldType.values()).<ExceptionCause>map(OfType::new).toList();
    }

    private final class OfType implements ExceptionCause {

        private final HoldType type;

        OfType(HoldType type) {
            this.type = type;
        }

        @Override
        public String name() {
            return OrderCauses.held(type);
        }

        @Override
        public String title() {
            return t("orders.exceptions.held", Show.words(type));
        }

        @Override
        public String meaning() {
            return switch (type) {
                case CREDIT -> t("orders.exceptions.heldCredit");
                case PAYMENT -> t("orders.exceptions.heldPayment");
                case ADDRESS -> t("orders.exceptions.heldAddress");
                case FRAUD -> t("orders.exceptions.heldFraud");
                case CUSTOMER_REQUEST -> t("orders.exceptions.heldCustomerRequest");
                case REVIEW -> t("orders.exceptions.heldReview");
            };
        }

        @Override
        public int place() {
            return PLACE
                    + switch (type) {
                        case FRAUD -> 0;
                        case CREDIT -> 1;
                        case PAYMENT -> 2;
                        case ADDRESS -> 3;
                        case REVIEW -> 4;
                        case CUSTOMER_REQUEST -> 5;
                    };
        }

        @Override
        public Set<String> permissions() {
            return Set.of("orders:release-hold", "orders:cancel");
        }

        @Override
        public List<Fix> fixes() {
            Fix release = Fix.asking(
                            RELEASE,
                            t("orders.exceptions.release"),
                            t("orders.exceptions.releaseDoes"),
                            "orders:release-hold")
                    .undoneBy("orders:hold");
            return List.of(release, OrderExceptions.cancelFix());
        }

        private Instant before() {
            Instant now = clock.instant();
            return type == HoldType.PAYMENT ? now.minus(OrderCauses.PAYMENTS_TAKE) : now;
        }

        @Override
        public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
            long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
            Page<Hold> page = Page.of(store.held(type, before(), after, limit), limit, hold -> Cursor.of(hold.id()));
            return new Page<>(open(page.items()), page.next());
        }

        @Override
        public List<Long> ofOrder(Reach reach, long orderId) {
            return holds.ofOrder(orderId).stream()
                    .filter(hold -> hold.type() == type && hold.isActive())
                    .map(Hold::id)
                    .toList();
        }

        @Override
        public List<OpenException> find(Collection<Long> ids) {
            return open(store.stillHeld(type, before(), ids));
        }

        @Override
        public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
            if (mending.fix().equals(OrderExceptions.CANCEL)) {
                return OrderExceptions.cancel(orders, mending.run(), mending.reason(), open);
            }
            List<Long> ids = open.stream().map(OpenException::id).toList();
            Outcome<Holds.Held> released = holds.release(mending.run(), ids, mending.reason());
            return switch (released) {
                case Outcome.Done<Holds.Held>(Holds.Held held, boolean replayed) ->
                    ids.stream().map(id -> Outcome.done(Long.toString(id))).toList();
                case Outcome.Refused<Holds.Held>(var refusals) ->
                    Collections.nCopies(ids.size(), Outcome.refused(refusals));
            };
        }

        @Override
        public List<Outcome<String>> undo(Mending mending, List<String> answers) {
            return answers.stream().map(answer -> placeAgain(mending, answer)).toList();
        }
    }

    private List<OpenException> open(List<Hold> found) {
        Map<Long, AtStake> orderOf = stakes.of(
                found.stream().map(Hold::orderId).filter(Objects::nonNull).toList());
        return found.stream()
                .map(hold -> open(hold, hold.orderId() == null ? null : orderOf.get(hold.orderId())))
                .toList();
    }

    /** A hold on a customer, an item or a node is no order's: it can only be released. */
    private static OpenException open(Hold hold, @Nullable AtStake order) {
        return new OpenException(
                hold.id(),
                order == null ? Show.words(hold.scope()) + " " + hold.scopeId() : order.number(),
                order == null ? "" : order.url(),
                hold.why().words(),
                hold.placedAt(),
                order == null ? Stake.NONE : order.stake(),
                order == null ? List.of(RELEASE) : List.of(RELEASE, OrderExceptions.CANCEL));
    }

    /** As it was; only what is open can be held again. */
    private Outcome<String> placeAgain(Mending mending, String holdId) {
        Hold hold = holdStore.byId(List.of(Long.valueOf(holdId))).stream()
                .filter(one -> !one.isActive())
                .findFirst()
                .orElse(null);
        if (hold == null) {
            return Outcome.refused("unknown-hold", t("orders.refusal.oneOfTheHoldsDoes"));
        }
        return holds.placeAgain(mending.run(), hold).map(held -> "");
    }
}
