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
}
