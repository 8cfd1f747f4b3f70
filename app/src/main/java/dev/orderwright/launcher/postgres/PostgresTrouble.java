package dev.orderwright.launcher.postgres;

/** The database server cannot run; the message tells a person what is wrong and what to do about it. */
public final class PostgresTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresTrouble(String message) {
        super(message);
    }

    public PostgresTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
