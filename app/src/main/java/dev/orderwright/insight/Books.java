package dev.orderwright.insight;

import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The books: every law of conservation, asked of the whole database in one snapshot. */
@Component
public class Books {

    static final List<Law> LAWS = Stream.of(SliceLawStore.ALL, StockLawStore.ALL, MoneyLawStore.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Duration RUNS_KEPT = Duration.ofDays(90);

    private final BooksStore store;
    private final Commands commands;
    private final InstantSource clock;

    Books(BooksStore store, Commands commands, InstantSource clock) {
        this.store = store;
        this.commands = commands;
        this.clock = clock;
    }

    /** Checks the books and keeps what was found. */
    public Outcome<BooksReport> checkAndKeep(Cause cause) {
        BooksReport report = check();
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

    /** Re-derives every balance and compares. Reads only; writers are not held up. */
    public BooksReport check() {
        long begun = System.nanoTime();
        List<LawResult> results = store.inSnapshot(() -> {
            List<LawResult> all = new ArrayList<>();
            LAWS.forEach(law -> all.add(store.check(law)));
            return all;
        });
        boolean balanced = results.stream().allMatch(law -> law.drifts() == 0);
        return new BooksReport(
                balanced,
                clock.instant(),
                Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                results);
    }
}
