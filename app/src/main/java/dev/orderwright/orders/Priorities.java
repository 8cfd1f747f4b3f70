package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who comes first, wherever orders wait: the versions of the formula by which lines, lists and releases go. */
@Component
public class Priorities {

    /** So long after another program has made a version lists may still go by the one before. */
    static final Duration AGE_MAX = Duration.ofSeconds(2);

    private static final Made FIRST = new Made(PriorityFormula.FIRST, "", "system:setup", Instant.EPOCH);

    private final PriorityStore store;
    private final Commands commands;
    private volatile @Nullable Known known;

    Priorities(PriorityStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
    }

    /**
     * A version with who made it.
     *
     * @param why in the words of who made it
     * @param by {@code user:ann}
     */
    public record Made(PriorityFormula formula, String why, String by, Instant at) {}

    /**
     * What somebody wants the formula to be.
     *
     * @param seen the version that was on the screen, so that nobody undoes what somebody else has just said
     * @param formula its version does not count
     */
    public record Wish(int seen, PriorityFormula formula, String why) {}

    /**
     * An order in the line of those that wait for stock or for release.
     *
     * @param place under the formula that is asked about, from 1
     * @param placeNow under the one in force
     */
    public record Place(long place, long placeNow, String number, String currency, Standing standing) {}

    /** What was read when, by {@link System#nanoTime}. */
    private record Known(PriorityFormula formula, long readAt) {}

    /** By which everything goes: at most {@link #AGE_MAX} old, mostly without a question. */
    public PriorityFormula current() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt() > AGE_MAX.toNanos()) {
            long readAt = System.nanoTime();
            now = new Known(latest(1).getFirst().formula(), readAt);
            known = now;
        }
        return now.formula();
    }

    /** The latest versions, the newest first; the one with which the program began is the last. */
    public List<Made> latest(int limit) {
        List<Made> made = new ArrayList<>(store.latest(limit));
        if (made.size() < limit) {
            made.add(FIRST);
        }
        return made;
    }

    public Optional<Made> byVersion(int version) {
        return version == 0 ? Optional.of(FIRST) : store.byVersion(version);
    }

    /** What is wrong with a formula. */
    public List<Refusal> refusals(PriorityFormula formula) {
        return PriorityRules.refusals(formula);
    }

    /** The beginning of the line as it would be under a formula, and where those orders stand now. */
    public List<Place> line(PriorityFormula formula, int limit) {
        return store.line(latest(1).getFirst().formula(), formula, limit);
    }

    /** Makes the next version; everything goes by it at once. */
    public Outcome<Made> make(Cause cause, Wish wish) {
        Outcome<Made> outcome = commands.once(cause, "make-priority-formula", wish, Made.class, run -> make(run, wish));
        known = null;
        return outcome;
    }

    private Outcome<Made> make(Run run, Wish wish) {
        List<Refusal> refusals = PriorityRules.refusals(wish);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        int latest = latest(1).getFirst().formula().version();
        PriorityFormula wished = wish.formula();
        PriorityFormula formula = new PriorityFormula(
                latest + 1,
                wished.priority(),
                wished.day(),
                wished.age(),
                wished.value(),
                wished.valueMax(),
                wished.channels());
        Made made = new Made(formula, wish.why().strip(), run.actor().code(), run.at());
        if (wish.seen() != latest || !store.insert(made)) {
            return Outcome.refused(
                    List.of(Refusal.of("stale-version", "version", t("orders.refusal.formulaHasChanged", latest))));
        }
        run.fact(new Fact(
                "priority-formula",
                formula.version(),
                "PriorityFormulaMade",
                Facts.data(
                        "version",
                        formula.version(),
                        "why",
                        made.why(),
                        "priority",
                        formula.priority(),
                        "day",
                        formula.day(),
                        "age",
                        formula.age(),
                        "value",
                        formula.value(),
                        "valueMax",
                        formula.valueMax(),
                        "channels",
                        formula.channels())));
        return Outcome.done(made);
    }
}
