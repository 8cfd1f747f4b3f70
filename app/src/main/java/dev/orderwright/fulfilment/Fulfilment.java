package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What nodes do for orders: take work on or refuse it, pick it, say what is missing, and answer whether they can still
 * stop. Each method takes a set and answers for each fulfilment order apart; the single forms refuse as a whole. Where
 * they are given a version, what has changed since the caller saw it is refused as {@code stale-version}.
 */
@Component
public class Fulfilment {

    private static final String NOTHING = "nothing-to-release";

    private final Commands commands;
    private final WorkLocks locks;
    private final Releasing releasing;
    private final Assigning assigning;
    private final Picking picking;
    private final NodeAnswers answers;

    Fulfilment(
            Commands commands,
            WorkLocks locks,
            Releasing releasing,
            Assigning assigning,
            Picking picking,
            NodeAnswers answers) {
        this.commands = commands;
        this.locks = locks;
        this.releasing = releasing;
        this.assigning = assigning;
        this.picking = picking;
        this.answers = answers;
    }

    /**
     * Releases: reserved units that nothing holds go to their nodes, the most urgent orders first. Several may do it at
     * the same time; none takes what another works on.
     *
     * @param limit orders
     */
    public Outcome<Released> release(Cause cause, ReleaseFilter filter, int limit) {
        return commands.once(
                cause,
                "release",
                content(filter, limit),
                Released.class,
                run -> Outcome.done(releaseAlone(run, filter, limit)));
    }

    /** The same as a round of background work, which nobody repeats: one that finds nothing is no command to remember. */
    public Released releaseRound(Cause cause, ReleaseFilter filter, int limit) {
        Outcome<Released> outcome = commands.once(cause, "release", content(filter, limit), Released.class, run -> {
            Released released = releaseAlone(run, filter, limit);
            return released.works().isEmpty()
                    ? Outcome.refused(NOTHING, t("fulfilment.refusal.nothingWaitsToBeReleased"))
                    : Outcome.done(released);
        });
        return outcome instanceof Outcome.Refused<Released> refused
                        && refused.first().code().equals(NOTHING)
                ? new Released(List.of())
                : outcome.orThrow();
    }

    private Released releaseAlone(Run run, ReleaseFilter filter, int limit) {
        commands.alone(run);
        return releasing.release(run, filter, limit);
    }

    private static List<Object> content(ReleaseFilter filter, int limit) {
        return List.of(Optional.of(filter), limit);
    }

    /** The node will do it. Accepting twice is harmless. Refusals: {@code unknown-fulfilment}, {@code fulfilment-ended}. */
    public Outcome<WorkResults> accept(Cause cause, List<Long> fulfilmentIds) {
        return each(cause, "accept-work", fulfilmentIds, run -> assigning.accept(run, fulfilmentIds));
    }

    public Outcome<WorkResult> accept(Cause cause, long fulfilmentId) {
        return accept(cause, fulfilmentId, null);
    }

    public Outcome<WorkResult> accept(Cause cause, long fulfilmentId, @Nullable Integer version) {
        List<Long> ids = List.of(fulfilmentId);
        Seen seen = new Seen(fulfilmentId, version);
        return one(cause, "accept-work", ids, seen, run -> assigning.accept(run, ids));
    }

    /**
     * The node will not do it, or not all of it: the units are sourced again, never from there. Refusals: {@code
     * already-packed}, {@code more-than-open}, {@code no-reason}, {@code no-write-off}, {@code cancel-asked}, {@code
     * named-twice}, {@code fulfilment-ended}.
     */
    public Outcome<WorkResults> reject(Cause cause, List<Rejection> wishes) {
        return each(cause, "reject-work", wishes, run -> this.answers.reject(run, wishes));
    }

    public Outcome<WorkResult> reject(Cause cause, Rejection wish) {
        return reject(cause, wish, null);
    }

    public Outcome<WorkResult> reject(Cause cause, Rejection wish, @Nullable Integer version) {
        List<Rejection> wishes = List.of(wish);
        Seen seen = new Seen(wish.fulfilmentId(), version);
        return one(cause, "reject-work", wishes, seen, run -> this.answers.reject(run, wishes));
    }

    /**
     * Somebody begins to pick, or goes on after somebody else whose lease has run out. Refusals: {@code not-accepted},
     * {@code assigned}, {@code no-assignee}, {@code fulfilment-ended}.
     */
    public Outcome<WorkResults> startPick(Cause cause, List<Long> fulfilmentIds, String assignee) {
        return each(
                cause,
                "start-pick",
                List.of(fulfilmentIds, assignee),
                run -> assigning.start(run, fulfilmentIds, assignee));
    }

    public Outcome<WorkResult> startPick(Cause cause, long fulfilmentId, String assignee) {
        return startPick(cause, fulfilmentId, assignee, null);
    }

    public Outcome<WorkResult> startPick(Cause cause, long fulfilmentId, String assignee, @Nullable Integer version) {
        List<Long> ids = List.of(fulfilmentId);
        Seen seen = new Seen(fulfilmentId, version);
        return one(cause, "start-pick", List.of(ids, assignee), seen, run -> assigning.start(run, ids, assignee));
    }

    /**
     * Units were taken from bins, as scanned; a pick list is booked whole or not at all. Refusals: {@code wrong-item} and
     * {@code wrong-bin} (with what was expected), {@code over-pick}, {@code held}, {@code assigned}, {@code not-picking},
     * {@code fulfilment-ended}.
     */
    public Outcome<WorkResults> pick(Cause cause, List<PickConfirm> confirms) {
        return each(cause, "pick", confirms, run -> picking.pick(run, confirms));
    }

    public Outcome<WorkResult> pick(Cause cause, long fulfilmentId, List<Scan> scans) {
        return pick(cause, fulfilmentId, scans, null);
    }

    public Outcome<WorkResult> pick(Cause cause, long fulfilmentId, List<Scan> scans, @Nullable Integer version) {
        List<PickConfirm> confirms = List.of(new PickConfirm(fulfilmentId, scans));
        return one(cause, "pick", confirms, new Seen(fulfilmentId, version), run -> picking.pick(run, confirms));
    }

    /**
     * Units are not there, or not fit: they are written off and replaced from another bin of the node; what cannot be is
     * sourced from another node or waits for supply. Refusals: {@code unknown-task}, {@code more-than-open}, {@code
     * cancel-asked}, {@code assigned}, {@code not-picking}, {@code fulfilment-ended}.
     */
    public Outcome<WorkResults> shortPick(Cause cause, List<ShortPick> reports) {
        return each(cause, "short-pick", reports, run -> answers.report(run, reports));
    }

    public Outcome<WorkResult> shortPick(Cause cause, ShortPick report) {
        return shortPick(cause, report.fulfilmentId(), List.of(report), null);
    }

    /** @param reports all of the one fulfilment order */
    public Outcome<WorkResult> shortPick(
            Cause cause, long fulfilmentId, List<ShortPick> reports, @Nullable Integer version) {
        if (reports.isEmpty() || reports.stream().anyMatch(report -> report.fulfilmentId() != fulfilmentId)) {
            throw new IllegalArgumentException("not all of fulfilment order " + fulfilmentId + ": " + reports);
        }
        Seen seen = new Seen(fulfilmentId, version);
        return one(cause, "short-pick", reports, seen, run -> answers.report(run, reports));
    }

    /** Refusals: {@code nothing-asked}, {@code no-reason}, {@code unknown-fulfilment}. */
    public Outcome<WorkResults> answerCancel(Cause cause, List<CancelAnswer> answers) {
        return each(cause, "answer-cancel", answers, run -> this.answers.answer(run, answers));
    }

    public Outcome<WorkResult> answerCancel(Cause cause, CancelAnswer answer) {
        return answerCancel(cause, answer, null);
    }

    public Outcome<WorkResult> answerCancel(Cause cause, CancelAnswer answer, @Nullable Integer version) {
        List<CancelAnswer> answers = List.of(answer);
        Seen seen = new Seen(answer.fulfilmentId(), version);
        return one(cause, "answer-cancel", answers, seen, run -> this.answers.answer(run, answers));
    }

    private Outcome<WorkResults> each(Cause cause, String kind, Object content, Function<Run, List<WorkResult>> work) {
        return commands.once(
                cause, kind, content, WorkResults.class, run -> Outcome.done(new WorkResults(work.apply(run))));
    }

    /** @param version null when any will do */
    private record Seen(long fulfilmentId, @Nullable Integer version) {}

    private Outcome<WorkResult> one(
            Cause cause, String kind, Object content, Seen seen, Function<Run, List<WorkResult>> work) {
        return commands.once(cause, kind, Versions.asked(content, seen.version()), WorkResult.class, run -> {
            if (seen.version() != null) {
                Optional<Refusal> stale = locks.stale(run, seen.fulfilmentId(), seen.version());
                if (stale.isPresent()) {
                    return Outcome.refused(stale.get());
                }
            }
            WorkResult result = work.apply(run).getFirst();
            return result.wasDone() ? Outcome.done(result) : Outcome.refused(result.refusals());
        });
    }
}
