package dev.orderwright.operations;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the database says of itself.
 *
 * @param answered how long it took to say so
 * @param connections how many there are, of all programs, of {@code connectionsMax}
 * @param longestTransaction how long the oldest transaction of this database has been open
 * @param oldestRow transactions since the oldest row that was not made safe against their numbers running out
 */
public record DatabaseState(
        String version,
        Instant startedAt,
        Duration answered,
        long bytes,
        int connections,
        int connectionsMax,
        Duration longestTransaction,
        long oldestRow,
        Safety safety,
        Copies copies) {

    /**
     * Whether what was promised survives a power cut.
     *
     * @param writesThrough {@code fsync}
     * @param commitWaits {@code synchronous_commit}: off when a commit does not wait until it is written down
     * @param wholePages {@code full_page_writes}
     * @param checksums whether damage of the disk is noticed
     */
    public record Safety(boolean writesThrough, String commitWaits, boolean wholePages, boolean checksums) {}

    /**
     * Whether there is another copy of it.
     *
     * @param isCopy whether this is one itself, which takes no writes
     * @param standbys how many copies follow it now
     * @param standbyWanted whether a commit waits for one
     * @param archives whether the log of changes is put aside ({@code archive_mode})
     */
    public record Copies(
            boolean isCopy,
            int standbys,
            boolean standbyWanted,
            boolean archives,
            @Nullable Instant archivedAt,
            @Nullable Instant archivingFailedAt) {}
}
