package dev.orderwright.insight;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Workers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks the books every quarter of an hour, or as often as takes a twentieth of the time where there is much to check, and
 * says how many things are broken: {@code orderwright_books_drifts}. Several programs check in turn, and each gives way to
 * those who wait.
 */
@Component
class BooksMetric implements BackgroundWork {

    private static final Duration LOOK = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final int TIMES_AS_LONG_AS_A_CHECK = 19;
    // Enough to be out of the way, and few enough to be faster than orders come in.
    private static final int RESTS_WHILE_CALLERS_WAIT = 4;

    private static final Logger log = LoggerFactory.getLogger(BooksMetric.class);

    private final Books books;
    private final Ids ids;
    private final InstantSource clock;
    private final Workers workers;
    private final AtomicLong drifts;

    BooksMetric(Books books, Ids ids, InstantSource clock, Workers workers, MeterRegistry meters) {
        this.books = books;
        this.ids = ids;
        this.clock = clock;
        this.workers = workers;
        drifts = meters.gauge("orderwright.books.drifts", new AtomicLong());
    }

    @Override
    public String name() {
        return "check-books";
    }

    @Override
    public Duration rest() {
        return LOOK;
    }

    @Override
    public int round() {
        Instant now = clock.instant();
        Optional<BooksReport> last = books.last();
        if (last.isPresent() && now.isBefore(due(last.get()))) {
            drifts.set(last.get().drifts());
            return 0;
        }
        BooksReport report;
        try {
            report = books.checkAndKeep(
                            Cause.of(Actor.system("check-books"), "books-" + ids.next(), now),
                            this::restsWhileOthersWork)
                    .orThrow();
        } catch (CancellationException e) {
            log.debug("the check of the books is left to the next program", e);
            return 0;
        }
        drifts.set(report.drifts());
        if (!report.balanced()) {
            report.laws().stream()
                    .filter(law -> law.drifts() > 0)
                    .forEach(law ->
                            log.error("books: '{}' is broken {} times: {}", law.title(), law.drifts(), law.culprits()));
        }
        return 0;
    }

    /** Half of the time is left to others, and four fifths while callers wait. */
    private int restsWhileOthersWork() {
        if (!workers.isRunning()) {
            throw new CancellationException("the program stops");
        }
        return workers.areCallersWaiting() ? RESTS_WHILE_CALLERS_WAIT : 1;
    }

    /** When to check again. */
    static Instant due(BooksReport last) {
        Duration pause = Duration.ofMillis(last.tookMillis()).multipliedBy(TIMES_AS_LONG_AS_A_CHECK);
        return last.checkedAt().plus(pause.compareTo(PAUSE) > 0 ? pause : PAUSE);
    }
}
