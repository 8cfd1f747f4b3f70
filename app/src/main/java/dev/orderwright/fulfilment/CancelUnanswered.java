package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderStakes;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody wants to cancel units that are at a node, and the node has not said whether it can still stop. */
@Component
class CancelUnanswered implements ExceptionCause, WorkExceptions.Told {

    private static final String STOPPED = "stopped";
    private static final String TOO_LATE = "too-late";
    private static final int PLACE = 50;

    private final WorkExceptionStore store;
    private final Fulfilment fulfilment;
    private final OrderStakes stakes;

    CancelUnanswered(WorkExceptionStore store, Fulfilment fulfilment, OrderStakes stakes) {
        this.store = store;
        this.fulfilment = fulfilment;
        this.stakes = stakes;
    }

    @Override
    public String name() {
        return "cancel-unanswered";
    }

    @Override
    public String title() {
        return t("fulfilment.exceptions.cancelUnanswered");
    }

    @Override
    public String meaning() {
        return t("fulfilment.exceptions.cancelUnansweredMeans");
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Set<String> permissions() {
        return Set.of("fulfilment:write");
    }

    @Override
    public List<Fix> fixes() {
        return List.of(
                Fix.of(
                        STOPPED,
                        t("fulfilment.exceptions.stopped"),
                        t("fulfilment.exceptions.stoppedDoes"),
                        "fulfilment:write"),
                Fix.asking(
                        TOO_LATE,
                        t("fulfilment.exceptions.tooLate"),
                        t("fulfilment.exceptions.tooLateDoes"),
                        "fulfilment:write"));
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<FulfilmentOrder> page =
                Page.of(store.cancelAsked(reach, after, limit), limit, work -> Cursor.of(work.id()));
        return new Page<>(WorkExceptions.open(page.items(), stakes, this), page.next());
    }

    @Override
    public List<Long> ofOrder(Reach reach, long orderId) {
        return store.ofOrder(reach, orderId);
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return WorkExceptions.open(store.stillAsked(ids), stakes, this);
    }

    @Override
    public String about(FulfilmentOrder work) {
        return t("fulfilment.exceptions.cancelUnansweredAbout", work.orderNumber());
    }

    @Override
    public Instant since(FulfilmentOrder work) {
        return work.updatedAt();
    }

    @Override
    public List<String> fixes(FulfilmentOrder work) {
        return List.of(STOPPED, TOO_LATE);
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        boolean stopped = mending.fix().equals(STOPPED);
        return WorkExceptions.outcomes(
                open,
                ids -> fulfilment.answerCancel(
                        mending.aboutAll(),
                        ids.stream()
                                .map(id -> new CancelAnswer(id, stopped, mending.reason()))
                                .toList()));
    }
}
