package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.Readers.Reader;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.WorkState;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What people call the program's own work, and how it is doing. */
@Component
class WorkWords {

    private static final String KEY = "operations.Work.";

    /** Once is bad luck: the database was away for a moment, and the next round finds it again. */
    private static final int FAILING = 3;

    private static final Duration MAY_LAG = Duration.ofMinutes(2);

    /** A round that has failed is soon tried again; one that failed long ago says nothing of now. */
    private final InstantSource clock;

    WorkWords(InstantSource clock) {
        this.clock = clock;
    }

    /** {@code Fill backorders}; {@code count-sheep} becomes {@code Count sheep} while nobody has better words for it. */
    static String name(String name) {
        String key = KEY + name.toUpperCase(Locale.ROOT).replace('-', '_');
        if (Texts.has(key)) {
            return Texts.t(key);
        }
        String words = name.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static boolean isFailing(WorkState state) {
        return state.failuresInRow() >= FAILING;
    }

    /** @param working whether this program does such work at all */
    Chip chip(WorkState state, boolean working) {
        if (!working) {
            return Chip.of(t("operations.work.off"), Tone.WARN);
        }
        if (isFailing(state)) {
            return Chip.of(t("operations.work.failing"), Tone.BAD);
        }
        if (state.failuresInRow() > 0) {
            return Chip.of(t("operations.work.failed"), Tone.WARN);
        }
        if (state.behind().compareTo(MAY_LAG) > 0) {
            return Chip.of(t("operations.work.late"), Tone.WARN);
        }
        Instant begun = state.begunAt();
        return begun == null
                ? Chip.of(t("operations.work.rests"))
                : new Chip(t("operations.work.atWork"), Tone.INFO, Show.age(begun, clock.instant()));
    }

    /** Why its last round failed that did; empty while none has. */
    static String why(WorkState state) {
        return state.failed() == null ? "" : state.failed().why();
    }

    static String behind(Reader reader) {
        if (!reader.isFollowing()) {
            return t("operations.work.doesNotFollow");
        }
        if (reader.behind() == 0) {
            return t("operations.work.allRead");
        }
        String many = reader.behind() > Facts.BEHIND_COUNTED_MAX
                ? t("operations.work.moreThan", Show.number(Facts.BEHIND_COUNTED_MAX))
                : Show.number(reader.behind());
        return t("operations.work.factsBehind", many);
    }

    static String age(Reader reader, Instant now) {
        return reader.oldest() == null || !reader.isFollowing()
                ? ""
                : t("operations.work.oldestOf", Show.age(reader.oldest(), now));
    }
}
