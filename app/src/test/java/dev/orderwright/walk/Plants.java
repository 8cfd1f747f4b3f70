package dev.orderwright.walk;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is planted now: it changes what programs send, not the programs. */
final class Plants {

    private static final Pattern SKIP_LOCKED = Pattern.compile("for update( of \\w+)? skip locked");
    private static final String BOUND = "and tx < pg_snapshot_xmin(pg_current_snapshot())";
    /** With what comes after it, which would keep out most of those whose token is not looked at. */
    private static final Pattern FENCE = Pattern.compile("and t\\.fence = (\\?) and t\\.state (not )?in \\([^)]*\\)");

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
            return FENCE.matcher(sql).replaceAll("and $1 is not null");
        }
        return is(Plant.UNORDERED_CONSUMER) ? sql.replace(BOUND, "") : sql;
    }
}
