package dev.orderwright.operations;

import dev.orderwright.operations.FactLogStore.Spot;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The stream of facts, newest first, for people who look for something in it. It is walked in growing windows, and a page
 * is given up when enough of them were looked through: so it takes a bounded time among any number of facts.
 */
@Component
public class FactLog {

    /** The first window, and what all together may come to: as many as can be looked at in some 100 ms. */
    private static final int WINDOW = 2_000;

    private static final int LOOKED_MAX = 14_000;
    private static final int GROWTH = 2;
    private static final long PATIENCE_NANOS = 100_000_000;

    /**
     * Facts stand in the order of their transactions, and a long one commits what it recorded at its beginning: so far
     * apart may neighbours be.
     */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

    private static final FactCursor TOP = new FactCursor(Long.MAX_VALUE, Long.MAX_VALUE);

    private final FactLogStore store;
    private final int window;
    private final int lookedMax;

    @Autowired
    FactLog(FactLogStore store) {
        this(store, WINDOW, LOOKED_MAX);
    }

    /** With other windows. */
    FactLog(FactLogStore store, int window, int lookedMax) {
        this.store = store;
        this.window = window;
        this.lookedMax = lookedMax;
    }

    /**
     * What is looked for.
     *
     * @param type of fact; empty for all
     * @param actors whose; empty for everybody's
     * @param subject what they are about; null for anything
     * @param from recorded at or after
     * @param until recorded before
     */
    public record Filter(
            String type, List<String> actors, @Nullable About subject, Instant from, Instant until) {

        /** The ends of time, for those who do not say when. */
        public static final Instant ALWAYS = Instant.EPOCH;

        public static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

        public Filter {
            actors = List.copyOf(actors);
        }
    }

    /** One thing that facts are about. */
    public record About(String kind, long id) {}

    /**
     * What was found.
     *
     * @param next where to look on; null when there is nothing more
     * @param lookedBackTo how far back it was looked before it was given up; null when the page is full or all was seen
     */
    public record Found(
            List<RecordedFact> facts,
            @Nullable String next,
            @Nullable Instant lookedBackTo) {

        public Found {
            facts = List.copyOf(facts);
        }
    }

    /** The newest that fit, or those after a cursor. */
    public Found find(Filter filter, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, Cursor.of(TOP.transaction(), TOP.factId()));
        FactCursor top = new FactCursor(from.number(0), from.number(1));
        if (filter.subject() != null) {
            return ofSubject(filter, filter.subject(), top, limit);
        }
        return cursor == null && filter.until().isBefore(Filter.FOR_EVER)
                ? walk(filter, after(filter.until().plus(LONGEST_TRANSACTION)), limit)
                : walk(filter, top, limit);
    }

    private Found ofSubject(Filter filter, About subject, FactCursor before, int limit) {
        List<RecordedFact> rows = store.ofSubject(filter, subject.kind(), subject.id(), before.factId(), limit + 1);
        return rows.size() > limit ? full(rows.subList(0, limit)) : new Found(rows, null, null);
    }

    private static Found full(List<RecordedFact> rows) {
        return new Found(rows, text(rows.getLast().cursor()), null);
    }

    private Found walk(Filter filter, FactCursor top, int limit) {
        List<RecordedFact> rows = new ArrayList<>();
        FactCursor from = top;
        int size = window;
        long patienceEnds = System.nanoTime() + PATIENCE_NANOS;
        for (int looked = 0; ; size *= GROWTH) {
            Optional<Spot> edge = store.edge(from, size);
            rows.addAll(store.window(
                    filter, from, edge.map(Spot::cursor).orElse(FactCursor.START), limit + 1 - rows.size()));
            if (rows.size() > limit) {
                return full(rows.subList(0, limit));
            }
            if (edge.isEmpty()
                    || edge.get().recordedAt().plus(LONGEST_TRANSACTION).isBefore(filter.from())) {
                return new Found(rows, null, null);
            }
            looked += size;
            from = edge.get().cursor();
            if (rows.size() == limit) {
                return new Found(rows, text(from), null);
            }
            if (looked >= lookedMax || System.nanoTime() > patienceEnds) {
                return new Found(rows, text(from), edge.get().recordedAt());
            }
        }
    }

    private static String text(FactCursor cursor) {
        return Cursor.of(cursor.transaction(), cursor.factId()).text();
    }

    /** The first place in the stream that was recorded after a moment, by halving: nothing is sorted by that moment. */
    private FactCursor after(Instant moment) {
        long low = 0;
        long high = store.newestTransaction().orElse(0L) + 1;
        FactCursor found = TOP;
        while (low < high) {
            long middle = low + (high - low) / 2;
            Spot spot = store.firstFrom(middle).orElse(null);
            if (spot == null) {
                high = middle;
            } else if (spot.recordedAt().isAfter(moment)) {
                found = spot.cursor();
                high = middle;
            } else {
                low = spot.cursor().transaction() + 1;
            }
        }
        return found;
    }

    /** The latest commands that had to do with something, some of them. */
    List<Long> commandsOf(About subject, int facts) {
        return store.commandsOf(subject.kind(), subject.id(), facts);
    }
}
