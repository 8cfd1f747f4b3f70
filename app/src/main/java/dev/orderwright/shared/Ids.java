package dev.orderwright.shared;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;

/**
 * Time-ordered 64-bit identifiers made in the application: 41 bits of milliseconds since 2024, 8 bits for the program
 * node, 14 bits of sequence. No two nodes share a slot (see {@link ProgramNode}), so no two ids are alike; they never
 * go backwards, even when the clock does.
 */
public class Ids {

    private static final long EPOCH_MILLIS = 1_704_067_200_000L;
    private static final int SEQUENCE_BITS = 14;
    private static final int SLOT_BITS = 8;
    static final int SLOTS = 1 << SLOT_BITS;

    private final InstantSource clock;
    private final IntSupplier slot;
    /** Milliseconds and sequence in one number, so that one compare-and-set hands out an id. */
    private final AtomicLong last = new AtomicLong();

    /** @param slot the program's own now, 0 to {@link #SLOTS} - 1; it may be another one later */
    Ids(InstantSource clock, IntSupplier slot) {
        this.clock = clock;
        this.slot = slot;
    }

    /** An id as it stands in an address; empty when it is none. */
    public static Optional<Long> parse(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** When an id was made, by the clock of the program that made it. */
    public static Instant madeAt(long id) {
        return Instant.ofEpochMilli((id >>> (SLOT_BITS + SEQUENCE_BITS)) + EPOCH_MILLIS);
    }

    /** The smallest id that can be made at a moment; ids of earlier moments are smaller. */
    public static long firstAt(Instant moment) {
        return Math.max(0, moment.toEpochMilli() - EPOCH_MILLIS) << (SLOT_BITS + SEQUENCE_BITS);
    }

    public long next() {
        long place = slot.getAsInt();
        long now = (clock.millis() - EPOCH_MILLIS) << SEQUENCE_BITS;
        long tick = last.updateAndGet(previous -> Math.max(previous + 1, now));
        long millis = tick >>> SEQUENCE_BITS;
        long sequence = tick & ((1L << SEQUENCE_BITS) - 1);
        return (millis << (SLOT_BITS + SEQUENCE_BITS)) | (place << SEQUENCE_BITS) | sequence;
    }

    public long[] next(int count) {
        long[] ids = new long[count];
        for (int i = 0; i < count; i++) {
            ids[i] = next();
        }
        return ids;
    }
}
