package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.WriteSamples.Other;
import dev.orderwright.WriteSamples.Ready;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each write of the API has one effect under one key, however often, however late and from however many sides it comes.
 * What counts as an effect is whatever is different in the database afterwards.
 */
class EveryWriteIsIdempotentTests {

    /** Writes without a key, with the reason why they need none. */
    private static final Map<String, String> NEED_NO_KEY = Map.of(
            "POST /api/v1/imports/{kind}",
            "a file is known by its content: the same file again is the same import, whatever key comes with it",
            "POST /api/v1/orders/quote",
            "it writes nothing: what an order would come to is told, not kept",
            "POST /api/v1/allocation/runs/preview",
            "it writes nothing: who would gain and who would lose is told, not kept");

    /** Writes that answer for each of many apart, so that a key that was used for something else is told in there. */
    private static final Set<String> ANSWER_EACH_APART =
            Set.of("POST /api/v1/orders/bulk", "POST /api/v1/orders " + WriteSamples.LINES);

    private static final World WORLD = World.fresh();
    private static final WriteSamples SAMPLES = new WriteSamples(WORLD);
    private static final Effects EFFECTS = new Effects(WORLD);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    static Stream<String> routes() {
        return SAMPLES.byRoute().keySet().stream();
    }

    @Test
    void everyWriteHasASampleAndEverySampleAWrite() {
        Set<String> served = new TreeSet<>();
        WORLD.beans(RequestMappingHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> served.addAll(writes(info))));
        assertThat(served).hasSizeGreaterThan(50).containsAll(NEED_NO_KEY.keySet());
        Set<String> sampled = new TreeSet<>(SAMPLES.byRoute().keySet());
        sampled.addAll(NEED_NO_KEY.keySet());
        assertThat(served).as("writes without a sample").isSubsetOf(sampled);
        assertThat(sampled).as("samples of no write").isSubsetOf(served);
    }

    private static Set<String> writes(RequestMappingInfo info) {
        boolean lines = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .map(MediaType::toString)
                .anyMatch(WriteSamples.LINES::equals);
        Set<String> writes = new HashSet<>();
        for (String path : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                if (path.startsWith("/api/v1/") && method != RequestMethod.GET) {
                    writes.add(method + " " + path + (lines ? " " + WriteSamples.LINES : ""));
                }
            }
        }
        return writes;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void underItsKeyItHasOneEffectAndOneAnswerForGood(String route) {
        Ready ready = prepare(route);
        Map<String, String> before = EFFECTS.database();
        refusedWithoutAKey(route, ready);
        assertThat(Effects.changed(before, EFFECTS.database()))
                .as("nothing has happened")
                .isEmpty();

        String key = SAMPLES.api.key();
        HttpResponse<String> first = send(route, ready, key);
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 299);
        Map<String, String> after = EFFECTS.database();
        assertThat(Effects.changed(before, after)).as("something has happened").contains("shared.command");

        WORLD.clock().advance(Duration.ofHours(25));
        HttpResponse<String> again = send(route, ready, key);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        for (String header : List.of("ETag", "Location", "Content-Type")) {
            assertThat(again.headers().allValues(header))
                    .isEqualTo(first.headers().allValues(header));
        }
        refusedForAnythingElse(route, ready, key);
        assertThat(Effects.changed(after, EFFECTS.database()))
                .as("nothing more has happened")
                .isEmpty();
    }

    private static void refusedWithoutAKey(String route, Ready ready) {
        HttpResponse<String> refused =
                SAMPLES.api.send(method(route), ready.path(), ready.body(), "Content-Type", type(route));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(ApiCaller.json(refused)).containsEntry("code", "idempotency-key-missing");
        assertThat(refused.body()).contains("\"field\":\"Idempotency-Key\"");
    }

    private static void refusedForAnythingElse(String route, Ready ready, String key) {
        Other other = ready.other();
        if (other == null) {
            assertThat(route).as("only what cannot be asked otherwise").doesNotContain("{");
            assertThat(ready.body()).isEmpty();
            return;
        }
        HttpResponse<String> refused = send(route, new Ready(other.path(), other.body(), null), key);
        assertThat(refused.body()).contains("\"key-reused\"").contains("\"Idempotency-Key\"");
        if (!ANSWER_EACH_APART.contains(route)) {
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(ApiCaller.json(refused)).containsEntry("code", "key-reused");
        }
    }

    /** Both are at work before either may commit: nobody can write down a command until both have come that far. */
    @ParameterizedTest
    @MethodSource("routes")
    void sentTwiceAtOnceItHasOneEffectAndBothGetItsAnswer(String route) throws Exception {
        Ready alone = prepare(route);
        Map<String, Long> before = EFFECTS.rows();
        assertThat(send(route, alone, SAMPLES.api.key()).statusCode()).isBetween(200, 299);
        Map<String, Long> effect = Effects.difference(before, EFFECTS.rows());
        assertThat(effect).isNotEmpty();

        Ready ready = prepare(route);
        before = EFFECTS.rows();
        String key = SAMPLES.api.key();
        List<HttpResponse<String>> answers = atOnce(() -> untilTaken(route, ready, key));

        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
        assertThat(answers)
                .as(answers.getFirst().body())
                .allSatisfy(answer -> assertThat(answer.statusCode()).isBetween(200, 299));
        assertThat(Effects.difference(before, EFFECTS.rows())).isEqualTo(effect);
    }

    private static Ready prepare(String route) {
        return Objects.requireNonNull(SAMPLES.byRoute().get(route)).get();
    }

    private static String method(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    private static String type(String route) {
        return route.endsWith(WriteSamples.LINES) ? WriteSamples.LINES : "application/json";
    }

    private static HttpResponse<String> send(String route, Ready ready, String key) {
        return SAMPLES.api.send(
                method(route), ready.path(), ready.body(), "Content-Type", type(route), "Idempotency-Key", key);
    }

    /** Orders that were kept waiting for too long behind the gate are sent again with the same key, as the answer says. */
    private static HttpResponse<String> untilTaken(String route, Ready ready, String key) throws InterruptedException {
        HttpResponse<String> answer = send(route, ready, key);
        for (int i = 0; i < 20 && answer.statusCode() == 503; i++) {
            Thread.sleep(100);
            answer = send(route, ready, key);
        }
        return answer;
    }

    private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>> request) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2);
                Connection gate = WORLD.connection();
                Statement statement = gate.createStatement()) {
            gate.setAutoCommit(false);
            statement.execute("lock table shared.command in share row exclusive mode");
            List<Future<HttpResponse<String>>> sent = List.of(both.submit(request), both.submit(request));
            awaitBoth();
            gate.commit();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until both wait: for the gate, or one for the other. Orders may also come together and wait as one. */
    private static void awaitBoth() throws InterruptedException {
        for (int i = 0; i < 40; i++) {
            Thread.sleep(20);
            if (number("select count(*) from pg_stat_activity where datname = current_database()"
                            + " and wait_event_type = 'Lock'")
                    >= 2) {
                return;
            }
        }
    }

    private static long number(String sql) {
        try (Connection connection = WORLD.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSecondEffectIsNoticed() {
        String route = "POST /api/v1/orders/{order}/comments";
        Ready ready = prepare(route);
        Map<String, Long> before = EFFECTS.rows();
        send(route, ready, SAMPLES.api.key());
        Map<String, Long> once = Effects.difference(before, EFFECTS.rows());
        Map<String, String> after = EFFECTS.database();
        send(route, ready, SAMPLES.api.key());
        assertThat(once).containsEntry("CommentAdded", 1L);
        assertThat(Effects.difference(before, EFFECTS.rows())).containsEntry("CommentAdded", 2L);
        assertThat(Effects.changed(after, EFFECTS.database())).contains("shared.command", "shared.fact");
    }
}
