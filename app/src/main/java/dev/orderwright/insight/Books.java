package dev.orderwright.insight;

import dev.orderwright.insight.Law.Scope;
import dev.orderwright.insight.LawStore.Answer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The books: every law of conservation, asked of the whole database, range by range. A law that holds at every commit
 * can be asked of one range now and of the next a moment later, while others go on working.
 */
@Component
public class Books {

    static final List<Law> LAWS = Stream.of(SliceLawStore.ALL, StockLawStore.ALL, MoneyLawStore.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    /** Some 10,000 orders: a moment's work, and it fits into memory. */
    private static final int ROWS_OF_RANGE = 25_000;

    private static final Duration NAP = Duration.ofMillis(20);

    private final BooksStore store;
    private final LawStore laws;
    private final Commands commands;
    private final InstantSource clock;
    private final int rowsOfRange;
    private final ReentrantLock checking = new ReentrantLock();

    @Autowired
    Books(BooksStore store, LawStore laws, Commands commands, InstantSource clock) {
        this(store, laws, commands, clock, ROWS_OF_RANGE);
    }

    Books(BooksStore store, LawStore laws, Commands commands, InstantSource clock, int rowsOfRange) {
        this.store = store;
        this.laws = laws;
        this.commands = commands;
        this.clock = clock;
        this.rowsOfRange = rowsOfRange;
    }

    /** How fast a check goes. */
    interface Pace {

        /** Nobody waits longer than it takes. */
        Pace FULL = () -> 0;

        /**
         * How many times as long as a range has taken to rest after it; asked again while it rests, and not obeyed when
         * somebody waits to check.
         *
         * @throws CancellationException when the check is to end
         */
        int rests();
    }

    /** Checks the books and keeps what was found. */
    public Outcome<BooksReport> checkAndKeep(Cause cause) {
        return checkAndKeep(cause, Pace.FULL);
    }

    Outcome<BooksReport> checkAndKeep(Cause cause, Pace pace) {
        BooksReport report = check(pace);
        return commands.once(cause, "check-books", List.of(), BooksReport.class, run -> {
            store.insertRun(report, cause.actor().code());
            store.forgetRunsBefore(cause.at().minus(RUNS_KEPT));
            return Outcome.done(report);
        });
    }

    /** The last check that was kept. */
    public Optional<BooksReport> last() {
        return store.lastRun();
    }

    /** The checks that were kept, newest first. */
    public List<BooksRun> runs(int limit) {
        return store.runs(limit);
    }

    /**
     * Re-derives every balance and compares. Reads only; writers are not held up. One check is made at a time: who asks
     * meanwhile waits, and gets one that has begun after he asked.
     */
    public BooksReport check() {
        return check(Pace.FULL);
    }

    private BooksReport check(Pace pace) {
        checking.lock();
        try {
            Tally tally = new Tally(LAWS);
            for (Scope scope : Scope.values()) {
                for (List<Law> together : askedTogether(scope)) {
                    ask(scope, together, tally, pace);
                }
            }
            return tally.report(clock.instant());
        } finally {
            checking.unlock();
        }
    }

    /** What is asked of ranges, of each in one snapshot; a law that is asked of everything has one to itself. */
    private static List<List<Law>> askedTogether(Scope scope) {
        List<Law> ofScope = LAWS.stream().filter(law -> law.scope() == scope).toList();
        return scope == Scope.WHOLE ? ofScope.stream().map(List::of).toList() : List.of(ofScope);
    }

    private void ask(Scope scope, List<Law> together, Tally tally, Pace pace) {
        long last = scope.first() - 1;
        do {
            long begun = System.nanoTime();
            Answer answer = laws.ask(scope, together, last + 1, rowsOfRange);
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            tally.add(answer, took);
            last = answer.last();
            rest(took, pace);
        } while (last < scope.last());
    }

    private void rest(Duration took, Pace pace) {
        long begun = System.nanoTime();
        while (!checking.hasQueuedThreads() && System.nanoTime() - begun < pace.rests() * took.toNanos()) {
            try {
                Thread.sleep(NAP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while it rested");
            }
        }
    }
}
