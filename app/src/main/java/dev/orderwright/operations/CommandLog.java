package dev.orderwright.operations;

import dev.orderwright.operations.FactLog.About;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Every command that was carried out: who, what, when, under which key, and what it was answered. Nobody keeps what was
 * refused, because nothing was done then. The log is looked through in ranges of time, as long as a page may take.
 */
@Component
public class CommandLog {

    /** So many commands are looked through at once; a range that holds more is made shorter. */
    static final int RANGE_MAX = 20_000;

    private static final int FEW = RANGE_MAX / 10;
    private static final int GROWTH = 8;
    private static final long LOOKED_MAX = 2L * RANGE_MAX;
    private static final long PATIENCE_NANOS = 150_000_000;
    private static final Duration FIRST_RANGE = Duration.ofMinutes(1);
    private static final Duration SHORTEST_RANGE = Duration.ofMillis(2);

    /** The clocks of other programs may be ahead of this one's. */
    private static final Duration CLOCKS_APART = Duration.ofHours(1);

    /** The longest that the facts of a command are made after it began. */
    private static final Duration COMMAND_TAKES = Duration.ofMinutes(2);

    private static final int FACTS_OF_SUBJECT = 400;
    private static final int FACTS_OF_COMMAND = 100;
    private static final int ANSWER_MAX = 20_000;

    private final CommandLogStore store;
    private final FactLog facts;
    private final Ids ids;

    CommandLog(CommandLogStore store, FactLog facts, Ids ids) {
        this.store = store;
        this.facts = facts;
        this.ids = ids;
    }

    /**
     * A command that was carried out.
     *
     * @param kind stable name: {@code cancel-order}
     * @param scope whose keys these are
     * @param at the business time it was given
     * @param doneAt when the program did it
     */
    public record Entry(long id, String kind, Actor actor, String scope, String key, Instant at, Instant doneAt) {}

    /**
     * The same with its answer.
     *
     * @param answer JSON; null when it is too long for a page
     */
    public record Answered(Entry entry, @Nullable String answer, int characters) {}

    /**
     * What is looked for.
     *
     * @param kind empty for all
     * @param actors whose; empty for everybody's
     * @param subject what they had to do with; null for anything
     * @param from done at or after
     * @param until done before
     */
    public record Filter(
            String kind, List<String> actors, @Nullable About subject, Instant from, Instant until) {

        public Filter {
            actors = List.copyOf(actors);
        }
    }

    /**
     * What was found.
     *
     * @param next where to look on; null when there is nothing more
     * @param lookedBackTo how far back it was looked before it was given up; null when the page is full or all was seen
     */
    public record Found(
            List<Entry> entries,
            @Nullable String next,
            @Nullable Instant lookedBackTo) {

        public Found {
            entries = List.copyOf(entries);
        }
    }

    /** The newest that fit, or those after a cursor. */
    public Found find(Filter filter, @Nullable String cursor, int limit) {
        long newest = ids.next() + width(CLOCKS_APART);
        long top = Math.min(
                Cursor.parse(cursor, Cursor.of(newest)).number(0),
                filter.until().isBefore(FactLog.Filter.FOR_EVER) ? Ids.firstAt(filter.until()) : newest);
        long bottom = Ids.firstAt(filter.from());
        return filter.subject() == null
                ? walk(filter, bottom, top, limit)
                : page(
                        store.these(
                                facts.commandsOf(filter.subject(), FACTS_OF_SUBJECT), filter, bottom, top, limit + 1),
                        limit);
    }

    private static long width(Duration duration) {
        return Ids.firstAt(Ids.madeAt(0).plus(duration));
    }

    private static Found page(List<Entry> rows, int limit) {
        return rows.size() > limit
                ? new Found(
                        rows.subList(0, limit),
                        Cursor.of(rows.get(limit - 1).id()).text(),
                        null)
                : new Found(rows, null, null);
    }

    private Found walk(Filter filter, long bottom, long newest, int limit) {
        List<Entry> rows = new ArrayList<>();
        long patienceEnds = System.nanoTime() + PATIENCE_NANOS;
        long width = width(FIRST_RANGE);
        long top = newest;
        for (long looked = 0; top > bottom; ) {
            long low = Math.max(bottom, top - width);
            int count = store.count(low, top);
            if (count > RANGE_MAX && width > width(SHORTEST_RANGE)) {
                width /= GROWTH;
                continue;
            }
            if (count > 0) {
                rows.addAll(store.range(filter, low, top, limit + 1 - rows.size()));
            }
            if (rows.size() > limit) {
                return page(rows, limit);
            }
            looked += count;
            top = low;
            if (top > bottom && (looked >= LOOKED_MAX || System.nanoTime() > patienceEnds)) {
                return new Found(rows, Cursor.of(top).text(), Ids.madeAt(top));
            }
            width = count < FEW ? width * GROWTH : width;
        }
        return new Found(rows, null, null);
    }

    public Optional<Answered> one(long id) {
        return store.one(id, ANSWER_MAX);
    }

    /** What a command has recorded, in its order, the first hundred of it. */
    public List<RecordedFact> factsOf(long id) {
        return store.facts(id, id + width(COMMAND_TAKES), FACTS_OF_COMMAND);
    }
}
