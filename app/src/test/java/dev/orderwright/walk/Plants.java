package dev.orderwright.walk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is planted now: it changes what programs send, not the programs. */
final class Plants {

    private static final Pattern SKIP_LOCKED = Pattern.compile("for update( of \\w+)? skip locked");
    private static final String BOUND = "and tx < pg_snapshot_xmin(pg_current_snapshot())";
    private static final String FENCE = "and t.fence = ? and t.state in ('PENDING', 'UNKNOWN')";

    private volatile @Nullable Plant planted;

    void plant(@Nullable Plant plant) {
        planted = plant;
    }

    boolean is(Plant plant) {
        return planted == plant;
    }

    /** What is sent instead of a statement. */
    String rewritten(String sql) {
        if (is(Plant.SWEEP_WITHOUT_LOCK)) {
            return SKIP_LOCKED.matcher(sql).replaceAll("");
        }
        if (is(Plant.MISSING_FENCING)) {
            return sql.replace(FENCE, "and ? is not null");
        }
        return is(Plant.UNORDERED_CONSUMER) ? sql.replace(BOUND, "") : sql;
    }
}
