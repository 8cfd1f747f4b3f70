package dev.orderwright.channels.retail.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a run of bytes means, so that a text that comes again and again is decoded once and held once. It has
 * a fixed number of places; two texts that fall on the same place take turns.
 */
final class ByteCache<T> {

    /** Gives the meaning of some bytes, or null when they have none. */
    interface Meaning<T> {
        @Nullable
        T of(byte[] bytes, int from, int to);
    }

    private record Entry<T>(byte[] bytes, T value) {}

    private final Meaning<T> meaning;
    private final @Nullable Entry<T>[] entries;
    private final int mask;

    ByteCache(int places, Meaning<T> meaning) {
        this.meaning = meaning;
        this.entries = array(Integer.highestOneBit(places));
        this.mask = entries.length - 1;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <T> @Nullable Entry<T>[] array(int length) {
        return new Entry[length];
    }

    @Nullable
    T get(byte[] bytes, int from, int to) {
        int place = place(bytes, from, to);
        Entry<T> known = entries[place];
        if (known != null && Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, to)) {
            return known.value;
        }
        T value = meaning.of(bytes, from, to);
        if (value != null) {
            entries[place] = new Entry<>(Arrays.copyOfRange(bytes, from, to), value);
        }
        return value;
    }

    private int place(byte[] bytes, int from, int to) {
        int hash = to - from;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        return (hash ^ (hash >>> 15)) & mask;
    }
}
