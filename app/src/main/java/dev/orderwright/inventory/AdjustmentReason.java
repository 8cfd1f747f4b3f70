package dev.orderwright.inventory;

/** Why a count is put right. */
public enum AdjustmentReason {
    /** More was there than the books said. */
    FOUND(true, false),
    /** Not where it should be, and nobody knows why. */
    LOST(false, true),
    /** Broken and thrown away. */
    DAMAGED(false, true),
    /** Taken by somebody. */
    STOLEN(false, true),
    /** Given away or used as a sample. */
    SAMPLE(false, true),
    /** Too old to sell. */
    EXPIRED(false, true),
    /** Taken out of the books for another reason. */
    WRITE_OFF(false, true),
    /** A counted difference. */
    COUNT(true, true),
    /** An earlier booking was wrong. */
    CORRECTION(true, true);

    private final boolean up;
    private final boolean down;

    AdjustmentReason(boolean up, boolean down) {
        this.up = up;
        this.down = down;
    }

    /** Whether this can be the reason of a change in that direction. */
    public boolean explains(long delta) {
        return delta > 0 ? up : down;
    }
}
