package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what callers send: all of it, or every reason why not. */
public final class Inputs {

    private Inputs() {}

    /** Reads one input. */
    @FunctionalInterface
    public interface Reading<I, D> {

        /**
         * Reads it, or adds why that cannot be done.
         *
         * @param at stands before the names of its fields
         */
        Optional<D> read(I input, String at, List<Refusal> refusals);
    }

    /** An input that the address names. */
    public static <I, D> D one(I input, Reading<I, D> reading) {
        List<Refusal> refusals = new ArrayList<>();
        return reading.read(input, "", refusals).orElseThrow(() -> ApiRefusal.of(refusals));
    }

    /** @param list what the body calls the list */
    public static <I, D> List<D> all(@Nullable List<@Nullable I> inputs, String list, Reading<I, D> reading) {
        List<Refusal> refusals = new ArrayList<>();
        List<D> read = new ArrayList<>();
        if (inputs != null) {
            for (int i = 0; i < inputs.size(); i++) {
                String at = list + "[" + i + "]";
                I input = inputs.get(i);
                if (input == null) {
                    refusals.add(Refusal.of("missing", at, "There is nothing here."));
                } else {
                    reading.read(input, at + ".", refusals).ifPresent(read::add);
                }
            }
        }
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
        return read;
    }
}
