package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions over HTTP: the {@code ETag} of an answer, and the {@code If-Match} of a change. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private IfMatch() {}

    public static String tag(int version) {
        return "\"" + version + "\"";
    }

    /** The version the caller saw; null when any will do (no header, or {@code *}). */
    public static @Nullable Integer version(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(header.strip());
        if (!matcher.matches()) {
            throw ApiRefusal.badRequest(Refusal.of(
                    "bad-if-match", "If-Match", "Send the ETag as you read it, such as \"3\", or * for any."));
        }
        return Integer.valueOf(matcher.group(1));
    }
}
