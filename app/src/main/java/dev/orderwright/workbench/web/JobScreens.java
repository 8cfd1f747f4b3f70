package dev.orderwright.workbench.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.Job;
import dev.orderwright.workbench.JobRefusal;
import dev.orderwright.workbench.Jobs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Bulk actions for people: one's own, and everybody's for those who run the program. */
@Controller
class JobScreens {

    private static final int ROWS = 50;

    private final Jobs jobs;
    private final JobPages pages;

    JobScreens(Jobs jobs, JobPages pages) {
        this.jobs = jobs;
        this.pages = pages;
    }

    @GetMapping("/jobs")
    @Requires("console:use")
    WebPage list(@RequestParam(required = false) @Nullable String cursor, Who who) {
        boolean everybodys = JobPages.seesAll(who);
        Page<Job> page = jobs.list(everybodys ? null : who.actor(), cursor, ROWS);
        Link all = Link.to("/jobs");
        JobsPage view = new JobsPage(
                (cursor == null ? all : all.with("cursor", cursor)).toString(),
                page.items().stream().map(pages::line).toList(),
                everybodys,
                Pager.of(page, all, "cursor", cursor, t("shared.one.job"), t("shared.many.jobs")));
        return WebPage.of("workbench/jobs.jte", view, t("workbench.jobScreens.jobs"))
                .in("jobs");
    }

    @GetMapping("/jobs/{id}")
    @Requires("console:use")
    WebPage one(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor, Who who) {
        JobPage view = page(id, cursor, who);
        return WebPage.of("workbench/job.jte", view, view.title())
                .in("jobs")
                .crumb(t("workbench.jobScreens.jobs"), "/jobs");
    }

    /** What changes while it goes on. */
    @GetMapping("/jobs/{id}/body")
    @Requires("console:use")
    WebPage body(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor, Who who) {
        return WebPage.fragment("workbench/jobBody.jte", page(id, cursor, who));
    }

    private JobPage page(long id, @Nullable String cursor, Who who) {
        Job job = find(id, who);
        Page<JobRefusal> refused = job.refused() == 0 ? new Page<>(List.of(), null) : jobs.refused(job, cursor, ROWS);
        return pages.page(job, refused, cursor, who);
    }

    @PostMapping("/jobs/{id}/stop")
    @Requires("console:use")
    Screen stop(@PathVariable long id, Cause cause, Who who) {
        Job job = find(id, who);
        if (!JobPages.mayStop(job, who)) {
            return forbidden(t("workbench.refusal.onlyWhoBeganItOr"));
        }
        return went(jobs.stop(cause, id), t("workbench.jobScreens.stoppedWhatWasDoneStays"), id);
    }

    @PostMapping("/jobs/{id}/undo")
    @Requires("console:use")
    Screen undo(@PathVariable long id, Cause cause, Who who) {
        Job job = find(id, who);
        if (job.undoPermission() != null && !JobPages.mayUndo(job, who)) {
            return forbidden(t("workbench.refusal.takingThisBackNeedsThe", job.undoPermission()));
        }
        return went(jobs.undo(cause, id), t("workbench.jobScreens.itIsBeingTakenBack"), id);
    }

    private static Screen went(Outcome<Jobs.Started> outcome, String text, long id) {
        return switch (outcome) {
            case Outcome.Done<Jobs.Started>(Jobs.Started started, boolean replayed) ->
                Redirect.to("/jobs/" + started.jobId(), Flash.done(text));
            case Outcome.Refused<Jobs.Started>(List<Refusal> refusals) ->
                Redirect.to("/jobs/" + id, Flash.refused(refusals.getFirst().reason()));
        };
    }

    private static Screen forbidden(String reason) {
        throw new ResponseStatusException(HttpStatus.FORBIDDEN, reason);
    }

    /** Those of others are not there for whoever may not see them. */
    private Job find(long id, Who who) {
        return jobs.find(id)
                .filter(job -> JobPages.seesAll(who) || job.actor().equals(who.actor()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no job " + id));
    }
}
