package dev.orderwright.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of the database's state somebody should look at. */
final class DatabaseRules {

    private static final Duration SLOW = Duration.ofMillis(250);
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final double FEW_LEFT = 0.8;
    private static final double NONE_LEFT = 0.95;

    /** The database itself stops at about two billion. */
    private static final long ROWS_TOO_OLD = 1_500_000_000;

    private DatabaseRules() {}

    /** The worst first. */
    static List<DatabaseFinding> findings(DatabaseState state) {
        List<DatabaseFinding> findings = new ArrayList<>();
        DatabaseState.Safety safety = state.safety();
        DatabaseState.Copies copies = state.copies();
        double taken = (double) state.connections() / Math.max(1, state.connectionsMax());
        add(findings, !safety.writesThrough(), DatabaseFinding.NOTHING_IS_SAFE);
        add(findings, !safety.wholePages(), DatabaseFinding.PAGES_MAY_BREAK);
        add(findings, safety.commitWaits().equals("off"), DatabaseFinding.COMMITS_DO_NOT_WAIT);
        add(findings, copies.isCopy(), DatabaseFinding.IS_A_COPY);
        add(findings, copies.standbyWanted() && copies.standbys() == 0, DatabaseFinding.NO_STANDBY);
        add(findings, taken >= NONE_LEFT, DatabaseFinding.NO_CONNECTIONS_LEFT);
        add(findings, state.oldestRow() > ROWS_TOO_OLD, DatabaseFinding.NUMBERS_RUN_OUT);
        add(findings, taken >= FEW_LEFT && taken < NONE_LEFT, DatabaseFinding.FEW_CONNECTIONS_LEFT);
        add(findings, isAfter(copies.archivingFailedAt(), copies.archivedAt()), DatabaseFinding.ARCHIVING_FAILS);
        add(findings, state.longestTransaction().compareTo(LONG) > 0, DatabaseFinding.LONG_TRANSACTION);
        add(findings, state.answered().compareTo(SLOW) > 0, DatabaseFinding.SLOW);
        add(findings, !safety.checksums(), DatabaseFinding.NO_CHECKSUMS);
        return findings;
    }

    private static void add(List<DatabaseFinding> findings, boolean found, DatabaseFinding finding) {
        if (found) {
            findings.add(finding);
        }
    }

    private static boolean isAfter(@Nullable Instant one, @Nullable Instant other) {
        return one != null && (other == null || one.isAfter(other));
    }
}
