package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.WriteSamples.Ready;
import dev.orderwright.shared.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Whoever says which version he has seen changes that one or nothing; and each change makes a new version. */
class EveryChangeKnowsItsVersionTests {

    /** Writes on a thing with a version that take none, with the reason. */
    private static final Map<String, String> TAKE_NONE = Map.of(
            "POST /api/v1/orders/{order}/comments", "a comment is added; it overwrites nothing",
            "POST /api/v1/orders/{order}/payments", "a payment is added; the order's money has no version",
            "POST /api/v1/orders/{order}/payment-transactions/{transaction}/retry", "a transaction is decided on once",
            "POST /api/v1/orders/{order}/payment-transactions/{transaction}/dismiss",
                    "a transaction is decided on once",
            "POST /api/v1/customers/{customer}/credit/use",
                    "credit is spent under its own lock, as far as there is any",
            "POST /api/v1/customers/{customer}/credit/pay-out",
                    "credit is spent under its own lock, as far as there is any");

    private static final World WORLD = World.fresh();
    private static final WriteSamples SAMPLES = new WriteSamples(WORLD);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    /** The routes that take a version, as the document says. */
    static Stream<String> versioned() {
        JsonNode paths = Json.tree(SAMPLES.api.get("/api/v1/openapi").body()).path("paths");
        return SAMPLES.byRoute().keySet().stream().filter(route -> {
            String[] name = route.split(" ", -1);
            return paths.path(name[1])
                    .path(name[0].toLowerCase(Locale.ROOT))
                    .path("parameters")
                    .valueStream()
                    .anyMatch(parameter ->
                            "If-Match".equals(parameter.path("name").asString()));
        });
    }

    @Test
    void everyWriteOnAThingWithAVersionTakesOne() {
        List<String> taking = versioned().toList();
        TreeSet<String> without = new TreeSet<>();
        for (String route : SAMPLES.byRoute().keySet()) {
            Ready ready = prepare(route);
            String thing = thing(ready.path());
            if (!thing.isEmpty() && version(thing) != null && !taking.contains(route)) {
                without.add(route);
            }
        }
        assertThat(taking).hasSizeGreaterThan(25);
        assertThat(without).isEqualTo(new TreeSet<>(TAKE_NONE.keySet()));
    }

    @ParameterizedTest
    @MethodSource("versioned")
    void aVersionIsChangedOnceAndNeverUnseen(String route) {
        Ready ready = prepare(route);
        String method = route.substring(0, route.indexOf(' '));
        String thing = thing(ready.path());
        if (method.equals("PUT")) {
            send(method, ready.path(), ready.body());
            ready = new Ready(
                    ready.path(), Objects.requireNonNull(ready.other()).body(), null);
        }
        String seen = Objects.requireNonNull(version(thing), thing);

        HttpResponse<String> changed = send(method, ready.path(), ready.body(), "If-Match", seen);
        assertThat(changed.statusCode()).as(changed.body()).isBetween(200, 299);
        String now = version(thing);
        assertThat(now).isNotEqualTo(seen);
        changed.headers().firstValue("ETag").ifPresent(tag -> assertThat(tag).isEqualTo(now));
        String read = SAMPLES.api.get(thing).body();

        HttpResponse<String> stale = send(method, ready.path(), ready.body(), "If-Match", seen);
        assertThat(stale.statusCode()).as(stale.body()).isEqualTo(412);
        assertThat(ApiCaller.json(stale)).containsEntry("code", "stale-version");
        assertThat(SAMPLES.api.get(thing).body()).isEqualTo(read);
        HttpResponse<String> unreadable = send(method, ready.path(), ready.body(), "If-Match", "yesterday");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(ApiCaller.json(unreadable)).containsEntry("code", "bad-if-match");
    }

    private static Ready prepare(String route) {
        return Objects.requireNonNull(SAMPLES.byRoute().get(route)).get();
    }

    private static HttpResponse<String> send(String method, String path, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Idempotency-Key", SAMPLES.api.key()));
        return SAMPLES.api.send(method, path, body, all.toArray(String[]::new));
    }

    /** The address of what a request is about: {@code /api/v1/orders/SO-100042}; empty when it is about many. */
    private static String thing(String path) {
        String[] parts = path.split("/", -1);
        return parts.length < 5 ? "" : String.join("/", List.of(parts).subList(0, 5));
    }

    private static @Nullable String version(String thing) {
        HttpResponse<String> answer = SAMPLES.api.get(thing);
        return answer.statusCode() == 200 ? answer.headers().firstValue("ETag").orElse(null) : null;
    }
}
