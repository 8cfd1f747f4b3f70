package dev.orderwright.backlog;

import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works on runs, one after the other. A program that dies is not heard of any more, and another one looks again from the
 * beginning, or goes on after the last set that was done.
 */
@Component
class BacklogWork implements BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(BacklogWork.class);

    private final BacklogStore store;
    private final BacklogLook look;
    private final BacklogSets sets;
    private final Ids ids;
    private final Lease lease;
    private final InstantSource clock;

    BacklogWork(BacklogStore store, BacklogLook look, BacklogSets sets, Ids ids, Lease lease, InstantSource clock) {
        this.store = store;
        this.look = look;
        this.sets = sets;
        this.ids = ids;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int round() {
        long fence = ids.next();
        Instant now = clock.instant();
        Optional<BacklogRun> claimed = store.claim(fence, now.minus(lease.length()), now);
        claimed.ifPresent(run -> work(run, fence));
        return claimed.isPresent() ? 1 : 0;
    }

    private void work(BacklogRun run, long fence) {
        try {
            if (run.state() == BacklogState.APPLYING) {
                apply(run, fence);
            } else {
                look(run, fence);
            }
        } catch (BacklogLook.TooMuch e) {
            store.end(run.id(), fence, BacklogState.FAILED, "too-many-lines", clock.instant());
        } catch (RuntimeException e) {
            if (Db.isAway(e)) {
                throw e;
            }
            log.error("backlog run {} failed", run.id(), e);
            store.end(run.id(), fence, BacklogState.FAILED, "internal-error", clock.instant());
        }
    }

    private void look(BacklogRun run, long fence) {
        look.look(clock.instant(), lines -> store.beat(run.id(), fence, lines, 0, clock.instant()))
                .ifPresent(
                        seen -> store.planned(run.id(), fence, seen.plan().figures(), seen.changes(), clock.instant()));
    }

    private void apply(BacklogRun run, long fence) {
        while (sets.next(run, fence, clock.instant())) {
            // The next one.
        }
        store.end(run.id(), fence, BacklogState.DONE, "", clock.instant());
    }
}
