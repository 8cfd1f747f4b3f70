package dev.orderwright.bench.kill;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Everything that was tried in a round, and when: from it follows how long a fault was felt. */
final class Attempts {

    /** Slower than this is not normal. */
    static final Duration SLOW = Duration.ofSeconds(1);

    private static final int NO_ANSWER = 0;

    private final Queue<Attempt> all = new ConcurrentLinkedQueue<>();

    /** @param status 0 when there was no answer */
    private record Attempt(long begun, long ended, int status) {

        boolean isNormal() {
            return status != NO_ANSWER && status != 429 && status < 500 && ended - begun < SLOW.toNanos();
        }
    }

    void answered(long begun, long ended, int status) {
        all.add(new Attempt(begun, ended, status));
    }

    void unanswered(long begun, long ended) {
        all.add(new Attempt(begun, ended, NO_ANSWER));
    }

    /** From a moment to the first answer after it that said "later". */
    Optional<Duration> firstLater(long since) {
        return all.stream()
                .filter(attempt -> attempt.status == 503 && attempt.ended > since)
                .map(attempt -> Duration.ofNanos(attempt.ended - since))
                .min(Duration::compareTo);
    }

    /** From a moment to the end of the last attempt that was not normal. */
    Duration untilNormal(long since) {
        return notNormal()
                .filter(attempt -> attempt.ended > since)
                .map(attempt -> Duration.ofNanos(attempt.ended - since))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Whether there were attempts since that moment, all of them normal. */
    boolean isNormalSince(long moment) {
        return all.stream().anyMatch(attempt -> attempt.begun > moment)
                && notNormal().noneMatch(attempt -> attempt.ended > moment);
    }

    private Stream<Attempt> notNormal() {
        return all.stream().filter(attempt -> !attempt.isNormal());
    }

    long count() {
        return all.size();
    }

    /** Those whose outcome the client could not know. */
    long unanswered() {
        return all.stream().filter(attempt -> attempt.status == NO_ANSWER).count();
    }

    /** Answers that a program should never give, whatever happens to it: it says "later" with 503. */
    long internalErrors() {
        return all.stream()
                .filter(attempt -> attempt.status >= 500 && attempt.status != 503)
                .count();
    }
}
