package dev.orderwright.billing;

import dev.orderwright.billing.TransactionStore.Result;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a provider's answer makes of a transaction, and when to ask or look again. Pure. */
final class AnswerRules {

    /** After this many requests that were certainly not carried out, a person must look. */
    static final int ATTEMPTS_MAX = 6;
    /** After this many looks without an answer, a person should know; the looking goes on. */
    static final int LOOKUPS_BEFORE_ATTENTION = 6;

    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration WAIT_MAX = Duration.ofHours(1);

    private AnswerRules() {}

    static Result decide(TransactionRow row, ProviderAnswer answer, Instant now) {
        return switch (answer) {
            case ProviderAnswer.Done(String reference) ->
                result(row, TransactionEvent.SUCCEED, reference, null, null, now, null);
            case ProviderAnswer.Refused(String code, String reason) ->
                // A refused authorisation is the payer's affair: the order stays on hold and everybody sees it.
                result(
                        row,
                        TransactionEvent.REFUSE,
                        null,
                        code,
                        reason,
                        now,
                        row.kind() == TransactionKind.AUTHORISE ? null : "refused: " + reason);
            case ProviderAnswer.Unavailable(String reason) ->
                row.state() == TransactionState.UNKNOWN ? unknown(row, reason, now) : notDone(row, reason, now);
            case ProviderAnswer.NeverSeen() -> notDone(row, "the provider has never seen it", now);
            case ProviderAnswer.NoAnswer(String reason) -> unknown(row, reason, now);
        };
    }

    private static Result notDone(TransactionRow row, String reason, Instant now) {
        return row.attempts() >= ATTEMPTS_MAX
                ? result(
                        row,
                        TransactionEvent.GIVE_UP,
                        null,
                        "gave-up",
                        reason,
                        now,
                        "given up after " + row.attempts() + " attempts: " + reason)
                : result(
                        row,
                        TransactionEvent.POSTPONE,
                        null,
                        "postponed",
                        reason,
                        now.plus(wait(row.attempts())),
                        null);
    }

    private static Result unknown(TransactionRow row, String reason, Instant now) {
        boolean tellSomebody = row.lookups() >= LOOKUPS_BEFORE_ATTENTION && !row.attention();
        return result(
                row,
                TransactionEvent.LOSE,
                null,
                "no-answer",
                reason,
                now.plus(wait(row.lookups() + 1)),
                tellSomebody ? "outcome still unknown after " + row.lookups() + " looks: " + reason : null);
    }

    private static Result result(
            TransactionRow row,
            TransactionEvent event,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String reason,
            Instant due,
            @Nullable String attention) {
        return new Result(row, PaymentTransitions.after(row.state(), event), reference, code, reason, due, attention);
    }

    /** Doubles with each time, up to an hour. */
    static Duration wait(int times) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.clamp(times - 1L, 0, 20));
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }
}
