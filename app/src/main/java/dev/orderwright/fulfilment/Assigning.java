package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes work on: for the node, and for the person who picks it. */
@Component
class Assigning {

    /** How long nobody else may go on with a pick list after its picker's last sign of life. */
    static final Duration LEASE = Duration.ofMinutes(30);

    private final WorkLocks locks;
    private final FulfilmentStore store;

    Assigning(WorkLocks locks, FulfilmentStore store) {
        this.locks = locks;
        this.store = store;
    }

    List<WorkResult> accept(Run run, List<Long> ids) {
        Map<Long, FulfilmentOrder> works = locks.lockHeads(run, ids);
        Map<Long, FulfilmentOrder> changed = new LinkedHashMap<>();
        List<WorkResult> results = new ArrayList<>();
        for (long id : ids) {
            FulfilmentOrder work = works.get(id);
            if (work == null) {
                results.add(WorkResult.unknown(id));
            } else if (work.state().isEnded()) {
                results.add(WorkResult.refused(work, List.of(ended(work))));
            } else if (work.state() != FulfilmentState.RELEASED) {
                results.add(WorkResult.done(work));
            } else {
                FulfilmentOrder accepted = work.with(FulfilmentState.ACCEPTED, FulfilmentState.ACCEPTED, work.reason());
                FulfilmentFollower.guard(work, FulfilmentEvent.ACCEPT);
                if (changed.put(id, accepted) == null) {
                    FulfilmentFollower.tell(run, work, FulfilmentEvent.ACCEPT, List.of());
                }
                results.add(WorkResult.done(accepted));
            }
        }
        store.update(List.copyOf(changed.values()), run.at());
        return results;
    }

    List<WorkResult> start(Run run, List<Long> ids, String assignee) {
        Map<Long, FulfilmentOrder> works = locks.lockHeads(run, ids);
        Map<Long, FulfilmentOrder> changed = new LinkedHashMap<>();
        List<WorkResult> results = new ArrayList<>();
        for (long id : ids) {
            FulfilmentOrder work = works.get(id);
            if (work == null) {
                results.add(WorkResult.unknown(id));
                continue;
            }
            Optional<Refusal> refusal = mayStart(work, assignee, run.at());
            if (refusal.isPresent()) {
                results.add(WorkResult.refused(work, List.of(refusal.get())));
                continue;
            }
            FulfilmentOrder started =
                    started(work).assignedTo(assignee, run.at().plus(LEASE));
            if (changed.put(id, started) == null && started.progress() != work.progress()) {
                FulfilmentFollower.tell(run, work, FulfilmentEvent.START, List.of());
            }
            results.add(WorkResult.done(started));
        }
        store.update(List.copyOf(changed.values()), run.at());
        return results;
    }

    private static Optional<Refusal> mayStart(FulfilmentOrder work, String assignee, Instant at) {
        if (assignee.isBlank()) {
            return Optional.of(Refusal.of("no-assignee", "assignee", t("fulfilment.refusal.somebodyMustPickItSay")));
        }
        if (work.state().isEnded() || work.progress() == FulfilmentState.SHIPPED) {
            return Optional.of(ended(work));
        }
        if (work.progress() == FulfilmentState.RELEASED) {
            return Optional.of(Refusal.of("not-accepted", t("fulfilment.refusal.wasNotAcceptedYet", work.number())));
        }
        if (work.isHeldFrom(assignee, at)) {
            return Optional.of(assigned(work));
        }
        return Optional.empty();
    }

    /** A question that is still open stays open while the work goes on behind it. */
    private static FulfilmentOrder started(FulfilmentOrder work) {
        if (work.progress() != FulfilmentState.ACCEPTED) {
            return work;
        }
        if (work.state() == FulfilmentState.CANCEL_REQUESTED) {
            return work.with(work.state(), FulfilmentState.PICKING, work.reason());
        }
        FulfilmentFollower.guard(work, FulfilmentEvent.START);
        return work.with(FulfilmentState.PICKING, FulfilmentState.PICKING, work.reason());
    }

    static Refusal ended(FulfilmentOrder work) {
        return Refusal.of("fulfilment-ended", t("fulfilment.refusal.isNothingIsLeftTo", work.number(), work.state()));
    }

    static Refusal assigned(FulfilmentOrder work) {
        return Refusal.of("assigned", t("fulfilment.refusal.isBeingPickedBy", work.number(), work.assignee()));
    }

    /** The picker is still there. */
    void prolong(List<FulfilmentOrder> works, Instant at) {
        List<FulfilmentOrder> prolonged = new ArrayList<>();
        for (FulfilmentOrder work : works) {
            if (work.assignee() != null) {
                prolonged.add(work.assignedTo(work.assignee(), at.plus(LEASE)));
            }
        }
        store.update(prolonged, at);
    }
}
