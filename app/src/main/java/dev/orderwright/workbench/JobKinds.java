package dev.orderwright.workbench;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.workbench.JobKind.Done;
import dev.orderwright.workbench.JobKind.Subject;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of bulk actions there are, each called with its wish as it was written down. */
@Component
class JobKinds {

    private final ObjectProvider<JobKind<?>> kinds;

    JobKinds(ObjectProvider<JobKind<?>> kinds) {
        this.kinds = kinds;
    }

    private @Nullable JobKind<?> find(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** A job of a kind that a later or earlier release had keeps its name. */
    Job job(JobRow row) {
        JobKind<?> kind = find(row.kind());
        boolean open = row.undoable() && row.undoes() == null && row.undoneBy() == null;
        return new Job(
                row.id(),
                row.kind(),
                kind == null ? row.kind() : title(kind, row),
                row.undoes(),
                row.undoneBy(),
                kind == null || !open ? null : undoPermission(kind, row),
                row.state(),
                row.total(),
                row.done(),
                row.refused(),
                row.actor(),
                row.startedAt(),
                row.endedAt());
    }

    private static <W> String title(JobKind<W> kind, JobRow row) {
        String title = kind.title(Json.read(row.wish(), kind.wishType()), row.total());
        return row.undoes() == null ? title : t("workbench.jobKinds.undoOf", title);
    }

    private static <W> @Nullable String undoPermission(JobKind<W> kind, JobRow row) {
        return kind.undoPermission(Json.read(row.wish(), kind.wishType()));
    }

    Map<Long, Subject> subjects(JobRow row, Collection<Long> ids) {
        JobKind<?> kind = find(row.kind());
        return kind == null || ids.isEmpty() ? Map.of() : subjects(kind, row, ids);
    }

    private static <W> Map<Long, Subject> subjects(JobKind<W> kind, JobRow row, Collection<Long> ids) {
        return kind.subjects(Json.read(row.wish(), kind.wishType()), ids);
    }

    /** Does, or takes back, what the job says; one outcome for each. */
    List<Outcome<String>> run(Run run, JobRow job, List<Done> items) {
        JobKind<?> kind = find(job.kind());
        if (kind == null) {
            return Collections.nCopies(
                    items.size(), Outcome.refused("unknown-kind", t("workbench.refusal.thisReleaseDoesNotKnow")));
        }
        List<Outcome<String>> outcomes = run(run, kind, job, items);
        if (outcomes.size() != items.size()) {
            throw new IllegalStateException(
                    job.kind() + " gave " + outcomes.size() + " outcomes for " + items.size() + " subjects");
        }
        return outcomes;
    }

    private static <W> List<Outcome<String>> run(Run run, JobKind<W> kind, JobRow job, List<Done> items) {
        W wish = Json.read(job.wish(), kind.wishType());
        return job.undoes() == null
                ? kind.run(run, wish, items.stream().map(Done::subject).toList())
                : kind.undo(run, wish, items);
    }
}
