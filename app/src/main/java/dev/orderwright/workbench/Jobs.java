package dev.orderwright.workbench;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Workers;
import dev.orderwright.workbench.JobItemStore.Refused;
import dev.orderwright.workbench.JobKind.Subject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bulk actions: they are begun here, go on in the background, and can be followed, stopped and taken back. */
@Component
public class Jobs {

    /** The most subjects of one job. */
    public static final int SUBJECTS_MAX = 50_000;

    private final Commands commands;
    private final JobStore store;
    private final JobItemStore items;
    private final JobKinds kinds;
    private final Ids ids;
    private final Workers workers;

    Jobs(Commands commands, JobStore store, JobItemStore items, JobKinds kinds, Ids ids, Workers workers) {
        this.commands = commands;
        this.store = store;
        this.items = items;
        this.kinds = kinds;
        this.ids = ids;
        this.workers = workers;
    }

    /** The job that was begun, or stopped. */
    public record Started(long jobId) {}

    /** Begins a job over these subjects, each of them once. Refusals: {@code nothing-chosen}, {@code too-many}. */
    public <W> Outcome<Started> start(Cause cause, JobKind<W> kind, W wish, Collection<Long> subjects) {
        TreeSet<Long> each = new TreeSet<>(subjects);
        if (each.isEmpty()) {
            return Outcome.refused("nothing-chosen", t("workbench.refusal.chooseAtLeastOne"));
        }
        if (each.size() > SUBJECTS_MAX) {
            return Outcome.refused("too-many", t("workbench.refusal.thatIsMoreThanAt"));
        }
        List<Object> content = List.of(kind.name(), wish, each);
        Outcome<Started> outcome = commands.once(cause, "start-job", content, Started.class, run -> {
            long id = ids.next();
            store.insert(id, kind.name(), Json.write(wish), null, each.size(), run.actor(), run.at());
            items.insert(id, each);
            tell(run, id, "JobStarted", Facts.data("kind", kind.name(), "total", each.size()));
            return Outcome.done(new Started(id));
        });
        workers.wake();
        return outcome;
    }

    /**
     * Stops a job: what is done stays done, the rest is left alone. Refusals: {@code unknown-job}, {@code job-ended}.
     */
    public Outcome<Started> stop(Cause cause, long jobId) {
        return commands.once(cause, "stop-job", jobId, Started.class, run -> {
            if (store.lock(jobId).isEmpty()) {
                return unknown();
            }
            return stop(run, jobId)
                    ? Outcome.done(new Started(jobId))
                    : Outcome.refused("job-ended", t("workbench.refusal.thisHasEndedAlready"));
        });
    }

    private boolean stop(Run run, long jobId) {
        if (!store.stop(jobId, run.at())) {
            return false;
        }
        items.leave(jobId);
        tell(run, jobId, "JobStopped", Map.of());
        return true;
    }

    /**
     * Begins a job that takes back what another one has done; one that runs is stopped first. Refusals: {@code
     * unknown-job}, {@code undone-already}, {@code nothing-to-undo}.
     */
    public Outcome<Started> undo(Cause cause, long jobId) {
        Outcome<Started> outcome = commands.once(cause, "undo-job", jobId, Started.class, run -> {
            JobRow job = store.lock(jobId).orElse(null);
            if (job == null) {
                return unknown();
            }
            if (job.undoneBy() != null) {
                return Outcome.refused("undone-already", t("workbench.refusal.thisWasTakenBackAlready"));
            }
            if (!job.undoable() || kinds.job(job).undoPermission() == null) {
                return Outcome.refused("nothing-to-undo", t("workbench.refusal.thereIsNothingHereThat"));
            }
            stop(run, jobId);
            int total = items.countUndo(jobId);
            long id = ids.next();
            store.insert(id, job.kind(), job.wish(), jobId, total, run.actor(), run.at());
            items.insertUndo(id, jobId);
            tell(run, id, "JobStarted", Facts.data("kind", job.kind(), "total", total, "undoes", Long.toString(jobId)));
            tell(run, jobId, "JobUndone", Facts.data("by", Long.toString(id)));
            return Outcome.done(new Started(id));
        });
        workers.wake();
        return outcome;
    }

    private static Outcome<Started> unknown() {
        return Outcome.refused("unknown-job", t("workbench.refusal.thereIsNoSuchJob"));
    }

    private static void tell(Run run, long jobId, String type, Map<String, Object> data) {
        run.fact(new Fact("job", jobId, type, data));
    }

    public Optional<Job> find(long jobId) {
        return store.find(jobId).map(kinds::job);
    }

    /** The newest first; those of one actor, or all. */
    public Page<Job> list(@Nullable Actor actor, @Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(store.list(actor, before, limit), limit, job -> Cursor.of(job.id()))
                .map(kinds::job);
    }

    /** Those of everybody that are not over. */
    public Backlog running() {
        return store.backlog();
    }

    /** What a job could not deal with, and why. */
    public Page<JobRefusal> refused(Job job, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(Long.MIN_VALUE)).number(0);
        Page<Refused> page =
                Page.of(items.refused(job.id(), after, limit), limit, refused -> Cursor.of(refused.subject()));
        Map<Long, Subject> subjects = kinds.subjects(
                store.find(job.id()).orElseThrow(),
                page.items().stream().map(Refused::subject).toList());
        return page.map(refused -> {
            Subject subject =
                    subjects.getOrDefault(refused.subject(), new Subject(Long.toString(refused.subject()), ""));
            return new JobRefusal(refused.subject(), subject.label(), subject.url(), refused.code(), refused.reason());
        });
    }
}
