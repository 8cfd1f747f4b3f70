package dev.orderwright.shared.api;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Ends the handling of an API request with a problem. Facades refuse by value; this is thrown at the edge only, where a
 * controller has nothing else left to say.
 */
public final class ApiRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<Refusal> refusals;
    private final transient @Nullable Duration retryAfter;

    private ApiRefusal(HttpStatus status, List<Refusal> refusals, @Nullable Duration retryAfter) {
        super(refusals.getFirst().reason(), null, false, false);
        this.status = status;
        this.refusals = List.copyOf(refusals);
        this.retryAfter = retryAfter;
    }

    /** The answer of a facade, or its refusals as a problem with the status that suits them. */
    public static <T> T orThrow(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T answer, boolean replayed) -> answer;
            case Outcome.Refused<T>(List<Refusal> refusals) -> throw of(refusals);
        };
    }

    /**
     * {@link #orThrow(Outcome)} for a route that is about one thing, where the facade takes many.
     *
     * @param prefix what the facade puts before the names of fields ({@code items[0].})
     */
    public static <T> T orThrow(Outcome<T> outcome, String prefix) {
        return switch (outcome) {
            case Outcome.Done<T>(T answer, boolean replayed) -> answer;
            case Outcome.Refused<T>(List<Refusal> refusals) ->
                throw of(refusals.stream()
                        .map(r -> r.field().startsWith(prefix)
                                ? Refusal.of(r.code(), r.field().substring(prefix.length()), r.reason())
                                : r)
                        .toList());
        };
    }

    public static ApiRefusal of(List<Refusal> refusals) {
        return new ApiRefusal(RefusalStatus.of(refusals), refusals, null);
    }

    /** {@link #orThrow(Outcome)} where a list has another name in the request than in the facade. */
    public static <T> T orThrow(Outcome<T> outcome, String facadeName, String requestName) {
        return switch (outcome) {
            case Outcome.Done<T>(T answer, boolean replayed) -> answer;
            case Outcome.Refused<T>(List<Refusal> refusals) -> throw renamed(refusals, facadeName, requestName);
        };
    }

    /** Refusals whose fields begin with a name that the facade knows and the caller does not. */
    public static ApiRefusal renamed(List<Refusal> refusals, String facadeName, String requestName) {
        return of(refusals.stream()
                .map(refusal -> refusal.renamed(facadeName, requestName))
                .toList());
    }

    /** Said in a way that could not be understood at all: 400. */
    public static ApiRefusal badRequest(Refusal refusal) {
        return new ApiRefusal(HttpStatus.BAD_REQUEST, List.of(refusal), null);
    }

    public static ApiRefusal forbidden(String reason) {
        return new ApiRefusal(HttpStatus.FORBIDDEN, List.of(Refusal.of("forbidden", reason)), null);
    }

    public static ApiRefusal notFound(String what) {
        return new ApiRefusal(
                HttpStatus.NOT_FOUND, List.of(Refusal.of("not-found", t("shared.refusal.thereIsNo", what))), null);
    }

    /** {@code If-Match} names a version that is not the current one: 412. */
    public static ApiRefusal stale(String what) {
        return new ApiRefusal(
                HttpStatus.PRECONDITION_FAILED,
                List.of(Refusal.of(
                        "stale-version",
                        "If-Match",
                        "The " + what + " has changed since you read it; read it again and decide anew.")),
                null);
    }

    /** A change that needs {@code If-Match} came without: 428. */
    public static ApiRefusal versionRequired() {
        return new ApiRefusal(
                HttpStatus.PRECONDITION_REQUIRED,
                List.of(Refusal.of(
                        "version-required", "If-Match", "Send If-Match with the ETag that you read, or * for any.")),
                null);
    }

    /** Too much work at once: 503 with {@code Retry-After}. */
    public static ApiRefusal overloaded(Duration retryAfter) {
        return new ApiRefusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                List.of(Refusal.of("overloaded", "Too much work is waiting; repeat the request with the same key.")),
                retryAfter);
    }

    public HttpStatus status() {
        return status;
    }

    public List<Refusal> refusals() {
        return refusals;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
