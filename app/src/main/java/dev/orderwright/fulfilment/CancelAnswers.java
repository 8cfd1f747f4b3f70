package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.WorkLocks.Locked;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The node says whether it could still stop. What it had picked goes back onto the shelf, into the bin for returns. */
@Component
class CancelAnswers {

    private final WorkLocks locks;
    private final Recalling recalling;
    private final FulfilmentStore store;
    private final FulfilmentFollower follower;

    CancelAnswers(WorkLocks locks, Recalling recalling, FulfilmentStore store, FulfilmentFollower follower) {
        this.locks = locks;
        this.recalling = recalling;
        this.store = store;
        this.follower = follower;
    }

    /** One result for each fulfilment order; of several answers the last one counts. */
    List<WorkResult> answer(Run run, List<CancelAnswer> answers) {
        Map<Long, CancelAnswer> byWork = new LinkedHashMap<>();
        answers.forEach(answer -> byWork.put(answer.fulfilmentId(), answer));
        List<Long> ids = List.copyOf(byWork.keySet());
        Locked locked = locks.lock(run, ids);
        Map<Long, List<CancelRequest>> asked = new HashMap<>();
        recalling
                .asked(ids)
                .forEach(request -> asked.computeIfAbsent(request.fulfilmentId(), id -> new ArrayList<>())
                        .add(request));
        Map<Long, List<Refusal>> refused = new HashMap<>();
        for (FulfilmentOrder work : locked.works().values()) {
            CancelAnswer answer = byWork.getOrDefault(work.id(), new CancelAnswer(work.id(), false, ""));
            List<CancelRequest> own = asked.getOrDefault(work.id(), List.of());
            List<Refusal> refusals = check(work, answer, own);
            refused.put(work.id(), refusals);
            if (refusals.isEmpty()) {
                recalling.answer(run, locked.orders(), own, answer.confirmed(), answer.reason());
                if (!answer.confirmed()) {
                    refuse(run, work, answer);
                }
            }
        }
        // Units that had come to their end meanwhile leave nothing to follow, but the question is answered.
        follower.settle(run, locked.orders(), locks.read(ids).values());
        return Picking.results(ids, locks.read(ids), refused);
    }

    private static List<Refusal> check(FulfilmentOrder work, CancelAnswer answer, List<CancelRequest> asked) {
        if (asked.isEmpty()) {
            return List.of(Refusal.of("nothing-asked", t("fulfilment.refusal.nobodyWaitsForAnAnswer", work.number())));
        }
        if (!answer.confirmed() && answer.reason().isBlank()) {
            return List.of(Refusal.of("no-reason", "reason", t("fulfilment.refusal.sayWhyItIsToo")));
        }
        return List.of();
    }

    private void refuse(Run run, FulfilmentOrder work, CancelAnswer answer) {
        FulfilmentFollower.guard(work, FulfilmentEvent.REFUSE_CANCEL);
        store.update(
                List.of(work.with(
                        FulfilmentState.CANCEL_REFUSED,
                        work.progress(),
                        answer.reason().strip())),
                run.at());
        run.orderFact(
                work.orderId(),
                FulfilmentEvent.REFUSE_CANCEL.fact(),
                Facts.data(
                        "fulfilment", work.number(), "reason", answer.reason().strip()));
    }
}
