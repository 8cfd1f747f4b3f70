package dev.orderwright.shipping;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Workers;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Has carriers asked for labels again, as part of a larger command. Nobody is called here: the wish is written, and the
 * next round over labels that wait asks at once.
 */
@Component
class LabelsAgain {

    private final LabelRequests requests;
    private final LabelStore labels;
    private final Carriers carriers;
    private final LeaseClock clock;
    private final Workers workers;

    LabelsAgain(LabelRequests requests, LabelStore labels, Carriers carriers, LeaseClock clock, Workers workers) {
        this.requests = requests;
        this.labels = labels;
        this.carriers = carriers;
        this.clock = clock;
        this.workers = workers;
    }

    /** One outcome for each package, in order; refusals are those of {@link Shipping#label}. */
    List<Outcome<String>> ask(Run run, List<Long> packageIds) {
        List<PackResult> results = requests.request(run, carriers.usual(), packageIds, false, clock.now());
        labels.makeDue(packageIds, clock.now());
        workers.wake();
        return results.stream()
                .map(result -> result.wasDone() ? Outcome.done("") : Outcome.<String>refused(result.refusals()))
                .toList();
    }
}
