package dev.orderwright.shared.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A text holds characters that no text has. */
final class NotPlainText extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    NotPlainText(JsonParser parser) {
        super(parser, "The text holds a NUL or half a surrogate pair.", String.class);
    }
}
