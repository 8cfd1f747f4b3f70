package dev.orderwright.bench.kill;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The time in which clients work: until it ends they begin new things, and then they finish what they have begun. */
final class Shift {

    private final Attempts attempts = new Attempts();
    private final Set<String> troubles = ConcurrentHashMap.newKeySet();
    private volatile boolean over;
    private volatile long tooLateAt = Long.MAX_VALUE;

    Attempts attempts() {
        return attempts;
    }

    boolean isOver() {
        return over;
    }

    /** Nothing new is begun; what was begun must be answered within this time. */
    void end(Duration toFinish) {
        tooLateAt = System.nanoTime() + toFinish.toNanos();
        over = true;
    }

    boolean isTooLate() {
        return over && System.nanoTime() - tooLateAt > 0;
    }

    /** Keeps what the program said when it should not have: one of a kind. */
    void note(Answer answer) {
        if (answer.status() != 503 && answer.status() != 429) {
            Map<String, Object> kind = Map.of("status", answer.status(), "code", answer.code());
            troubles.add(kind.toString());
        }
    }

    Set<String> troubles() {
        return troubles;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
