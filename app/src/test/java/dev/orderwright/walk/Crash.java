package dev.orderwright.walk;

/** The program is gone: nobody catches this. */
final class Crash extends Error {

    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super("crashed " + where, null, false, false);
    }
}
