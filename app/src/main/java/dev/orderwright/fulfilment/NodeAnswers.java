package dev.orderwright.fulfilment;

import dev.orderwright.shared.Run;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a node can say instead of doing its work: no, that units are not there, or that it could or could not stop any
 * more.
 */
@Component
class NodeAnswers {

    private final Rejecting rejecting;
    private final ShortPicks shortPicks;
    private final CancelAnswers cancelAnswers;

    NodeAnswers(Rejecting rejecting, ShortPicks shortPicks, CancelAnswers cancelAnswers) {
        this.rejecting = rejecting;
        this.shortPicks = shortPicks;
        this.cancelAnswers = cancelAnswers;
    }

    List<WorkResult> reject(Run run, List<Rejection> wishes) {
        return rejecting.reject(run, wishes);
    }

    List<WorkResult> report(Run run, List<ShortPick> reports) {
        return shortPicks.report(run, reports);
    }

    List<WorkResult> answer(Run run, List<CancelAnswer> answers) {
        return cancelAnswers.answer(run, answers);
    }
}
