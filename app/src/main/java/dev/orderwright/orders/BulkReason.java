package dev.orderwright.orders;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.util.function.Function;

/** Why many orders are changed at once: there must be a reason, and it must not be a letter. */
final class BulkReason {

    private static final int LENGTH_MAX = 500;

    private BulkReason() {}

    /**
     * Goes on with the reason that was typed.
     *
     * @param refusal what is said when there is none: {@code no-reason}
     */
    static <A> Outcome<A> given(String typed, String refusal, Function<String, Outcome<A>> begin) {
        String reason = typed.strip();
        return reason.isEmpty() || reason.length() > LENGTH_MAX
                ? Outcome.refused(Refusal.of("no-reason", "reason", refusal))
                : begin.apply(reason);
    }
}
