package dev.orderwright.shared;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The append-only record of what happened: who, what, why, when, cause. Written in the transaction of the change it
 * tells of; read by subject for timelines and by cursor for everything that follows.
 */
@Component
public class Facts {

    /** So many facts are handed out at once. */
    public static final int PAGE = 1_000;

    /** So many of the facts that a reader has not seen are counted, and no more. */
    public static final int BEHIND_COUNTED_MAX = 10_000;

    private final FactStore store;
    private final Ids ids;
    private final InstantSource clock;

    Facts(FactStore store, Ids ids, InstantSource clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    /** Appends the facts of commands in one statement. */
    public void append(List<Run> runs) {
        Previews.note(runs);
        store.append(runs, ids, clock.instant());
    }

    /**
     * A fact as it was recorded.
     *
     * @param at business time
     * @param recordedAt when the program wrote it
     * @param actor {@code user:ann}
     */
    public record RecordedFact(
            long id, Fact fact, Instant at, Instant recordedAt, String actor, long commandId, FactCursor cursor) {}

    /**
     * A place in the stream of facts. Facts are ordered by the transaction that wrote them, and only those of finished
     * transactions before the oldest running one are handed out: so a reader never skips one.
     */
    public record FactCursor(long transaction, long factId) {

        public static final FactCursor START = new FactCursor(0, 0);
    }

    /** The latest facts of one subject, in the order in which they happened. */
    public List<RecordedFact> of(String subjectKind, long subjectId, int limit) {
        return of(subjectKind, subjectId, Long.MAX_VALUE, limit);
    }

    /** The same, of those before a fact: what a page further back shows. */
    public List<RecordedFact> of(String subjectKind, long subjectId, long beforeFact, int limit) {
        return store.ofSubject(subjectKind, subjectId, beforeFact, limit);
    }

    /** The next facts after a cursor, at most {@link #PAGE}, in the order in which they became visible. */
    public List<RecordedFact> after(FactCursor cursor) {
        return store.after(cursor);
    }

    /** A place so many facts before the last one that is handed out now. */
    public FactCursor before(int facts) {
        return store.before(facts).orElse(FactCursor.START);
    }

    /**
     * What a reader has still before it.
     *
     * @param facts how many; one more than {@link #BEHIND_COUNTED_MAX} stands for all above that
     * @param oldest when the first of them was recorded; null when there is none
     */
    public record Behind(long facts, @Nullable Instant oldest) {}

    /** How far a reader is behind that has come to this place. */
    public Behind behind(FactCursor cursor) {
        return store.behind(cursor);
    }

    /** Shorthand for fact data whose order matters to a reader. */
    public static Map<String, Object> data(Object... keysAndValues) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            data.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return data;
    }
}
