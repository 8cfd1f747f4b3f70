package dev.orderwright.backlog;

/** How far a run is. */
public enum BacklogState {
    /** Asked for. */
    WAITING,
    /** Orders are read and planned. */
    LOOKING,
    /** To be looked at by a person. */
    READY,
    /** Orders are changed. */
    APPLYING,
    DONE,
    STOPPED,
    FAILED;

    /** Whether the program works on it, or is about to. */
    public boolean isAtWork() {
        return this == WAITING || this == LOOKING || this == APPLYING;
    }
}
