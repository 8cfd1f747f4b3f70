package dev.orderwright.channels;

/** Where an import stands. */
public enum ImportState {
    /** It waits for its turn or is being worked off. */
    RUNNING,
    /** Everything of the file is in, or is listed with the reason why not. */
    DONE,
    /** It could not go on; what is in stays in, and sending the file again goes on from there. */
    FAILED
}
