package dev.orderwright.notifications;

import dev.orderwright.notifications.mail.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of a message after a mail server was called. Pure. */
final class RetryRules {

    /** How long to rest after each try that failed; after the last one a person has to look. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));

    static final int TRIES_MAX = PAUSES.size() + 1;

    private RetryRules() {}

    /**
     * What is to be recorded.
     *
     * @param dueAt when it is tried again, null when it is over
     */
    record Next(NoticeState state, String reason, @Nullable Instant dueAt) {}

    static Next after(Notice notice, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Taken() -> new Next(NoticeState.SENT, "", null);
            case Delivery.Refused(String reason) -> new Next(NoticeState.ATTENTION, reason, null);
            case Delivery.Failed(String reason) -> again(notice, reason, now);
            case Delivery.Unknown(String reason) ->
                again(notice, "The mail server did not say whether it took the message (" + reason + ").", now);
        };
    }

    private static Next again(Notice notice, String reason, Instant now) {
        return notice.tries() >= TRIES_MAX
                ? new Next(NoticeState.ATTENTION, reason, null)
                : new Next(NoticeState.WAITING, reason, now.plus(PAUSES.get(notice.tries() - 1)));
    }
}
