package dev.orderwright.notifications;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.NoticeReadStore.Unmailed;
import dev.orderwright.orders.OrderStakes;
import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import dev.orderwright.shared.exceptions.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Messages that a mail server said no to, or that could not be sent for too long. */
@Component
class NoticeExceptions implements ExceptionSource, ExceptionCause {

    private static final String SEND = "send";
    private static final String REST = "rest";
    private static final int PLACE = 80;
    private static final int OF_ORDER_MAX = 200;

    private final NoticeReadStore store;
    private final Notices notices;
    private final NoticeBook book;
    private final OrderStakes stakes;

    NoticeExceptions(NoticeReadStore store, Notices notices, NoticeBook book, OrderStakes stakes) {
        this.store = store;
        this.notices = notices;
        this.book = book;
        this.stakes = stakes;
    }

    @Override
    public List<ExceptionCause> causes() {
        return List.of(this);
    }

    @Override
    public String name() {
        return "mail-not-sent";
    }

    @Override
    public String title() {
        return t("notifications.exceptions.notSent");
    }

    @Override
    public String meaning() {
        return t("notifications.exceptions.notSentMeans");
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Set<String> permissions() {
        return Set.of("orders:write");
    }

    @Override
    public List<Fix> fixes() {
        return List.of(
                Fix.of(
                        SEND,
                        t("notifications.exceptions.send"),
                        t("notifications.exceptions.sendDoes"),
                        "orders:write"),
                Fix.of(
                        REST,
                        t("notifications.exceptions.rest"),
                        t("notifications.exceptions.restDoes"),
                        "orders:write"));
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<Unmailed> page = Page.of(store.unmailed(after, limit), limit, one -> Cursor.of(one.id()));
        return new Page<>(open(page.items()), page.next());
    }

    @Override
    public List<Long> ofOrder(Reach reach, long orderId) {
        return store.ofOrder(orderId, OF_ORDER_MAX).stream().map(Notice::id).toList();
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return open(store.stillUnmailed(ids));
    }

    private List<OpenException> open(List<Unmailed> found) {
        Map<Long, AtStake> orderOf =
                stakes.of(found.stream().map(Unmailed::orderId).toList());
        List<OpenException> open = new ArrayList<>();
        for (Unmailed one : found) {
            AtStake order = orderOf.get(one.orderId());
            boolean canBeSent = one.isWritten() && book.isSetUp();
            open.add(new OpenException(
                    one.id(),
                    order == null ? Long.toString(one.orderId()) : order.number(),
                    "/admin/messages/" + one.id(),
                    t("notifications.exceptions.about", one.kind().title(), one.reason()),
                    one.since(),
                    order == null ? Stake.NONE : order.stake(),
                    canBeSent ? List.of(SEND, REST) : List.of(REST)));
        }
        return open;
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        List<Long> ids = open.stream().map(OpenException::id).toList();
        Outcome<String> outcome = (mending.fix().equals(SEND)
                        ? notices.retry(mending.aboutAll(), ids)
                        : notices.dismiss(mending.aboutAll(), ids))
                .map(decided -> "");
        return Collections.nCopies(ids.size(), outcome);
    }
}
