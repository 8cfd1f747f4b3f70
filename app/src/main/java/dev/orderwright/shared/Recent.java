package dev.orderwright.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Remembers for a moment what many ask for at the same time, such as the counts above a list. What it gives may be as old
 * as {@code orderwright.counts-may-be-old} says, one second unless set; nothing is decided by it.
 */
@Component
public class Recent {

    private final long mayBeOld;
    private final Map<Object, Known> known = new ConcurrentHashMap<>();

    Recent(@Value("${orderwright.counts-may-be-old:1s}") java.time.Duration mayBeOld) {
        this.mayBeOld = mayBeOld.toNanos();
    }

    private record Known(Object value, long readAt) {}

    /**
     * What was read a moment ago, or is read now; who asks meanwhile waits for the same answer.
     *
     * @param key what it is, with everything it depends on; keys are few, for nothing is ever forgotten
     */
    @SuppressWarnings("unchecked")
    public <K, V> V get(K key, Function<K, V> read) {
        Known now = known.compute(key, (k, before) -> {
            boolean fresh = before != null && System.nanoTime() - before.readAt() < mayBeOld;
            return fresh ? before : new Known(read.apply(key), System.nanoTime());
        });
        return (V) now.value();
    }
}
