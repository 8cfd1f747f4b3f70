package dev.orderwright.operations;

import java.time.Duration;
import java.time.Instant;

/**
 * How the program that answers is.
 *
 * @param version of the release; empty where it was not built as one
 * @param java what it runs on
 * @param startedAt when, by the machine's clock
 * @param up for how long it has been running
 * @param heapKept bytes that were still needed after memory was last cleared, of {@code heapMax}
 * @param collector what clears memory
 * @param clearing how much of the time has gone into that, from 0 to 1
 * @param connections to the database that are in use, of {@code connectionsMax}
 * @param waiting requests and works that wait for a connection
 * @param inside requests of programs that are being answered
 * @param sentAway requests of programs that were told to come back, since the start
 */
public record ProgramState(
        String version,
        String java,
        long process,
        Instant startedAt,
        Duration up,
        int cores,
        long heapKept,
        long heapMax,
        String collector,
        double clearing,
        int connections,
        int connectionsMax,
        int waiting,
        int inside,
        long sentAway) {

    private static final double FULL = 0.92;
    private static final double BUSY = 0.2;

    /** Whether memory is nearly used up by what is needed. */
    public boolean isFull() {
        return heapMax > 0 && (double) heapKept / heapMax > FULL;
    }

    /** Whether much of the time goes into clearing memory. */
    public boolean isBusyClearing() {
        return clearing > BUSY;
    }

    public boolean isShortOfConnections() {
        return waiting > connectionsMax;
    }
}
