package dev.orderwright.shared.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module that has asked something of the world outside, or has something to tell it, and waits: for a carrier, a payment
 * provider, a mail server. Every bean of this type is asked; what waits stays with its owner.
 */
public interface WaitingOutside {

    /** What the caller may see of it, also where nothing waits now. */
    List<Waiting> waitingFor(Who who);

    /**
     * One queue.
     *
     * @param what waits: {@code Labels that carriers were asked for}
     * @param oldest since when the first of them waits; null when none does, or when that is not known
     * @param url the rows behind the number; empty when there is no page of them
     * @param needsPerson whether it waits for a person, and not for somebody's answer
     * @param order small numbers stand first
     */
    record Waiting(String what, long count, @Nullable Instant oldest, String url, boolean needsPerson, int order) {}
}
