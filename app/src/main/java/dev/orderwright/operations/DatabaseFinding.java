package dev.orderwright.operations;

/** Something about the database that somebody should know, with how bad it is. */
public enum DatabaseFinding {
    /** A power cut can lose or break anything. */
    NOTHING_IS_SAFE(true),
    /** A power cut can break pages. */
    PAGES_MAY_BREAK(true),
    /** A power cut can lose what was acknowledged a moment before. */
    COMMITS_DO_NOT_WAIT(true),
    /** It is a copy and takes no writes. */
    IS_A_COPY(true),
    /** Commits wait for a copy, and there is none. */
    NO_STANDBY(true),
    /** Nearly nobody else gets in. */
    NO_CONNECTIONS_LEFT(true),
    /** Soon nothing can be written any more. */
    NUMBERS_RUN_OUT(true),
    FEW_CONNECTIONS_LEFT(false),
    ARCHIVING_FAILS(false),
    /** Readers of facts wait for it, and what it has changed cannot be cleared away. */
    LONG_TRANSACTION(false),
    SLOW(false),
    /** Damage of the disk is not noticed. */
    NO_CHECKSUMS(false);

    private final boolean bad;

    DatabaseFinding(boolean bad) {
        this.bad = bad;
    }

    /** Whether it cannot stay so. */
    public boolean isBad() {
        return bad;
    }
}
