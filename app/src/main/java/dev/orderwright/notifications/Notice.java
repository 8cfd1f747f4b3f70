package dev.orderwright.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to a customer.
 *
 * @param occasion the fact it tells of, or the command that asked for it again
 * @param recipient e-mail address
 * @param messageId stays the same however often it is sent
 * @param plain its text; {@code html} says the same
 * @param attached number of the paper that goes with it, null for none
 * @param reason why it is not sent, empty otherwise
 * @param tries how often a mail server was called
 * @param dueAt when it is to be sent, while it waits or is being sent
 * @param askedBy who or what asked for it
 * @param endedAt when it was sent, given up or dismissed
 */
public record Notice(
        long id,
        long orderId,
        NoticeKind kind,
        String occasion,
        String recipient,
        String messageId,
        String subject,
        String plain,
        String html,
        @Nullable String attached,
        NoticeState state,
        String reason,
        int tries,
        @Nullable Instant dueAt,
        String askedBy,
        Instant writtenAt,
        @Nullable Instant endedAt) {

    /** Whether a person may have it sent, for the first time or again. */
    public boolean canBeRetried() {
        boolean isOver =
                state == NoticeState.UNSENT || state == NoticeState.ATTENTION || state == NoticeState.DISMISSED;
        return isOver && !html.isEmpty();
    }

    /** Whether a person may let it rest. */
    public boolean canBeDismissed() {
        return state == NoticeState.UNSENT || state == NoticeState.ATTENTION || state == NoticeState.WAITING;
    }
}
