package dev.orderwright.shipping;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Leases on calls to carriers: they go by the program's clock, whatever the business time of a command is. */
@Component
class LeaseClock {

    /** How long somebody who asks a carrier has to come back with the answer. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final InstantSource clock;
    private final Ids ids;

    LeaseClock(InstantSource clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    Instant now() {
        return clock.instant();
    }

    Instant lease() {
        return clock.instant().plus(LEASE);
    }

    /** The cause of booking an answer: nobody repeats it, because the state of what was asked tells whether it was. */
    Cause answer(Cause asking, String what) {
        return new Cause(asking.actor(), what, Long.toString(ids.next()), asking.at());
    }
}
