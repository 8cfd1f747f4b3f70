package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * The HTTP status that suits the refusals of a facade: a few codes have one of their own; what is about an input is
 * 422, what is about the state of things is 409.
 */
final class RefusalStatus {

    private static final Map<String, HttpStatus> OWN = Map.of(
            "not-found", HttpStatus.NOT_FOUND,
            "forbidden", HttpStatus.FORBIDDEN,
            "stale-version", HttpStatus.PRECONDITION_FAILED,
            "version-required", HttpStatus.PRECONDITION_REQUIRED,
            "overloaded", HttpStatus.SERVICE_UNAVAILABLE,
            "internal-error", HttpStatus.INTERNAL_SERVER_ERROR);

    private RefusalStatus() {}

    static HttpStatus of(List<Refusal> refusals) {
        Refusal first = refusals.getFirst();
        HttpStatus usual = first.field().isEmpty() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        return OWN.getOrDefault(first.code(), usual);
    }
}
