package dev.orderwright.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: failures empty a bucket for the account and one for the address; while either is empty, nobody
 * is let in from there. The buckets refill by themselves, so nobody stays locked out. Each program node counts for
 * itself.
 */
@Component
class SignInThrottle {

    static final int ACCOUNT_FAILURES_MAX = 6;
    static final Duration ACCOUNT_REFILL = Duration.ofSeconds(30);
    static final int ADDRESS_FAILURES_MAX = 60;
    static final Duration ADDRESS_REFILL = Duration.ofSeconds(2);

    private static final int BUCKETS_MAX = 20_000;

    private final InstantSource clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > BUCKETS_MAX;
        }
    };

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** What is left at a moment, in milliseconds of refilling: one try costs the time it takes to refill one. */
    private record Bucket(long leftMillis, Instant at) {

        Bucket at(Instant now, int size, Duration refill) {
            long gained = Math.max(0, Duration.between(at, now).toMillis());
            return new Bucket(Math.min(size * refill.toMillis(), leftMillis + gained), now);
        }
    }

    /** How long to wait before the next try, none when one is free. */
    synchronized Optional<Duration> wait(String address, String login) {
        return waitFor(account(login), ACCOUNT_FAILURES_MAX, ACCOUNT_REFILL).or(() -> wait(address));
    }

    synchronized Optional<Duration> wait(String address) {
        return waitFor(place(address), ADDRESS_FAILURES_MAX, ADDRESS_REFILL);
    }

    synchronized void failed(String address, String login) {
        take(account(login), ACCOUNT_FAILURES_MAX, ACCOUNT_REFILL);
        failed(address);
    }

    synchronized void failed(String address) {
        take(place(address), ADDRESS_FAILURES_MAX, ADDRESS_REFILL);
    }

    /** The right password gives the account its tries back, the address keeps count. */
    synchronized void succeeded(String login) {
        buckets.remove(account(login));
    }

    private Optional<Duration> waitFor(String key, int size, Duration refill) {
        long missing = refill.toMillis() - current(key, size, refill).leftMillis();
        return missing <= 0 ? Optional.empty() : Optional.of(Duration.ofMillis(missing));
    }

    private void take(String key, int size, Duration refill) {
        Bucket bucket = current(key, size, refill);
        buckets.put(key, new Bucket(Math.max(0, bucket.leftMillis() - refill.toMillis()), bucket.at()));
    }

    private Bucket current(String key, int size, Duration refill) {
        Instant now = clock.instant();
        return buckets.getOrDefault(key, new Bucket(size * refill.toMillis(), now))
                .at(now, size, refill);
    }

    private static String account(String login) {
        return "account " + login;
    }

    private static String place(String address) {
        return "address " + address;
    }
}
