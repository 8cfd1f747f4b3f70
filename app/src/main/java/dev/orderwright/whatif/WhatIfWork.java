package dev.orderwright.whatif;

import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Plays the runs that were asked for, one after the other. A program that dies is not heard of any more, and another one
 * plays its run from the beginning: nothing but the result is kept of it.
 */
@Component
class WhatIfWork implements BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(WhatIfWork.class);
    private static final Duration BETWEEN_BEATS = Duration.ofMillis(500);

    private final WhatIfStore store;
    private final WhatIfPlay play;
    private final Ids ids;
    private final Lease lease;
    private final InstantSource clock;

    WhatIfWork(WhatIfStore store, WhatIfPlay play, Ids ids, Lease lease, InstantSource clock) {
        this.store = store;
        this.play = play;
        this.ids = ids;
        this.lease = lease;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "what-if";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public int round() {
        long fence = ids.next();
        Instant now = clock.instant();
        return store.claim(fence, now.minus(lease.length()), now)
                .map(run -> play(run, fence))
                .orElse(0);
    }

    private int play(WhatIfRun run, long fence) {
        try {
            play.play(run.wish(), new Beat(run.id(), fence))
                    .ifPresent(result -> store.done(run.id(), fence, result, clock.instant()));
        } catch (RuntimeException e) {
            if (Db.isAway(e)) {
                throw e;
            }
            log.error("what-if {} failed", run.id(), e);
            store.failed(run.id(), fence, e.toString(), clock.instant());
        }
        return 1;
    }

    /** Tells now and then how far it is, and hears whether to go on. */
    private final class Beat implements WhatIfPlay.Progress {

        private final long id;
        private final long fence;
        private long last = Long.MIN_VALUE;

        private Beat(long id, long fence) {
            this.id = id;
            this.fence = fence;
        }

        @Override
        public boolean at(int done, int total) {
            long now = System.nanoTime();
            if (last != Long.MIN_VALUE && now - last < BETWEEN_BEATS.toNanos() && done < total) {
                return true;
            }
            last = now;
            return store.beat(id, fence, done, total, clock.instant());
        }
    }
}
