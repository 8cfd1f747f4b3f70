package dev.orderwright.backlog;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Workers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs are begun here, looked at, had done or stopped; the work goes on in the background. */
@Component
public class BacklogRuns {

    private final Commands commands;
    private final BacklogStore store;
    private final Ids ids;
    private final Workers workers;

    BacklogRuns(Commands commands, BacklogStore store, Ids ids, Workers workers) {
        this.commands = commands;
        this.store = store;
        this.ids = ids;
        this.workers = workers;
    }

    /** The run that was begun, is done now, or was stopped. */
    public record Asked(long runId) {}

    /**
     * What was done of a run.
     *
     * @param left orders that were left as they are, because something had changed
     * @param fewer shipments
     * @param saved carriage by the tariff, in minor units
     */
    public record Done(long moved, long left, long fewer, long saved) {}

    /** Begins to look how all that is not released could be sourced better. Nothing is changed by it. */
    public Outcome<Asked> ask(Cause cause) {
        Outcome<Asked> outcome = commands.once(cause, "ask-backlog-run", "", Asked.class, run -> {
            long id = ids.next();
            store.insert(id, run.actor(), run.at());
            run.fact(fact(id, "BacklogRunAsked"));
            return Outcome.done(new Asked(id));
        });
        workers.wake();
        return outcome;
    }

    /** Has a run done as it was looked at. Refusals: {@code not-found}, {@code not-ready}. */
    public Outcome<Asked> apply(Cause cause, long runId) {
        Outcome<Asked> outcome = commands.once(cause, "apply-backlog-run", runId, Asked.class, run -> {
            if (store.find(runId).isEmpty()) {
                return Outcome.refused("not-found", t("backlog.refusal.noSuchRun"));
            }
            if (!store.apply(runId, run.actor())) {
                return Outcome.refused("not-ready", t("backlog.refusal.notReady"));
            }
            run.fact(fact(runId, "BacklogRunApplied"));
            return Outcome.done(new Asked(runId));
        });
        workers.wake();
        return outcome;
    }

    /** Ends a run; what it has moved stays moved. Refusals: {@code not-found}, {@code run-ended}. */
    public Outcome<Asked> stop(Cause cause, long runId) {
        return commands.once(cause, "stop-backlog-run", runId, Asked.class, run -> {
            if (store.find(runId).isEmpty()) {
                return Outcome.refused("not-found", t("backlog.refusal.noSuchRun"));
            }
            if (!store.stop(runId, run.at())) {
                return Outcome.refused("run-ended", t("backlog.refusal.hasEnded"));
            }
            run.fact(fact(runId, "BacklogRunStopped"));
            return Outcome.done(new Asked(runId));
        });
    }

    private static Fact fact(long id, String type) {
        return new Fact("backlog-run", id, type, Map.of());
    }

    public Optional<BacklogRun> find(long runId) {
        return store.find(runId);
    }

    /** What was done of a run so far. */
    public Done done(long runId) {
        return store.counts(runId);
    }

    /** The newest first. */
    public Page<BacklogRun> list(@Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(store.list(before, limit), limit, run -> Cursor.of(run.id()));
    }

    /** What changes of orders, in the order in which it is done. */
    public Page<BacklogChange> changes(long runId, @Nullable String cursor, int limit) {
        int after = Math.toIntExact(Cursor.parse(cursor, Cursor.of(0)).number(0));
        List<BacklogChange> changes = store.changes(runId, after, limit);
        return Page.of(changes, limit, change -> Cursor.of(change.place()));
    }
}
