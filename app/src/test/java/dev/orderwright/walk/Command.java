package dev.orderwright.walk;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A command under its key, which can be sent again.
 *
 * @param done gets the answer when it is known
 */
record Command<T>(Cause cause, Function<Cause, Outcome<T>> sending, Consumer<T> done) {

    Outcome<T> send() {
        return sending.apply(cause);
    }

    /** Who gets it looks at his own clock. */
    Outcome<T> sendAt(Instant at) {
        return sending.apply(new Cause(cause.actor(), cause.scope(), cause.key(), at));
    }

    /** Tells whoever waits for the answer. */
    Came tell(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T answer, boolean replayed)) {
            done.accept(answer);
        }
        return Came.of(outcome);
    }
}
