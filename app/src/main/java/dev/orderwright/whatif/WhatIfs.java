package dev.orderwright.whatif;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.Strategies;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks what would have been: runs are begun here, go on in the background, and can be followed and stopped. */
@Component
public class WhatIfs {

    private final Commands commands;
    private final WhatIfStore store;
    private final Strategies strategies;
    private final Ids ids;
    private final Workers workers;

    WhatIfs(Commands commands, WhatIfStore store, Strategies strategies, Ids ids, Workers workers) {
        this.commands = commands;
        this.store = store;
        this.strategies = strategies;
        this.ids = ids;
        this.workers = workers;
    }

    /** The run that was begun, or stopped. */
    public record Asked(long runId) {}

    /**
     * Begins a run. Refusals: {@code empty-period}, {@code period-too-long}, {@code future-date}, {@code bad-channel},
     * {@code same-version}, {@code unknown-version}.
     */
    public Outcome<Asked> ask(Cause cause, WhatIfWish wish) {
        Outcome<Asked> outcome = commands.once(cause, "ask-what-if", wish, Asked.class, run -> {
            List<Refusal> refusals = new ArrayList<>(WhatIfRules.refusals(wish, run.at()));
            unknown("test", wish.test()).ifPresent(refusals::add);
            Integer base = wish.base();
            if (base != null) {
                unknown("base", base).ifPresent(refusals::add);
            }
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            long id = ids.next();
            store.insert(id, wish, run.actor(), run.at());
            tell(run, id, "WhatIfAsked", Facts.data("test", wish.test(), "from", wish.from(), "until", wish.until()));
            return Outcome.done(new Asked(id));
        });
        workers.wake();
        return outcome;
    }

    private Optional<Refusal> unknown(String field, int version) {
        return strategies.byVersion(version).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("unknown-version", field, t("whatif.refusal.noSuchVersion", version)));
    }

    /** Ends a run before it is done. Refusals: {@code not-found}, {@code run-ended}. */
    public Outcome<Asked> stop(Cause cause, long runId) {
        return commands.once(cause, "stop-what-if", runId, Asked.class, run -> {
            if (store.find(runId).isEmpty()) {
                return Outcome.refused("not-found", t("whatif.refusal.noSuchRun"));
            }
            if (!store.stop(runId, run.at())) {
                return Outcome.refused("run-ended", t("whatif.refusal.hasEnded"));
            }
            tell(run, runId, "WhatIfStopped", Map.of());
            return Outcome.done(new Asked(runId));
        });
    }

    private static void tell(Run run, long id, String type, Map<String, Object> data) {
        run.fact(new Fact("what-if", id, type, data));
    }

    public Optional<WhatIfRun> find(long runId) {
        return store.find(runId);
    }

    /** Runs without their results, the newest first. */
    public Page<WhatIfRun> list(@Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(store.list(before, limit), limit, run -> Cursor.of(run.id()));
    }
}
