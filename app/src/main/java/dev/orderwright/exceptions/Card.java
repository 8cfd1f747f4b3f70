package dev.orderwright.exceptions;

import dev.orderwright.shared.Money;
import dev.orderwright.shared.exceptions.ExceptionCause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause at a glance. It is counted up to a limit: what stands beyond it is more than anybody counts.
 *
 * @param count of those that are not put off
 * @param more whether there are more than were counted
 * @param oldest since when the oldest waits; null when there is none
 * @param value what those that were counted are worth, by currency
 * @param late how many of those that were counted were promised for today or before
 * @param owned how many of those that were counted somebody looks after
 */
public record Card(
        ExceptionCause cause,
        int count,
        boolean more,
        @Nullable Instant oldest,
        List<Money> value,
        int late,
        int owned) {

    public Card {
        value = List.copyOf(value);
    }
}
