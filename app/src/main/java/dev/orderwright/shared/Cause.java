package dev.orderwright.shared;

import java.time.Instant;

/**
 * Why something is about to happen: who asks, under which idempotency key, and at what business time. Every write has
 * exactly one cause; the same scope and key twice gives the first answer again.
 *
 * @param scope whose keys these are (one client's keys never meet another's)
 * @param key chosen by the caller, at most 255 characters
 * @param at the business time; facts and documents carry it
 */
public record Cause(Actor actor, String scope, String key, Instant at) {

    /** The longest key that is taken. */
    public static final int KEY_LENGTH_MAX = 255;

    public Cause {
        if (key.isBlank() || key.length() > KEY_LENGTH_MAX) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 characters");
        }
    }

    public static Cause of(Actor actor, String key, Instant at) {
        return new Cause(actor, actor.code(), key, at);
    }

    /** A cause of its own for a further step of the same work. */
    public Cause step(String name) {
        return new Cause(actor, scope, key + "/" + name, at);
    }
}
