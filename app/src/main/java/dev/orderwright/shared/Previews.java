package dev.orderwright.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Knows whether what runs in this thread is a {@linkplain Commands#preview preview}. Whatever goes beyond the database,
 * such as waking others, calling a carrier or handing work to another thread, asks here first, because no rollback would
 * take it back.
 */
public final class Previews {

    private static final ScopedValue<List<Fact>> FACTS = ScopedValue.newInstance();

    private Previews() {}

    public static boolean isRunning() {
        return FACTS.isBound();
    }

    /** Runs the command as a preview; its facts are noted beside. */
    static <A> Preview<A> noting(Supplier<Outcome<A>> command) {
        List<Fact> facts = new ArrayList<>();
        Outcome<A> outcome = ScopedValue.where(FACTS, facts).call(command::get);
        return new Preview<>(outcome, facts);
    }

    static void note(List<Run> runs) {
        if (FACTS.isBound()) {
            runs.forEach(run -> FACTS.get().addAll(run.facts()));
        }
    }
}
