package dev.orderwright.shared;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Remembers for a moment what many ask for at the same time, such as the counts above a list. What it gives may be as old
 * as {@code orderwright.counts-may-be-old} says, one second unless set; nothing is decided by it.
 */
@Component
public class Recent {

    /** On a page that refreshes itself, something this old is better than waiting. */
    private static final Duration SHOWN_FOR = Duration.ofMinutes(1);

    private static final int ENTRIES_MAX = 1_000;

    private static final Logger log = LoggerFactory.getLogger(Recent.class);

    private final long mayBeOld;
    private final LongSupplier nanos;
    private final Executor behind;
    private final Map<Object, Entry> entries = new ConcurrentHashMap<>();

    @Autowired
    Recent(@Value("${orderwright.counts-may-be-old:1s}") Duration mayBeOld) {
        this(
                mayBeOld,
                System::nanoTime,
                task -> Thread.ofVirtual().name("recent").start(task));
    }

    /** @param behind runs what is read again while its reader has the old one */
    Recent(Duration mayBeOld, LongSupplier nanos, Executor behind) {
        this.mayBeOld = mayBeOld.toNanos();
        this.nanos = nanos;
        this.behind = behind;
    }

    private record Known(Object value, long readAt) {}

    private static final class Entry {
        private final AtomicBoolean isReadAgain = new AtomicBoolean();
        private volatile @Nullable Known known;
    }

    /**
     * What was read a moment ago, or is read now; who asks meanwhile waits for the same answer.
     *
     * @param key what it is, with everything it depends on; keys are few, some hundreds at most
     */
    public <K, V> V get(K key, Function<K, V> read) {
        return readOrWait(entry(key), key, read);
    }

    /**
     * The same for a page that asks again by itself: what was read in the last minute is given at once and read again
     * behind the reader's back, so that the next look has it. Only who comes after a pause waits.
     *
     * @param read not told who asks, nor in which language
     */
    public <K, V> V shown(K key, Function<K, V> read) {
        Entry entry = entry(key);
        Known known = entry.known;
        if (known == null || mayBeOld == 0 || age(known) >= SHOWN_FOR.toNanos()) {
            return readOrWait(entry, key, read);
        }
        if (age(known) >= mayBeOld && entry.isReadAgain.compareAndSet(false, true)) {
            behind.execute(() -> readAgain(entry, key, read));
        }
        return value(known);
    }

    private Entry entry(Object key) {
        if (entries.size() >= ENTRIES_MAX) {
            entries.clear(); // days of the past are among them
        }
        return entries.computeIfAbsent(key, any -> new Entry());
    }

    private long age(Known known) {
        return nanos.getAsLong() - known.readAt();
    }

    private <K, V> V readOrWait(Entry entry, K key, Function<K, V> read) {
        synchronized (entry) {
            Known known = entry.known;
            if (known == null || age(known) >= mayBeOld) {
                known = new Known(read.apply(key), nanos.getAsLong());
                entry.known = known;
            }
            return value(known);
        }
    }

    private <K, V> void readAgain(Entry entry, K key, Function<K, V> read) {
        try {
            readOrWait(entry, key, read);
        } catch (RuntimeException e) {
            log.warn("{} could not be read again", key, e); // who asks in a minute meets the failure himself
        } finally {
            entry.isReadAgain.set(false);
        }
    }

    @SuppressWarnings("unchecked")
    private static <V> V value(Known known) {
        return (V) known.value();
    }
}
