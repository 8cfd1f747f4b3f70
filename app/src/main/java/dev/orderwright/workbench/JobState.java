package dev.orderwright.workbench;

/** Where a job stands. */
public enum JobState {
    /** It is dealt with, set by set. */
    RUNNING,
    /** All subjects were dealt with. */
    DONE,
    /** Somebody has stopped it; the rest was left alone. */
    STOPPED
}
