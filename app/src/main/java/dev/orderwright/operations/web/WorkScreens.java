package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.Readers;
import dev.orderwright.operations.Readers.Reader;
import dev.orderwright.shared.RunningPrograms;
import dev.orderwright.shared.WorkState;
import dev.orderwright.shared.Workers;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WaitingOutside;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The work that nobody has to do by hand: is it done? */
@Controller
class WorkScreens {

    private final Workers workers;
    private final Readers readers;
    private final RunningPrograms programs;
    private final ObjectProvider<WaitingOutside> outside;
    private final WorkWords words;
    private final Moments moments;

    WorkScreens(
            Workers workers,
            Readers readers,
            RunningPrograms programs,
            ObjectProvider<WaitingOutside> outside,
            WorkWords words,
            Moments moments) {
        this.workers = workers;
        this.readers = readers;
        this.programs = programs;
        this.outside = outside;
        this.words = words;
        this.moments = moments;
    }

    /** How moments are shown, and which one is now. */
    @Component
    record Moments(Show show, InstantSource clock) {

        String ago(Instant instant) {
            return Show.ago(instant, clock.instant());
        }

        String at(Instant instant) {
            return show.moment(instant);
        }
    }

    @GetMapping("/admin/work")
    @Requires("system:read")
    WebPage work(Who who) {
        List<WorkState> states = workers.states();
        boolean working = workers.isWorking();
        long failing =
                states.stream().filter(state -> state.failuresInRow() > 0).count();
        String summary = failing == 0
                ? t("operations.work.summary", states.size())
                : t("operations.work.summaryFailing", failing, states.size());
        WorkPage view = new WorkPage(
                summary,
                working,
                states.stream()
                        .sorted(Comparator.comparing(state -> WorkWords.name(state.name())))
                        .map(state -> row(state, working))
                        .toList(),
                outside.orderedStream()
                        .flatMap(source -> source.waitingFor(who).stream())
                        .sorted(Comparator.comparingInt(WaitingOutside.Waiting::order))
                        .map(this::row)
                        .toList(),
                readers.all().stream().map(this::row).toList(),
                programs.running().stream().map(this::row).toList());
        return WebPage.of("operations/work.jte", view, t("operations.work.title"))
                .in("admin")
                .crumb(t("operations.admin.title"), IndexScreens.INDEX)
                .with("console/operations.css");
    }

    private WorkPage.Work row(WorkState state, boolean working) {
        WorkState.Round last = state.last();
        WorkState.Failure failed = state.failed();
        return new WorkPage.Work(
                WorkWords.name(state.name()),
                state.name(),
                words.chip(state, working),
                last == null ? "–" : moments.ago(last.endedAt()),
                last == null ? "–" : Sizes.time(last.took()),
                Show.number(state.done()),
                Show.number(state.rounds()),
                WorkWords.why(state),
                failed == null ? "" : moments.at(failed.at()));
    }

    private WorkPage.Waiting row(WaitingOutside.Waiting waiting) {
        Instant oldest = waiting.oldest();
        Chip state = waiting.count() == 0
                ? Chip.of(t("operations.work.nothingWaits"))
                : waiting.needsPerson()
                        ? Chip.of(t("operations.work.needsSomebody"), Tone.WARN)
                        : Chip.of(t("operations.work.goesOn"), Tone.INFO);
        return new WorkPage.Waiting(
                waiting.what(),
                Show.number(waiting.count()),
                oldest == null || waiting.count() == 0 ? "–" : moments.ago(oldest),
                state,
                waiting.url());
    }

    private WorkPage.ReaderRow row(Reader reader) {
        Chip state = !reader.isFollowing()
                ? Chip.of(t("operations.work.rests"))
                : reader.isLate()
                        ? Chip.of(t("operations.work.late"), Tone.WARN)
                        : Chip.of(t("operations.health.upToDate"), Tone.GOOD);
        Instant oldest = reader.oldest();
        return new WorkPage.ReaderRow(
                WorkWords.name(reader.name()),
                reader.name(),
                state,
                WorkWords.behind(reader),
                oldest == null || !reader.isFollowing() ? "–" : moments.ago(oldest));
    }

    private WorkPage.ProgramRow row(RunningPrograms.Running program) {
        return new WorkPage.ProgramRow(
                Integer.toString(program.slot()),
                program.owner(),
                moments.at(program.heardOfUntil()),
                program.isThisOne());
    }
}
