package dev.orderwright.insight;

import dev.orderwright.insight.BooksReport.LawResult;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The books: every law of conservation, asked of the whole database in one snapshot. */
@Component
public class Books {

    private static final List<Law> LAWS = Stream.of(SliceLawStore.ALL, StockLawStore.ALL, MoneyLawStore.ALL)
            .flatMap(List::stream)
            .toList();

    private final BooksStore store;
    private final InstantSource clock;

    Books(BooksStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
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
