package dev.orderwright.walk;

/**
 * What hits a program on its way, and where.
 *
 * @param edges whether only the steps count at which something is sent to others: commits and calls to other systems
 * @param count before or after which step it strikes; where there are fewer, it never does
 */
record Blow(Kind kind, boolean edges, int count, boolean after) {

    static final Blow NONE = new Blow(Kind.NONE, false, 0, false);

    enum Kind {
        NONE,
        /** The program ends there. */
        CRASH,
        /** The connection breaks, and the program goes on. After a commit: it has happened, and nobody knows. */
        LOSS,
        /** The program stands still until it is told to go on. */
        PAUSE
    }

    boolean isAt(int steps, boolean afterIt) {
        return kind != Kind.NONE && steps == count && after == afterIt;
    }
}
