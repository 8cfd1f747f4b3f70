package dev.orderwright.shared;

import java.util.HashMap;
import java.util.Map;
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
    private final Map<String, long[]> blocks = new HashMap<>();

    Numbers(Db db, NumberStore store) {
        this.db = db;
        this.store = store;
    }

    /** The next number of a series that may have gaps: {@code SO} gives {@code SO-100001}. */
    public String next(String series) {
        return series + "-" + nextValue(series);
    }

    private synchronized long nextValue(String series) {
        long[] block = blocks.get(series);
        if (block == null || block[0] == block[1]) {
            long end = db.inOwnTransaction(() -> store.take(series, BLOCK));
            block = new long[] {end - BLOCK, end};
            blocks.put(series, block);
        }
        return block[0]++;
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
