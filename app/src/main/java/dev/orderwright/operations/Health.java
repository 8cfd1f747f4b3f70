package dev.orderwright.operations;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource;
import dev.orderwright.shared.web.HealthSource.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How everything is: what each part says of itself. A part that cannot even say so is not well. */
@Component
public class Health {

    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final int LAST = 1_000;
    private static final long REMEMBERED_NANOS = 5_000_000_000L;

    private final ObjectProvider<HealthSource> sources;
    private volatile Counted counted = new Counted(0, System.nanoTime() - REMEMBERED_NANOS);

    Health(ObjectProvider<HealthSource> sources) {
        this.sources = sources;
    }

    private record Counted(long wrong, long atNanos) {}

    /** In their order. */
    public List<Sign> signs() {
        List<Sign> signs = new ArrayList<>();
        sources.orderedStream().forEach(source -> signs.addAll(signs(source)));
        signs.sort(Comparator.comparingInt(Sign::order));
        counted = new Counted(signs.stream().filter(Sign::isWrong).count(), System.nanoTime());
        return signs;
    }

    private static List<Sign> signs(HealthSource source) {
        try {
            return source.signs();
        } catch (RuntimeException e) {
            log.warn("{} could not say how it is", source.getClass().getSimpleName(), e);
            return List.of(new Sign(
                    t("operations.health.unreadable"),
                    Chip.of(t("operations.health.doesNotAnswer"), Tone.BAD),
                    String.valueOf(e.getMessage()),
                    List.of(),
                    "",
                    LAST));
        }
    }

    /** How many parts somebody should look at; it may be some seconds old, because every start page asks. */
    public long wrong() {
        Counted last = counted;
        return System.nanoTime() - last.atNanos() < REMEMBERED_NANOS
                ? last.wrong()
                : signs().stream().filter(Sign::isWrong).count();
    }
}
