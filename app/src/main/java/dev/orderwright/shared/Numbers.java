package dev.orderwright.shared;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * The numbers people read ({@code SO-100042}), apart from keys. Ordinary series are taken in blocks and may have gaps;
 * the series of legal documents have none, at the price of one locked row per series.
 */
@Component
public class Numbers {

    private static final int BLOCK = 200;

    private final Db db;
    private final NumberStore store;
    private final Map<String, Deque<Block>> blocks = new HashMap<>();

    Numbers(Db db, NumberStore store) {
        this.db = db;
        this.store = store;
    }

    /** Numbers that are this program's: the next one, and the end. */
    private static final class Block {

        private final long end;
        private long next;

        Block(long end, int count) {
            this.end = end;
            next = end - count;
        }
    }

    /**
     * The next number of a series that may have gaps: {@code SO} gives {@code SO-100001}. When none is at hand this needs
     * a connection of its own, for which the caller's locks would wait: {@link #provide} so many before.
     */
    public String next(String series) {
        OptionalLong next = atHand(series);
        while (next.isEmpty()) {
            take(series, BLOCK);
            next = atHand(series);
        }
        return series + "-" + next.getAsLong();
    }

    /** Sees to it that so many numbers of a series are at hand, and a block for those who have not asked. */
    public void provide(String series, int count) {
        while (left(series) < count + BLOCK) {
            take(series, Math.max(count, BLOCK));
        }
    }

    /** The database is not waited for under the monitor: those who have connections may be waiting for it. */
    private void take(String series, int count) {
        Block block = new Block(db.inOwnTransaction(() -> store.take(series, count)), count);
        synchronized (blocks) {
            blocks.computeIfAbsent(series, s -> new ArrayDeque<>()).add(block);
        }
    }

    private OptionalLong atHand(String series) {
        synchronized (blocks) {
            Deque<Block> mine = blocks.getOrDefault(series, new ArrayDeque<>());
            Block block = mine.peek();
            if (block == null) {
                return OptionalLong.empty();
            }
            long number = block.next++;
            if (block.next == block.end) {
                mine.remove();
            }
            return OptionalLong.of(number);
        }
    }

    private long left(String series) {
        synchronized (blocks) {
            return blocks.getOrDefault(series, new ArrayDeque<>()).stream()
                    .mapToLong(block -> block.end - block.next)
                    .sum();
        }
    }

    /**
     * The next numbers of a series without gaps. The series is locked until the caller's transaction ends, and a
     * rollback gives the numbers back.
     *
     * @return the first of {@code count} numbers that follow each other
     */
    public long nextWithoutGaps(String series, int count) {
        return store.take(series, count) - count;
    }
}
