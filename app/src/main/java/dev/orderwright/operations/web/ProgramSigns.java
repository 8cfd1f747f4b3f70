package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.Program;
import dev.orderwright.operations.ProgramState;
import dev.orderwright.shared.RunningPrograms;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The program that answers, and how many others share the database with it. */
@Component
class ProgramSigns implements HealthSource {

    private final Program program;
    private final RunningPrograms programs;
    private final Show show;

    ProgramSigns(Program program, RunningPrograms programs, Show show) {
        this.program = program;
        this.programs = programs;
        this.show = show;
    }

    @Override
    public List<Sign> signs() {
        ProgramState state = program.state();
        return List.of(memory(state), queues(state));
    }

    private Sign memory(ProgramState state) {
        Chip chip = state.isFull()
                ? Chip.of(t("operations.health.nearlyFull"), Tone.BAD)
                : state.isBusyClearing()
                        ? Chip.of(t("operations.health.needsALook"), Tone.WARN)
                        : Chip.of(t("operations.health.runs"), Tone.GOOD);
        String says = state.isFull()
                ? t("operations.health.memoryIsFull")
                : state.isBusyClearing()
                        ? t("operations.health.memoryIsCleared")
                        : t("operations.health.programIsWell");
        return new Sign(t("operations.health.program"), chip, says, details(state), "", 30);
    }

    private List<KeyValue> details(ProgramState state) {
        List<RunningPrograms.Running> running = programs.running();
        List<KeyValue> details = new ArrayList<>();
        details.add(KeyValue.of(
                        t("operations.health.release"),
                        state.version().isEmpty() ? t("operations.health.unreleased") : state.version())
                .hint(state.java()));
        details.add(KeyValue.of(t("operations.health.up"), Sizes.time(state.up()))
                .hint(t("operations.health.since", show.moment(state.startedAt()))));
        details.add(KeyValue.of(
                        t("operations.health.memory"),
                        t("operations.health.of", Sizes.bytes(state.heapKept()), Sizes.bytes(state.heapMax())))
                .hint(t("operations.health.clearing", Sizes.percent(state.clearing()), state.collector())));
        details.add(KeyValue.of(t("operations.health.cores"), Show.number(state.cores())));
        details.add(KeyValue.link(t("operations.health.programs"), Show.number(running.size()), "/admin/work#programs")
                .hint(t("operations.health.thisOne", slot(running), Long.toString(state.process()))));
        return details;
    }

    private static String slot(List<RunningPrograms.Running> running) {
        return running.stream()
                .filter(RunningPrograms.Running::isThisOne)
                .map(one -> Integer.toString(one.slot()))
                .findFirst()
                .orElse("–");
    }

    private static Sign queues(ProgramState state) {
        boolean wait = state.isShortOfConnections();
        return new Sign(
                t("operations.health.queues"),
                wait
                        ? Chip.of(t("operations.health.needsALook"), Tone.WARN)
                        : Chip.of(t("operations.health.short"), Tone.GOOD),
                wait ? t("operations.health.connectionsAreShort") : t("operations.health.queuesAreWell"),
                List.of(
                        KeyValue.of(
                                t("operations.health.inUse"),
                                t(
                                        "operations.health.of",
                                        Show.number(state.connections()),
                                        Show.number(state.connectionsMax()))),
                        KeyValue.of(t("operations.health.waitForOne"), Show.number(state.waiting())),
                        KeyValue.of(t("operations.health.inside"), Show.number(state.inside())),
                        KeyValue.of(t("operations.health.sentAway"), Show.number(state.sentAway()))
                                .hint(t("operations.health.sinceStart"))),
                "",
                60);
    }
}
