package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.WriteSamples.Ready;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A preview of each write of the API gives the answer, or the refusal, of the write that follows, and leaves nothing. */
class EveryWriteCanBePreviewedTests {

    /** Numbers that may have gaps have them. */
    private static final Set<String> LEFT = Set.of("shared.number_series");

    /** What a carrier would answer is not known before it is asked. */
    private static final Set<String> ASK_A_CARRIER = Set.of(
            "POST /api/v1/labels", "POST /api/v1/packages/{parcel}/label", "POST /api/v1/packages/{parcel}/void-label");

    private static final World WORLD = World.fresh(Map.of("spring.profiles.active", "probe"));
    private static final WriteSamples SAMPLES = new WriteSamples(WORLD);
    private static final Effects EFFECTS = new Effects(WORLD);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    /** A stream is answered set by set, each in a thread of its own, while it still comes in. */
    static Stream<String> routes() {
        return SAMPLES.byRoute().keySet().stream().filter(route -> !route.endsWith(WriteSamples.LINES));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void itSaysWhatTheWriteThatFollowsSaysAndLeavesNothing(String route) {
        Ready ready = Objects.requireNonNull(SAMPLES.byRoute().get(route)).get();
        String key = SAMPLES.api.key();
        HttpResponse<String> foreseen = previewed(route, ready, key);
        HttpResponse<String> done = send(route, ready, key);
        assertThat(done.statusCode()).as(done.body()).isBetween(200, 299);
        assertSame(route, foreseen, done);

        String again = SAMPLES.api.key();
        assertSame(route, previewed(route, ready, again), send(route, ready, again));
    }

    private static HttpResponse<String> previewed(String route, Ready ready, String key) {
        Map<String, String> before = EFFECTS.database();
        HttpResponse<String> foreseen = send(route, ready, key, "X-Preview", "yes");
        Set<String> changed = Effects.changed(before, EFFECTS.database());
        changed.removeAll(LEFT);
        assertThat(changed).as(foreseen.body()).isEmpty();
        return foreseen;
    }

    private static void assertSame(String route, HttpResponse<String> foreseen, HttpResponse<String> done) {
        assertThat(foreseen.statusCode()).as(foreseen.body()).isEqualTo(done.statusCode());
        if (!ASK_A_CARRIER.contains(route)) {
            assertThat(withoutNumbers(foreseen)).isEqualTo(withoutNumbers(done));
        }
    }

    /** Ids and numbers are given out anew. */
    private static String withoutNumbers(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"requestId\":\"[^\"]*\"", "").replaceAll("[A-Z-]*[0-9]+[A-Za-z0-9]*", "#");
    }

    @Test
    void mostWritesWouldRecordAFact() {
        long telling = routes().filter(route -> {
                    Ready ready =
                            Objects.requireNonNull(SAMPLES.byRoute().get(route)).get();
                    return send(route, ready, SAMPLES.api.key(), "X-Preview", "yes")
                                    .headers()
                                    .firstValueAsLong("X-Facts")
                                    .orElse(0)
                            > 0;
                })
                .count();
        assertThat(telling).isGreaterThan(40);
    }

    private static HttpResponse<String> send(String route, Ready ready, String key, String... more) {
        String[] headers = Stream.concat(
                        Stream.of("Content-Type", "application/json", "Idempotency-Key", key), Stream.of(more))
                .toArray(String[]::new);
        return SAMPLES.api.send(route.substring(0, route.indexOf(' ')), ready.path(), ready.body(), headers);
    }
}
