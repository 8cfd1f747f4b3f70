package dev.orderwright.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param fileId the stored file
 * @param sha256 of the file as it was sent, in hexadecimal
 * @param bytes length of the file as it was sent
 * @param phase what is being done, in words for a person
 * @param done how much of the phase is done, of {@code total}; rows of the file, mostly
 * @param total 0 while it is not known
 * @param report JSON, once it is done
 * @param problem JSON with {@code code}, {@code title} and {@code detail}, when it failed
 */
public record ImportJob(
        long id,
        ImportWish wish,
        long fileId,
        String sha256,
        long bytes,
        ImportState state,
        String phase,
        long done,
        long total,
        @Nullable String report,
        @Nullable String problem,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt) {}
