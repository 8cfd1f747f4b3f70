package dev.orderwright.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A movement as the ledger of an item shows it.
 *
 * @param documentNumber our number of the paper, where it is one of the stock's own
 * @param reference what the other side calls it, or the note on it; empty when there is neither
 * @param actor who did it
 * @param at business time
 * @param recordedAt when the program wrote it
 * @param onHandAfter what was physically there after it, at the nodes that were asked for
 * @param availableAfter what of that was free to promise
 */
public record LedgerEntry(
        long id,
        long fromNodeId,
        Bucket from,
        long toNodeId,
        Bucket to,
        long quantity,
        String reason,
        String documentKind,
        long documentId,
        @Nullable String documentNumber,
        String reference,
        String actor,
        Instant at,
        Instant recordedAt,
        long onHandAfter,
        long availableAfter) {}
