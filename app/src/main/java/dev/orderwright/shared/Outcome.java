package dev.orderwright.shared;

import java.util.List;
import java.util.function.Function;

/** What became of a command: done with an answer, or refused with reasons. A refusal is expected; a bug throws. */
public sealed interface Outcome<T> {

    /**
     * It was done.
     *
     * @param replayed true when the answer is the one that was given to an earlier call with the same key
     */
    record Done<T>(T answer, boolean replayed) implements Outcome<T> {}

    /** It was not done, and nothing was changed. */
    record Refused<T>(List<Refusal> refusals) implements Outcome<T> {

        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("a refusal needs a reason");
            }
            refusals = List.copyOf(refusals);
        }

        public Refusal first() {
            return refusals.getFirst();
        }
    }

    static <T> Outcome<T> done(T answer) {
        return new Done<>(answer, false);
    }

    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(List.of(refusal));
    }

    static <T> Outcome<T> refused(String code, String reason) {
        return new Refused<>(List.of(Refusal.of(code, reason)));
    }

    static <T> Outcome<T> refused(List<Refusal> refusals) {
        return new Refused<>(refusals);
    }

    default boolean isDone() {
        return this instanceof Done<T>;
    }

    /** The answer where a refusal would be a bug. */
    default T orThrow() {
        return switch (this) {
            case Done<T>(T answer, boolean replayed) -> answer;
            case Refused<T>(List<Refusal> refusals) -> throw new IllegalStateException("refused: " + refusals);
        };
    }

    default <R> Outcome<R> map(Function<T, R> mapping) {
        return switch (this) {
            case Done<T>(T answer, boolean replayed) -> new Done<>(mapping.apply(answer), replayed);
            case Refused<T>(List<Refusal> refusals) -> new Refused<>(refusals);
        };
    }
}
