package dev.orderwright.promising;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.SourcingStrategy.Rule;
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
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The versions of the sourcing strategy. */
@Component
public class Strategies {

    /** So long after another program has made a version orders may still be planned by the one before. */
    static final Duration AGE_MAX = Duration.ofSeconds(2);

    private static final int KNOWN_MAX = 50;
    private static final Made FIRST = new Made(SourcingStrategy.FIRST, "", "system:setup", Instant.EPOCH);

    private final StrategyStore store;
    private final Commands commands;
    private volatile @Nullable Known known;

    Strategies(StrategyStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
    }

    /**
     * A version with who made it.
     *
     * @param why in the words of who made it
     * @param by {@code user:ann}
     */
    public record Made(SourcingStrategy strategy, String why, String by, Instant at) {}

    /**
     * What somebody wants the strategy to be.
     *
     * @param seen the version that was on the screen, so that nobody undoes what somebody else has just said
     * @param from null for now
     * @param rules all of them; a channel without a rule, where there is none for all others, goes by fewest shipments
     * @param draft whether nothing goes by it yet
     */
    public record Wish(int seen, @Nullable Instant from, List<Rule> rules, String why, boolean draft) {

        /** A version that takes over. */
        public Wish(int seen, @Nullable Instant from, List<Rule> rules, String why) {
            this(seen, from, rules, why, false);
        }
    }

    /** What was read when, by {@link System#nanoTime}. */
    private record Known(List<SourcingStrategy> newestFirst, long readAt) {}

    /** By which orders go that are planned at that moment. */
    public Made at(Instant at) {
        return inForce().stream()
                .filter(made -> !made.strategy().validFrom().isAfter(at))
                .findFirst()
                .orElse(FIRST);
    }

    /** The latest versions without drafts, the newest first; the one with which the program began is the last. */
    public List<Made> inForce() {
        return withFirst(store.inForce(KNOWN_MAX), KNOWN_MAX);
    }

    /** The latest versions, the newest first; the one with which the program began is the last. */
    public List<Made> latest(int limit) {
        return withFirst(store.latest(limit), limit);
    }

    private static List<Made> withFirst(List<Made> stored, int limit) {
        List<Made> made = new ArrayList<>(stored);
        if (made.size() < limit) {
            made.add(FIRST);
        }
        return made;
    }

    public Optional<Made> byVersion(int version) {
        return version == 0 ? Optional.of(FIRST) : store.byVersion(version);
    }

    /** The latest versions, the newest first, for planning: at most {@link #AGE_MAX} old, mostly without a question. */
    List<SourcingStrategy> known() {
        Known now = known;
        if (now == null || System.nanoTime() - now.readAt() > AGE_MAX.toNanos()) {
            long readAt = System.nanoTime();
            now = new Known(
                    store.inForce(KNOWN_MAX).stream().map(Made::strategy).toList(), readAt);
            known = now;
        }
        return now.newestFirst();
    }

    /** Makes the next version. */
    public Outcome<Made> make(Cause cause, Wish wish) {
        Outcome<Made> outcome =
                commands.once(cause, "make-sourcing-strategy", wish, Made.class, run -> make(run, wish));
        known = null;
        return outcome;
    }

    private Outcome<Made> make(Run run, Wish wish) {
        List<Refusal> refusals = StrategyRules.refusals(wish, run.at());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        int latest = latest(1).getFirst().strategy().version();
        Instant from = wish.draft() ? SourcingStrategy.NEVER : Objects.requireNonNullElse(wish.from(), run.at());
        SourcingStrategy strategy = new SourcingStrategy(latest + 1, from, wish.rules());
        Made made = new Made(strategy, wish.why().strip(), run.actor().code(), run.at());
        if (wish.seen() != latest || !store.insert(made)) {
            return Outcome.refused(List.of(
                    Refusal.of("stale-version", "version", t("promising.refusal.somebodyElseHasChanged", latest))));
        }
        run.fact(new Fact(
                "sourcing-strategy",
                strategy.version(),
                "SourcingStrategyMade",
                Facts.data(
                        "version",
                        strategy.version(),
                        "from",
                        strategy.isDraft() ? "" : strategy.validFrom(),
                        "why",
                        made.why(),
                        "rules",
                        strategy.rules())));
        return Outcome.done(made);
    }
}
