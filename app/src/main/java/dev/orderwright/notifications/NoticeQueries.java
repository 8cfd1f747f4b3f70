package dev.orderwright.notifications;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens and other modules read of messages to customers. */
@Component
public class NoticeQueries {

    private static final int OF_ORDER_MAX = 50;

    private final NoticeReadStore reads;
    private final NoticeBook book;

    NoticeQueries(NoticeReadStore reads, NoticeBook book) {
        this.reads = reads;
        this.book = book;
    }

    /** The views of the list. */
    public enum View {
        ATTENTION(Set.of(NoticeState.ATTENTION)),
        UNSENT(Set.of(NoticeState.UNSENT)),
        WAITING(Set.of(NoticeState.WAITING, NoticeState.SENDING)),
        SENT(Set.of(NoticeState.SENT)),
        DISMISSED(Set.of(NoticeState.DISMISSED));

        private final Set<NoticeState> states;

        View(Set<NoticeState> states) {
            this.states = states;
        }

        public String title() {
            return Texts.of(this);
        }
    }

    public Optional<Notice> byId(long id) {
        return reads.find(id);
    }

    /** The latest of an order, newest first. */
    public List<Notice> ofOrder(long orderId) {
        return reads.ofOrder(orderId, OF_ORDER_MAX);
    }

    /** Newest first. */
    public Page<Notice> list(View view, @Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(reads.list(view.states, before, limit), limit, notice -> Cursor.of(notice.id()));
    }

    /** How many a view has, cut a little above ten thousand. */
    public long count(View view) {
        return reads.counts(new ArrayList<>(view.states)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** What waits for a mail server, or for somebody to look. */
    public Backlog backlog(View view) {
        return new Backlog(count(view), reads.oldest(view.states));
    }

    /** Which kinds are mailed by themselves. */
    public Map<NoticeKind, Boolean> mailed() {
        return reads.mailed();
    }

    /** Whether there is a mail server, or a folder, to send to. */
    public boolean isSetUp() {
        return book.isSetUp();
    }

    /** Whether what happens is mailed without anybody asking. */
    public boolean isAutomatic() {
        return book.isAutomatic();
    }

    /** The address that messages come from. */
    public String from() {
        return book.from();
    }
}
