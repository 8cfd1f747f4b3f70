package dev.orderwright.shared.api;

import dev.orderwright.shared.api.ApiProblems.Answer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Says what is wrong with a JSON body and where, in the words of the sender's own document. */
final class UnreadableBody {

    private static final int CAUSES_MAX = 10;
    private static final int NAMES_MAX = 30;

    private UnreadableBody() {}

    static Answer answer(HttpMessageNotReadableException exception) {
        @Nullable Throwable cause = exception;
        for (int i = 0; i < CAUSES_MAX && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof BodyTooLarge e) {
                return Answer.of(413, "body-too-large", String.valueOf(e.getMessage()));
            }
            if (cause instanceof CharacterCodingException) {
                return Answer.of(400, "invalid-utf8", "The body is not valid UTF-8.");
            }
            if (cause instanceof JacksonException e && !(e.getCause() instanceof java.io.IOException)) {
                return ofJson(e);
            }
        }
        return Answer.of(400, "body-missing", "This request needs a JSON body.");
    }

    private static Answer ofJson(JacksonException exception) {
        String field = path(exception);
        return switch (exception) {
            case NotPlainText e -> Answer.of(422, "invalid-character", field, e.getOriginalMessage());
            case UnrecognizedPropertyException e ->
                Answer.of(422, "unknown-field", field, "There is no such field; known here: " + names(e) + ".");
            case ValueInstantiationException e ->
                Answer.of(422, "invalid-value", field, reason(e.getCause(), "The value is not allowed."));
            case MismatchedInputException e
            when isAbsent(e) ->
                Answer.of(422, "missing-field", field, "The field is required: " + wanted(e.getTargetType()) + ".");
            case MismatchedInputException e ->
                Answer.of(422, "wrong-type", field, "Expected " + wanted(e.getTargetType()) + ".");
            case InputCoercionException e ->
                Answer.of(422, "wrong-type", field, "The number does not fit " + wanted(e.getTargetType()) + ".");
            case StreamReadException e ->
                Answer.of(400, "malformed-json", "The body is not valid JSON" + place(e.getLocation()) + ".");
            default -> Answer.of(422, "invalid-value", field, "The value could not be read.");
        };
    }

    /** A number or flag that is left out or null; the parser has no type of its own for it. */
    private static boolean isAbsent(MismatchedInputException e) {
        return e.getOriginalMessage().startsWith("Cannot map `null`");
    }

    /** {@code lines[2].quantity}. */
    private static String path(JacksonException exception) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            @Nullable String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }

    private static String names(UnrecognizedPropertyException e) {
        @Nullable Collection<Object> known = e.getKnownPropertyIds();
        return known == null
                ? "none"
                : known.stream().limit(NAMES_MAX).map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** What a Java type is called by someone who writes JSON. */
    static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == long.class || type == Long.class || type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants());
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == LocalDate.class) {
            return "a date like 2026-07-09";
        }
        if (type == Instant.class) {
            return "a time like 2026-07-09T14:03:00Z";
        }
        return List.class.isAssignableFrom(type) || type.isArray() ? "a list" : "an object";
    }

    private static String reason(@Nullable Throwable cause, String otherwise) {
        return cause instanceof IllegalArgumentException && cause.getMessage() != null ? cause.getMessage() : otherwise;
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null ? "" : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
