package dev.orderwright.workbench.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.Job;
import dev.orderwright.workbench.JobRefusal;
import dev.orderwright.workbench.JobState;
import dev.orderwright.workbench.web.JobsPage.JobLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages of bulk actions show. */
@Component
class JobPages {

    private static final String ADMINISTRATORS = "access:admin";

    private final Show show;

    JobPages(Show show) {
        this.show = show;
    }

    /** Who runs the program sees what everybody has begun. */
    static boolean seesAll(Who who) {
        return who.mayAny(ADMINISTRATORS, "system:read");
    }

    static boolean mayStop(Job job, Who who) {
        return job.actor().equals(who.actor()) || who.may(ADMINISTRATORS);
    }

    static boolean mayUndo(Job job, Who who) {
        return job.undoPermission() != null && who.may(job.undoPermission());
    }

    JobLine line(Job job) {
        return new JobLine(
                url(job.id()),
                show.moment(job.startedAt()),
                job.title(),
                state(job),
                t("workbench.jobPages.of", Show.number(job.done()), Show.number(job.total())),
                job.refused() == 0 ? "" : Show.number(job.refused()),
                Show.actor(job.actor().code()));
    }

    JobPage page(Job job, Page<JobRefusal> refused, @Nullable String cursor, Who who) {
        boolean running = job.state() == JobState.RUNNING;
        Link body = Link.to(url(job.id()) + "/body");
        return new JobPage(
                job.title(),
                state(job),
                "job/" + job.id(),
                cursor == null ? body.toString() : body.with("cursor", cursor).toString(),
                running,
                job.reached(),
                job.total(),
                t("workbench.jobPages.of", Show.number(job.reached()), Show.number(job.total())),
                running && mayStop(job, who) ? url(job.id()) + "/stop" : "",
                mayUndo(job, who) ? url(job.id()) + "/undo" : "",
                t(
                        "workbench.jobPages.whatWasDoneToIs",
                        Show.number(job.done()),
                        (running ? t("workbench.jobPages.andTheRestIsLeft") : ".")),
                facts(job),
                job.refused() == 0 ? "" : t("workbench.jobPages.couldNotBeDone", Show.number(job.refused())),
                refused.items(),
                Pager.of(
                        refused,
                        Link.to(url(job.id())),
                        "cursor",
                        cursor,
                        t("shared.one.refusal"),
                        t("shared.many.refusals")));
    }

    private List<KeyValue> facts(Job job) {
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.number(t("shared.word.done"), Show.number(job.done())));
        facts.add(KeyValue.number(t("workbench.jobPages.refused"), Show.number(job.refused())));
        if (job.state() == JobState.STOPPED) {
            facts.add(KeyValue.number(t("workbench.jobPages.leftAlone"), Show.number(job.total() - job.reached())));
        }
        facts.add(KeyValue.of(
                t("workbench.jobPages.begunBy"), Show.actor(job.actor().code())));
        facts.add(KeyValue.of(t("workbench.jobPages.begun"), show.moment(job.startedAt())));
        if (job.endedAt() != null) {
            facts.add(KeyValue.of(t("workbench.jobPages.ended"), show.moment(job.endedAt())));
        }
        if (job.undoes() != null) {
            facts.add(KeyValue.link(
                    t("workbench.jobPages.takesBack"), t("workbench.jobPages.theFirstJob"), url(job.undoes())));
        }
        if (job.undoneBy() != null) {
            facts.add(KeyValue.link(
                    t("workbench.jobPages.takenBackBy"), t("workbench.jobPages.aLaterJob"), url(job.undoneBy())));
        }
        return facts;
    }

    private static Chip state(Job job) {
        return switch (job.state()) {
            case RUNNING -> Chip.of(t("workbench.jobPages.running"), Tone.INFO);
            case DONE ->
                job.refused() == 0
                        ? Chip.of(t("shared.word.done"), Tone.GOOD)
                        : Chip.of(t("workbench.jobPages.doneSomeRefused"), Tone.WARN);
            case STOPPED -> Chip.of(t("workbench.jobPages.stopped"), Tone.WARN);
        };
    }

    private static String url(long id) {
        return "/jobs/" + id;
    }
}
