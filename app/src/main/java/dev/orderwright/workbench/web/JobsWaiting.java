package dev.orderwright.workbench.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.web.WaitingOutside;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.Jobs;
import java.util.List;
import org.springframework.stereotype.Component;

/** Bulk actions that are not over. */
@Component
class JobsWaiting implements WaitingOutside {

    private final Jobs jobs;

    JobsWaiting(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public List<Waiting> waitingFor(Who who) {
        if (!JobPages.seesAll(who)) {
            return List.of();
        }
        Backlog running = jobs.running();
        return List.of(
                new Waiting(t("workbench.jobsWaiting.jobs"), running.count(), running.oldest(), "/jobs", false, 70));
    }
}
