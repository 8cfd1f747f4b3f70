package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import java.util.List;
import java.util.Locale;

/**
 * A refusal of the API, after RFC 9457.
 *
 * @param type relative, made of the code: {@code /problems/unknown-field}
 * @param code stable; what a program decides by
 * @param detail a sentence for the person who reads the log of the client
 * @param requestId names the request in our own log
 * @param errors one entry for each thing that is wrong: field, code, reason
 */
public record Problem(
        String type, String title, int status, String code, String detail, String requestId, List<Refusal> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    static Problem of(int status, String code, String detail, List<Refusal> errors, String requestId) {
        return new Problem("/problems/" + code, title(code), status, code, detail, requestId, errors);
    }

    /** {@code unknown-field} becomes {@code Unknown field}: the same for each occurrence, as the RFC asks. */
    private static String title(String code) {
        String words = code.replace('-', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
