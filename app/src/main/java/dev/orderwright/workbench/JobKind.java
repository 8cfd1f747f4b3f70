package dev.orderwright.workbench;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of bulk action: what it does with each of many subjects, and how that is taken back. Modules declare theirs as
 * beans.
 *
 * @param <W> what is to be done with each, a record that can be written as JSON and read back
 */
public interface JobKind<W> {

    /** The most subjects that one call gets, and one transaction holds. */
    int SET_MAX = 100;

    /** Stable: {@code hold-orders}. */
    String name();

    Class<W> wishType();

    /** What it is called on screens: {@code Hold 500 orders}. */
    String title(W wish, int count);

    /**
     * Deals with a set of subjects in the caller's transaction. One outcome for each, in order: what is refused leaves the
     * others alone. The answer says what {@link #undo} needs to take it back, empty when it cannot be.
     *
     * @param subjects ascending, so that locks are taken in one order
     */
    List<Outcome<String>> run(Run run, W wish, List<Long> subjects);

    /** The permission that taking it back needs; null when it cannot be taken back. */
    default @Nullable String undoPermission(W wish) {
        return null;
    }

    /**
     * Takes back what {@link #run} has done with these; one outcome for each, in order, with an empty answer.
     *
     * @param done ascending by subject
     */
    default List<Outcome<String>> undo(Run run, W wish, List<Done> done) {
        throw new IllegalStateException(name() + " cannot be taken back");
    }

    /** How subjects are called, and where they can be looked at. Unknown ones are left out. */
    Map<Long, Subject> subjects(W wish, Collection<Long> ids);

    /**
     * One of many, as screens show it.
     *
     * @param url its page
     */
    record Subject(String label, String url) {}

    /**
     * A subject that was dealt with.
     *
     * @param undo what {@link #run} answered
     */
    record Done(long subject, String undo) {}
}
