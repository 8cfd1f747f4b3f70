package dev.orderwright.exceptions;

import dev.orderwright.shared.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who looks after an exception.
 *
 * @param subject id of the exception within its cause
 * @param owner null when nobody does
 * @param note what the owner wants others to know; may be empty
 * @param assignedBy who said so last
 * @param putOffUntil until then it is out of sight; null when it is not put off
 */
public record Assignment(
        String cause,
        long subject,
        @Nullable Actor owner,
        String note,
        Actor assignedBy,
        Instant assignedAt,
        @Nullable Instant putOffUntil,
        int version) {

    public boolean isPutOff(Instant now) {
        return putOffUntil != null && putOffUntil.isAfter(now);
    }
}
