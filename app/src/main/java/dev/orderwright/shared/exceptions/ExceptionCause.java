package dev.orderwright.shared.exceptions;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way in which things go wrong, with the exceptions that there are of it and what mends them. An exception is not a
 * thing of its own: it is there as long as the state of its owner says so, and nobody else keeps it.
 */
public interface ExceptionCause {

    /** The most fixes of a cause: each has a key from 1 to 9. */
    int FIXES_MAX = 9;

    /** Stable, as addresses have it: {@code label-failed}. */
    String name();

    /** What people call it, in the language of who reads. */
    String title();

    /** What has happened, and what waits for it: one or two sentences. */
    String meaning();

    /** Small numbers stand first. */
    int place();

    /** Whoever has one of these works on it. */
    Set<String> permissions();

    /** What mends it, the best first; the first is on key 1. The same for all exceptions of the cause. */
    List<Fix> fixes();

    /** Those that are there now, the oldest first, by a cursor of the cause's own. */
    Page<OpenException> list(Reach reach, @Nullable String cursor, int limit);

    /** Those of some that are there now; what was mended meanwhile is left out. */
    List<OpenException> find(Collection<Long> ids);

    /**
     * Ids of what could be among the exceptions of an order; {@link #find} tells which of them are. Where an exception is
     * about the order itself, that is its own id.
     */
    default List<Long> ofOrder(Reach reach, long orderId) {
        return List.of(orderId);
    }

    /**
     * Mends a set as part of the caller's command: one outcome for each, in order. What is refused leaves the others alone,
     * so it is refused before anything of it is written. The answer says what {@link #undo} needs to take it back, empty
     * when it cannot be.
     *
     * @param open of this cause, there just now, and open to this fix
     */
    List<Outcome<String>> fix(Mending mending, List<OpenException> open);

    /**
     * Takes back what a fix with an {@linkplain Fix#undoPermission() undo} has done: one outcome for each answer of
     * {@link #fix}, in order, with an empty answer.
     */
    default List<Outcome<String>> undo(Mending mending, List<String> answers) {
        throw new IllegalStateException(name() + " cannot be taken back: " + mending.fix());
    }
}
