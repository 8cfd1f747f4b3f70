package dev.orderwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignInThrottleRulesTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void afterSixFailuresAnAccountHasOneTryEveryHalfMinute() {
        fail(6, "10.0.0.1", "ann");
        assertThat(throttle.wait("10.0.0.2", "ann")).hasValue(Duration.ofSeconds(30));

        clock.advance(Duration.ofSeconds(20));
        assertThat(throttle.wait("10.0.0.2", "ann")).hasValue(Duration.ofSeconds(10));

        clock.advance(Duration.ofSeconds(10));
        assertThat(throttle.wait("10.0.0.2", "ann")).isEmpty();
        fail(1, "10.0.0.2", "ann");
        assertThat(throttle.wait("10.0.0.2", "ann")).hasValue(Duration.ofSeconds(30));
    }

    @Test
    void oneAccountsFailuresDoNotStopAnother() {
        fail(6, "10.0.0.1", "ann");

        assertThat(throttle.wait("10.0.0.1", "bob")).isEmpty();
    }

    @Test
    void anAddressThatTriesManyAccountsIsStoppedForAll() {
        for (int i = 0; i < SignInThrottle.ADDRESS_FAILURES_MAX; i++) {
            throttle.failed("10.0.0.1", "account" + i);
        }

        assertThat(throttle.wait("10.0.0.1", "someone else")).hasValue(SignInThrottle.ADDRESS_REFILL);
        assertThat(throttle.wait("10.0.0.2", "someone else")).isEmpty();
    }

    @Test
    void theRightPasswordGivesTheAccountItsTriesBackButNotTheAddress() {
        for (int i = 0; i < SignInThrottle.ADDRESS_FAILURES_MAX; i++) {
            throttle.failed("10.0.0.1", "ann");
        }
        throttle.succeeded("ann");

        assertThat(throttle.wait("10.0.0.2", "ann")).isEmpty();
        assertThat(throttle.wait("10.0.0.1", "ann")).isPresent();
    }

    @Test
    void aClockThatGoesBackLocksNobodyOutForLonger() {
        fail(6, "10.0.0.1", "ann");
        clock.advance(Duration.ofHours(-1));
        assertThat(throttle.wait("10.0.0.2", "ann").orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(30));
    }

    private void fail(int times, String address, String login) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, login);
        }
    }
}
