package dev.orderwright.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.operations.DatabaseState.Copies;
import dev.orderwright.operations.DatabaseState.Safety;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatabaseRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Safety SAFE = new Safety(true, "on", true, true);
    private static final Copies ALONE = new Copies(false, 0, false, false, null, null);

    private static DatabaseState state(Safety safety, Copies copies, int connections, long millis, long minutes) {
        return new DatabaseState(
                "18.6",
                NOW,
                Duration.ofMillis(millis),
                1_000_000,
                connections,
                100,
                Duration.ofMinutes(minutes),
                1_000,
                safety,
                copies);
    }

    private static DatabaseState with(Safety safety) {
        return state(safety, ALONE, 8, 2, 0);
    }

    private static DatabaseState with(Copies copies) {
        return state(SAFE, copies, 8, 2, 0);
    }

    private static Copies archived(@Nullable Instant archived, @Nullable Instant failed) {
        return new Copies(false, 0, false, true, archived, failed);
    }

    @Test
    void aSafeDatabaseWithRoomNeedsNobody() {
        assertThat(DatabaseRules.findings(with(SAFE))).isEmpty();
        assertThat(DatabaseRules.findings(with(new Safety(true, "local", true, true))))
                .isEmpty();
    }

    @Test
    void whatAPowerCutWouldLoseIsBadAndComesFirst() {
        assertThat(DatabaseRules.findings(with(new Safety(false, "off", false, false))))
                .containsExactly(
                        DatabaseFinding.NOTHING_IS_SAFE,
                        DatabaseFinding.PAGES_MAY_BREAK,
                        DatabaseFinding.COMMITS_DO_NOT_WAIT,
                        DatabaseFinding.NO_CHECKSUMS);
        assertThat(DatabaseFinding.COMMITS_DO_NOT_WAIT.isBad()).isTrue();
        assertThat(DatabaseFinding.NO_CHECKSUMS.isBad()).isFalse();
    }

    @Test
    void connectionsAreWatchedBeforeTheyAreGone() {
        assertThat(DatabaseRules.findings(state(SAFE, ALONE, 79, 2, 0))).isEmpty();
        assertThat(DatabaseRules.findings(state(SAFE, ALONE, 80, 2, 0)))
                .containsExactly(DatabaseFinding.FEW_CONNECTIONS_LEFT);
        assertThat(DatabaseRules.findings(state(SAFE, ALONE, 95, 2, 0)))
                .containsExactly(DatabaseFinding.NO_CONNECTIONS_LEFT);
    }

    @Test
    void slownessAndLongTransactionsAreTold() {
        assertThat(DatabaseRules.findings(state(SAFE, ALONE, 8, 251, 11)))
                .containsExactly(DatabaseFinding.LONG_TRANSACTION, DatabaseFinding.SLOW);
    }

    @Test
    void aCopyIsWantedWhereCommitsWaitForOne() {
        assertThat(DatabaseRules.findings(with(new Copies(false, 0, true, false, null, null))))
                .containsExactly(DatabaseFinding.NO_STANDBY);
        assertThat(DatabaseRules.findings(with(new Copies(false, 1, true, false, null, null))))
                .isEmpty();
        assertThat(DatabaseRules.findings(with(new Copies(true, 0, false, false, null, null))))
                .containsExactly(DatabaseFinding.IS_A_COPY);
    }

    @Test
    void archivingFailsWhileItsLastFailureIsNewerThanItsLastSuccess() {
        assertThat(DatabaseRules.findings(with(archived(NOW, null)))).isEmpty();
        assertThat(DatabaseRules.findings(with(archived(NOW, NOW.minusSeconds(1)))))
                .isEmpty();
        assertThat(DatabaseRules.findings(with(archived(NOW.minusSeconds(1), NOW))))
                .containsExactly(DatabaseFinding.ARCHIVING_FAILS);
        assertThat(DatabaseRules.findings(with(archived(null, NOW)))).containsExactly(DatabaseFinding.ARCHIVING_FAILS);
    }
}
