package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.Readers;
import dev.orderwright.operations.Readers.Reader;
import dev.orderwright.shared.WorkState;
import dev.orderwright.shared.Workers;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the program does by itself, and how far those are who follow the facts. */
@Component
class WorkSigns implements HealthSource {

    private static final String WORK = "/admin/work";

    private final Workers workers;
    private final Readers readers;
    private final WorkWords words;
    private final InstantSource clock;

    WorkSigns(Workers workers, Readers readers, WorkWords words, InstantSource clock) {
        this.workers = workers;
        this.readers = readers;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<Sign> signs() {
        return List.of(works(), readers());
    }

    private Sign works() {
        List<WorkState> states = workers.states();
        String title = t("operations.health.works");
        if (!workers.isWorking()) {
            return new Sign(
                    title,
                    Chip.of(t("operations.work.off"), Tone.WARN),
                    t("operations.health.worksAreOff"),
                    List.of(),
                    WORK,
                    40);
        }
        List<KeyValue> wrong = states.stream()
                .filter(state -> words.chip(state, true).tone() != Tone.NEUTRAL
                        && words.chip(state, true).tone() != Tone.INFO)
                .map(state -> KeyValue.of(
                                WorkWords.name(state.name()),
                                words.chip(state, true).text())
                        .hint(WorkWords.why(state)))
                .toList();
        boolean failing = states.stream().anyMatch(WorkWords::isFailing);
        Chip chip = wrong.isEmpty()
                ? Chip.of(t("operations.health.runs"), Tone.GOOD)
                : Chip.of(t("operations.health.needsALook"), failing ? Tone.BAD : Tone.WARN);
        String says = wrong.isEmpty()
                ? t("operations.health.worksAreWell", Show.number(states.size()))
                : t("operations.health.worksAreNot", Show.number(wrong.size()), Show.number(states.size()));
        return new Sign(title, chip, says, wrong, WORK, 40);
    }

    private Sign readers() {
        List<Reader> all = readers.all();
        long late = all.stream().filter(Reader::isLate).count();
        List<KeyValue> details = all.stream()
                .map(reader -> KeyValue.of(WorkWords.name(reader.name()), WorkWords.behind(reader))
                        .hint(WorkWords.age(reader, clock.instant())))
                .toList();
        return new Sign(
                t("operations.health.readers"),
                late == 0
                        ? Chip.of(t("operations.health.upToDate"), Tone.GOOD)
                        : Chip.of(t("operations.work.late"), Tone.WARN),
                late == 0 ? t("operations.health.readersAreWell") : t("operations.health.readersAreLate"),
                details,
                WORK + "#readers",
                50);
    }
}
