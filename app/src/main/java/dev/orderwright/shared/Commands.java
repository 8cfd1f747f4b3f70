package dev.orderwright.shared;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.CommandStore.CommandRow;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;

/**
 * The one write path: look the key up, decide and apply in one transaction, record the answer and the facts with it,
 * commit. A second call with the same key gets the first answer; the same key with other content is refused. Deadlocks
 * and serialisation failures are retried a bounded number of times. A refusal rolls everything back and is not kept, so
 * that the caller can correct the input and use the key again.
 */
@Component
public class Commands {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);
    private static final int ATTEMPTS_MAX = 5;
    private static final Duration PREVIEW_WAITS = Duration.ofMillis(500);

    private final Db db;
    private final CommandStore store;
    private final Facts facts;
    private final Ids ids;

    Commands(Db db, CommandStore store, Facts facts, Ids ids) {
        this.db = db;
        this.store = store;
        this.facts = facts;
        this.ids = ids;
    }

    /**
     * Runs one command (which may be a set) once.
     *
     * @param kind stable name of the command
     * @param content what the caller asked for; the same key with other content is refused ({@code key-reused})
     * @param answerType a record that can be written as JSON and read back
     * @param work decides and applies, and refuses before it writes; runs again from the start when the database asks for a retry
     */
    public <A> Outcome<A> once(
            Cause cause, String kind, Object content, Class<A> answerType, Function<Run, Outcome<A>> work) {
        byte[] hash = ContentHash.of(kind, content);
        if (db.isInTransaction()) {
            return withinAnother(cause, kind, hash, answerType, work);
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return db.inTransaction(() -> attempt(cause, kind, hash, answerType, work));
            } catch (RolledBack rolledBack) {
                return unlessDoneMeanwhile(cause, hash, answerType, rolledBack);
            } catch (DuplicateKeyException | PessimisticLockingFailureException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                log.debug("attempt {} of {} again: {}", attempt, kind, e.getMessage());
            }
        }
    }

    /**
     * Runs a command, given as a call of any facade, in a transaction that always rolls back: what a dialog says before
     * somebody confirms comes from the one write path and from nowhere else. It takes the locks that the command takes
     * and waits for them but a moment, so it is for a dialog that opens and not for every key that is typed. Refusals:
     * those of the command, and {@code busy}.
     */
    public <A> Preview<A> preview(Supplier<Outcome<A>> command) {
        try {
            return db.inTransactionThatIsUndone(PREVIEW_WAITS, () -> Previews.noting(command));
        } catch (DuplicateKeyException | PessimisticLockingFailureException | QueryTimeoutException e) {
            log.debug("a preview met somebody: {}", e.getMessage());
            return new Preview<>(Outcome.refused("busy", t("shared.refusal.somebodyElseIsChangingThis")), List.of());
        }
    }

    /**
     * Waits while somebody else carries out the same command. For work that steps aside where others are at work, and
     * would take itself for done: all other work waits for the locks that the first one holds.
     */
    public void alone(Run run) {
        store.alone(run.cause());
    }

    /** A part of a larger command: it is that command's to try again and, after a refusal, to go on or roll back. */
    private <A> Outcome<A> withinAnother(
            Cause cause, String kind, byte[] hash, Class<A> answerType, Function<Run, Outcome<A>> work) {
        try {
            return attempt(cause, kind, hash, answerType, work);
        } catch (RolledBack refused) {
            return unlessDoneMeanwhile(cause, hash, answerType, refused);
        }
    }

    /** The same command at the same time: this one waited for the locks of the other, and found the work done. */
    private <A> Outcome<A> unlessDoneMeanwhile(Cause cause, byte[] hash, Class<A> answerType, RolledBack refused) {
        return store.find(cause.scope(), List.of(cause.key())).stream()
                .findFirst()
                .map(known -> CommandSets.replay(known, hash, answerType))
                .orElseGet(() -> Outcome.refused(refused.refusals));
    }

    private <A> Outcome<A> attempt(
            Cause cause, String kind, byte[] hash, Class<A> answerType, Function<Run, Outcome<A>> work) {
        List<CommandRow> known = store.find(cause.scope(), List.of(cause.key()));
        if (!known.isEmpty()) {
            return CommandSets.replay(known.getFirst(), hash, answerType);
        }
        Run run = new Run(cause, ids.next(), false);
        Outcome<A> outcome = work.apply(run);
        switch (outcome) {
            case Outcome.Refused<A>(List<Refusal> refusals) -> throw new RolledBack(refusals);
            case Outcome.Done<A>(A answer, boolean replayed) -> {
                store.append(List.of(new CommandRow(run.commandId(), cause, kind, hash, Json.write(answer))));
                facts.append(List.of(run));
            }
        }
        return outcome;
    }

    /** Leaves the transaction with a refusal; never seen outside. */
    private static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Refusal> refusals;

        RolledBack(List<Refusal> refusals) {
            super("refused", null, false, false);
            this.refusals = refusals;
        }
    }
}
