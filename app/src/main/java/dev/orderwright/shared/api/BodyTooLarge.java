package dev.orderwright.shared.api;

import java.io.IOException;

/** A request body is longer than its limit. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    BodyTooLarge(long limitBytes) {
        super(reason(limitBytes));
    }

    static String reason(long limitBytes) {
        return "The body is larger than " + limitBytes / (1024 * 1024) + " MB; send it in parts.";
    }
}
