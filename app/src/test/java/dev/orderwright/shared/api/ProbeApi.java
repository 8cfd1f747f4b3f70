package dev.orderwright.shared.api;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes that exist only in tests, to see what becomes of bad input and of every kind of failure. */
@RestController
@Profile("probe")
@RequestMapping("/api/v1/probe")
class ProbeApi {

    enum Colour {
        RED,
        BLUE
    }

    record Line(String sku, long quantity) {
        Line {
            if (quantity == 13) {
                throw new IllegalArgumentException("Thirteen is not allowed.");
            }
        }
    }

    record Body(
            String name,
            List<Line> lines,
            @Nullable LocalDate day,
            @Nullable Colour colour,
            boolean urgent) {}

    @PostMapping(consumes = "application/json")
    @Requires("orders:write")
    Body echo(@RequestBody Body body) {
        return body;
    }

    @PostMapping(path = "/lines", consumes = "application/x-ndjson")
    @Requires("orders:write")
    Map<String, Long> count(InputStream body) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            return Map.of("lines", reader.lines().count());
        }
    }

    @PostMapping("/cause")
    @Requires("orders:write")
    Map<String, String> cause(Cause cause) {
        return Map.of("actor", cause.actor().code(), "scope", cause.scope(), "key", cause.key());
    }

    @GetMapping("/who")
    @Requires("orders:read")
    Map<String, Object> who(Who who) {
        return Map.of("actor", who.actor().code(), "nodes", who.nodes(), "personal", who.seesPersonalData());
    }

    @GetMapping("/number/{id}")
    @Requires("orders:read")
    long number(@PathVariable long id, @RequestParam int limit, @RequestHeader("If-Match") String version) {
        return id;
    }

    @GetMapping("/colour")
    @Requires("orders:read")
    Colour colour(@RequestParam Colour wanted) {
        return wanted;
    }

    @GetMapping("/refused/{kind}")
    @Requires("orders:read")
    String refused(@PathVariable String kind) {
        return switch (kind) {
            case "field" ->
                ApiRefusal.orThrow(Outcome.refused(List.of(
                        Refusal.of("unknown-sku", "lines[2].sku", "There is no item 'X'."),
                        Refusal.of("quantity", "lines[3].quantity", "Order at least 1."))));
            case "state" -> ApiRefusal.orThrow(Outcome.refused("already-shipped", "It has left."));
            case "stale" -> throw ApiRefusal.stale("order");
            case "version" -> throw ApiRefusal.versionRequired();
            case "missing" -> throw ApiRefusal.notFound("order 42");
            case "overloaded" -> throw ApiRefusal.overloaded(Duration.ofSeconds(3));
            case "forbidden" -> throw ApiRefusal.forbidden("Not your node.");
            case "locked" -> throw new CannotAcquireLockException("secret detail");
            case "database" -> throw new CannotCreateTransactionException("secret detail");
            case "bug" -> throw new IllegalStateException("secret detail");
            default -> ApiRefusal.orThrow(Outcome.done("done"));
        };
    }
}
