package dev.orderwright.shared.web;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What a module calls the things of one kind that facts are about, so that pages of other modules can name them and lead
 * to them. Every bean of this type is asked for its own kind.
 */
public interface SubjectBook {

    /** As facts have it: {@code order}. */
    String kind();

    /** What people call the kind: {@code Order}. */
    String title();

    /** Those of them that are known, by their ids. */
    Map<Long, Subject> subjects(Collection<Long> ids, Who who);

    /** The one that somebody calls this, by its number for example. */
    Optional<Long> find(String name);

    /**
     * One of them.
     *
     * @param label what people call it: {@code SO-100042}
     * @param url its page; empty when it has none, or none that the caller may open
     */
    record Subject(String label, String url) {}
}
