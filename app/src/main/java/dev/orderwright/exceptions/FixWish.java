package dev.orderwright.exceptions;

/**
 * What is to be done about exceptions.
 *
 * @param cause name of it
 * @param fix name of one of its fixes
 * @param reason empty where none is asked for
 */
public record FixWish(String cause, String fix, String reason) {

    public FixWish {
        reason = reason.strip();
    }
}
