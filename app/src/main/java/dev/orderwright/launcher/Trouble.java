package dev.orderwright.launcher;

/** A command that cannot do its work; the message tells a person what is wrong and what to do about it. */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
