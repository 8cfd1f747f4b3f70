package dev.orderwright.notifications;

import dev.orderwright.notifications.RetryRules.Next;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Lease;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Claims messages that are due, past everybody else's, and records how it went, if the claim still holds. */
@Component
class NoticeClaims {

    /** What a claim lasts at least: longer than a call. */
    private static final Duration CLAIM_MIN = Duration.ofSeconds(90);

    private final Db db;
    private final NoticeStore store;
    private final Commands commands;
    private final Ids ids;
    private final InstantSource clock;
    private final Duration lease;

    NoticeClaims(Db db, NoticeStore store, Commands commands, Ids ids, InstantSource clock, Lease lease) {
        this.db = db;
        this.store = store;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
        this.lease = lease.length().compareTo(CLAIM_MIN) < 0 ? CLAIM_MIN : lease.length();
    }

    /** What was claimed, under which token. */
    record Batch(long fence, List<Notice> notices) {}

    Batch next(int limit) {
        long fence = ids.next();
        Instant now = clock.instant();
        return new Batch(fence, db.inTransaction(() -> store.claim(fence, now, now.plus(lease), limit)));
    }

    /** @param recorded false when the claim had run out, and somebody else has it now */
    record Recorded(boolean recorded) {}

    boolean record(long fence, Notice notice, Next next) {
        Instant now = clock.instant();
        if (next.state() == NoticeState.WAITING) {
            return db.inTransaction(() -> store.record(notice.id(), fence, next, now));
        }
        Cause cause = Cause.of(Actor.system("mail"), "mail-" + notice.id() + "-" + fence, now);
        return commands.once(cause, "record-mail", List.of(notice.id(), fence), Recorded.class, run -> {
                    boolean held = store.record(notice.id(), fence, next, now);
                    if (held) {
                        tell(run, notice, next);
                    }
                    return Outcome.done(new Recorded(held));
                })
                .orThrow()
                .recorded();
    }

    /** To whom stays out of the facts, which are kept for longer than people may be. */
    private static void tell(Run run, Notice notice, Next next) {
        String what = notice.kind().title();
        if (next.state() == NoticeState.SENT) {
            run.orderFact(notice.orderId(), "CustomerMailed", Facts.data("about", what));
        } else {
            run.orderFact(notice.orderId(), "MailNotSent", Facts.data("about", what));
        }
    }
}
