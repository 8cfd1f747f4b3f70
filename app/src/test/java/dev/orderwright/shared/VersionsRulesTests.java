package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionsRulesTests {

    @Test
    void whatIsAsItWasSeenMayBeChangedAndSoMayAnythingByWhoDoesNotCare() {
        assertThat(Versions.stale(3, 3, "FO-1")).isEmpty();
        assertThat(Versions.stale(null, 3, "FO-1")).isEmpty();
        assertThat(Versions.stale(1_000, 1_000, "FO-1")).isEmpty();
    }

    @Test
    void whatHasChangedSinceIsRefusedByItsName() {
        assertThat(Versions.stale(2, 3, "FO-1")).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("stale-version");
            assertThat(refusal.field()).isEqualTo("If-Match");
            assertThat(refusal.reason()).contains("FO-1", "version 2", "version 3");
        });
    }

    @Test
    void whatIsToBeMadeMayNotBeThereAndWhatIsToBeChangedMust() {
        Refusal taken = Refusal.of("taken", "It is there.");
        Refusal unknown = Refusal.of("unknown", "It is not there.");
        assertThat(Versions.unexpected(null, null, "X", taken, unknown)).isEmpty();
        assertThat(Versions.unexpected(null, 4, "X", taken, unknown)).isEmpty();
        assertThat(Versions.unexpected(Versions.NEW, null, "X", taken, unknown)).isEmpty();
        assertThat(Versions.unexpected(Versions.NEW, 4, "X", taken, unknown)).hasValue(taken);
        assertThat(Versions.unexpected(4, null, "X", taken, unknown)).hasValue(unknown);
        assertThat(Versions.unexpected(4, 4, "X", taken, unknown)).isEmpty();
        assertThat(Versions.unexpected(3, 4, "X", taken, unknown))
                .hasValueSatisfying(refusal -> assertThat(refusal.code()).isEqualTo("stale-version"));
    }
}
