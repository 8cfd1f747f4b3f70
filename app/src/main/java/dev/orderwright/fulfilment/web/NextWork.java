package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.WorkRow;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes work on: the one that was chosen, or the next there is. */
@Component
class NextWork {

    /** Several people ask at the same moment; whoever comes second takes the one behind. */
    private static final int TRIED = 5;

    private final Fulfilment fulfilment;
    private final FulfilmentQueries queries;

    NextWork(Fulfilment fulfilment, FulfilmentQueries queries) {
        this.fulfilment = fulfilment;
        this.queries = queries;
    }

    /** Somebody takes it on, for the node too if it has not said yes yet. */
    Outcome<WorkResult> start(FulfilmentOrder work, Who who, Cause cause) {
        Outcome<WorkResult> outcome = work.state() == FulfilmentState.RELEASED
                ? fulfilment.accept(cause.step("accept"), work.id())
                : Outcome.done(new WorkResult(work.id(), work.number(), work.state(), List.of()));
        return outcome.isDone()
                ? fulfilment.startPick(cause, work.id(), who.actor().name())
                : outcome;
    }

    /** What the caller has begun and not finished comes first, then what is the most urgent at their node. */
    ScanAnswer next(WorkPlaces at, Who who, Cause cause) {
        if (!who.may("fulfilment:write")) {
            return ScanAnswer.bad(t("fulfilment.scan.notYours"));
        }
        List<WorkRow> begun = queries.list(
                new WorkFilter(WorkList.IN_PICKING, at.chosenId(), who.actor().name()), 1);
        if (!begun.isEmpty()) {
            return to(begun.getFirst().work());
        }
        for (WorkList list : List.of(WorkList.TO_PICK, WorkList.TO_ACCEPT)) {
            for (WorkRow row : queries.list(new WorkFilter(list, at.chosenId(), null), TRIED)) {
                Cause own = cause.step(row.work().number());
                if (start(row.work(), who, own).isDone()) {
                    return to(row.work());
                }
            }
        }
        return ScanAnswer.bad(t("fulfilment.scan.nothingWaits"));
    }

    private static ScanAnswer to(FulfilmentOrder work) {
        return ScanAnswer.goTo("/pick/" + work.number(), t("fulfilment.scan.nextIs", work.number()));
    }
}
