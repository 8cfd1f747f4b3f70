package dev.orderwright.shared.exceptions;

import dev.orderwright.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong and waits for somebody.
 *
 * @param id of what it is about, unique within its cause
 * @param label what people call that: {@code SO-100042}
 * @param url its page
 * @param about what is the matter, in a few words
 * @param since when it went wrong
 * @param stake what hangs on it
 * @param fixes names of those that are possible now
 */
public record OpenException(
        long id, String label, String url, String about, Instant since, Stake stake, List<String> fixes) {

    public OpenException {
        fixes = List.copyOf(fixes);
    }

    /**
     * What hangs on an exception.
     *
     * @param orderId the order that is locked to mend it; 0 for none
     * @param value what it is worth; null when that cannot be said
     * @param promisedOn the day that somebody was promised; null for none
     */
    public record Stake(
            long orderId, @Nullable Money value, @Nullable LocalDate promisedOn) {

        public static final Stake NONE = new Stake(0, null, null);
    }
}
