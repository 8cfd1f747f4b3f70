package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.Database;
import dev.orderwright.operations.DatabaseFinding;
import dev.orderwright.operations.DatabaseState;
import dev.orderwright.operations.Disk;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The database, and the disk it lies on. */
@Component
class DatabaseSigns implements HealthSource {

    private final Database database;
    private final Disk disk;
    private final Show show;

    DatabaseSigns(Database database, Disk disk, Show show) {
        this.database = database;
        this.disk = disk;
        this.show = show;
    }

    @Override
    public List<Sign> signs() {
        return List.of(databaseSign(), diskSign());
    }

    private Sign databaseSign() {
        Database.Look look = database.look();
        List<DatabaseFinding> findings = look.findings();
        Chip state = findings.isEmpty()
                ? Chip.of(t("operations.health.answers"), Tone.GOOD)
                : Chip.of(t("operations.health.needsALook"), findings.getFirst().isBad() ? Tone.BAD : Tone.WARN);
        String says = findings.isEmpty()
                ? t("operations.health.databaseIsWell")
                : findings.stream().map(Texts::of).collect(Collectors.joining(" "));
        return new Sign(t("operations.health.database"), state, says, details(look.state()), "", 10);
    }

    private List<KeyValue> details(DatabaseState state) {
        DatabaseState.Safety safety = state.safety();
        List<KeyValue> details = new ArrayList<>();
        details.add(KeyValue.of(t("operations.health.release"), "PostgreSQL " + state.version())
                .hint(t("operations.health.since", show.moment(state.startedAt()))));
        details.add(KeyValue.of(t("operations.health.answeredIn"), Sizes.time(state.answered())));
        details.add(KeyValue.of(t("operations.health.size"), Sizes.bytes(state.bytes())));
        details.add(KeyValue.of(
                t("operations.health.connections"),
                t("operations.health.of", Show.number(state.connections()), Show.number(state.connectionsMax()))));
        details.add(KeyValue.of(t("operations.health.longestTransaction"), Sizes.time(state.longestTransaction())));
        details.add(KeyValue.of(
                        t("operations.health.safety"),
                        "fsync " + onOff(safety.writesThrough()) + ", synchronous_commit "
                                + onOff(safety.commitWaits()))
                .hint("full_page_writes " + onOff(safety.wholePages()) + ", data_checksums "
                        + onOff(safety.checksums())));
        details.add(copies(state.copies()));
        return details;
    }

    private KeyValue copies(DatabaseState.Copies copies) {
        String standbys = copies.standbys() == 0
                ? t("operations.health.noStandby")
                : t("operations.health.standbys", copies.standbys());
        String archive = copies.archives()
                ? t("operations.health.archivedAt", show.moment(copies.archivedAt()))
                : t("operations.health.noArchive");
        return KeyValue.of(t("operations.health.copies"), standbys).hint(archive);
    }

    private static String onOff(boolean on) {
        return on ? t("operations.health.on") : t("operations.health.off");
    }

    /** PostgreSQL knows more than two ways to wait for a commit; the others have names of their own. */
    private static String onOff(String setting) {
        return switch (setting) {
            case "on" -> onOff(true);
            case "off" -> onOff(false);
            default -> setting;
        };
    }

    private Sign diskSign() {
        String title = t("operations.health.disk");
        Optional<Disk.Space> found;
        try {
            found = disk.space();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (found.isEmpty()) {
            return new Sign(
                    title,
                    Chip.of(t("operations.health.notKnown")),
                    t("operations.health.diskElsewhere"),
                    List.of(),
                    "",
                    20);
        }
        Disk.Space space = found.get();
        Chip state = space.isGone()
                ? Chip.of(t("operations.health.nearlyFull"), Tone.BAD)
                : space.isLow()
                        ? Chip.of(t("operations.health.low"), Tone.WARN)
                        : Chip.of(t("operations.health.enough"), Tone.GOOD);
        return new Sign(
                title,
                state,
                space.isLow() ? t("operations.health.diskIsLow") : t("operations.health.diskIsWell"),
                List.of(
                        KeyValue.of(
                                t("operations.health.free"),
                                t("operations.health.of", Sizes.bytes(space.free()), Sizes.bytes(space.total()))),
                        KeyValue.of(t("operations.health.folder"), space.folder())),
                "",
                20);
    }
}
