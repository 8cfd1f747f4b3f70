package dev.orderwright.workbench;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.workbench.JobKind.Done;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works jobs off, a set at a time and each job in its turn. What becomes of a set and how far the job is stand in one
 * transaction, and the job is locked meanwhile: so a program that dies has done a set or nothing of it, another goes on
 * from there, and no two do the same.
 */
@Component
class JobWork implements BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(JobWork.class);
    private static final int JOBS_PER_ROUND = 16;

    private final Commands commands;
    private final JobStore store;
    private final JobItemStore items;
    private final JobKinds kinds;
    private final InstantSource clock;

    JobWork(Commands commands, JobStore store, JobItemStore items, JobKinds kinds, InstantSource clock) {
        this.commands = commands;
        this.store = store;
        this.items = items;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    /** A set of each job that nobody else is at work on. */
    @Override
    public int round() {
        int dealtWith = 0;
        for (long id : store.running(JOBS_PER_ROUND)) {
            dealtWith += work(id);
        }
        return dealtWith;
    }

    /** What is to be done with a set. */
    private interface Doing {
        List<Outcome<String>> apply(Run run, JobRow job, List<Done> set);
    }

    /** A set that fails unexpectedly is made smaller, until the one that is to blame stands alone and is set aside. */
    private int work(long id) {
        int size = JobKind.SET_MAX;
        while (true) {
            try {
                return set(id, size, kinds::run);
            } catch (RuntimeException e) {
                if (Db.isAway(e)) {
                    throw e;
                }
                if (size == 1) {
                    log.error("a subject of job {} failed and is left out", id, e);
                    return set(
                            id,
                            1,
                            (run, job, one) ->
                                    one.stream().map(item -> failed()).toList());
                }
                log.warn("{} subjects of job {} failed and are done in smaller sets: {}", size, id, e.toString());
                size /= 2;
            }
        }
    }

    private static Outcome<String> failed() {
        return Outcome.refused("internal-error", t("workbench.refusal.thisCouldNotBeCarried"));
    }

    /** How many subjects of a set were dealt with. */
    record Advanced(int subjects) {}

    /** Who finds that the job is elsewhere by now, or in other hands, has nothing to do. */
    private int set(long id, int size, Doing doing) {
        JobRow seen = store.find(id).orElseThrow();
        Cause cause = new Cause(seen.actor(), "jobs", id + "/" + seen.reached(), clock.instant());
        Outcome<Advanced> outcome = commands.once(cause, "advance-job", id, Advanced.class, run -> {
            JobRow job = store.lockToWork(id).orElse(null);
            return job == null || job.reached() != seen.reached()
                    ? Outcome.refused("busy", t("workbench.refusal.somebodyElseIsAtWork"))
                    : Outcome.done(advance(run, job, size, doing));
        });
        return outcome.isDone() ? outcome.orThrow().subjects() : 0;
    }

    private Advanced advance(Run run, JobRow job, int size, Doing doing) {
        List<Done> set = items.waiting(job.id(), size);
        List<Outcome<String>> outcomes = set.isEmpty() ? List.of() : doing.apply(run, job, set);
        int done = (int) outcomes.stream().filter(Outcome::isDone).count();
        int refused = set.size() - done;
        boolean over = job.reached() + set.size() >= job.total();
        items.record(job.id(), set, outcomes);
        store.advance(job.id(), done, refused, over, run.at());
        run.fact(new Fact(
                "job", job.id(), over ? "JobDone" : "JobAdvanced", Facts.data("done", done, "refused", refused)));
        return new Advanced(set.size());
    }
}
