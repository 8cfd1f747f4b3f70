package dev.orderwright.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.ApiKeys;
import dev.orderwright.access.ApiKeys.NewApiKey;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiProblemsModuleTests {

    private static World world;
    private static String secret;

    @BeforeAll
    static void start() {
        world = World.fresh(Map.of("spring.profiles.active", "probe"));
        secret = ApiKeys.newSecret();
        Cause cause = Cause.of(Actor.user("tests"), "key", world.clock().instant());
        NewApiKey wanted =
                new NewApiKey("probe", List.of("orders:read", "orders:write"), List.of("LEEDS"), List.of(), null);
        world.bean(ApiKeys.class).create(cause, wanted, secret).orThrow();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void goodInputGoesThrough() {
        HttpResponse<String> answer =
                post("{\"name\":\"Größe 🚚\",\"lines\":[{\"sku\":\"A\",\"quantity\":2}],\"urgent\":true}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Größe 🚚");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":\"x\"                                                         | 400 | malformed-json | ",
                "{\"name\":\"x\",\"lines\":[],\"urgent\":true} trailing                    | 400 | malformed-json | ",
                "{\"name\":\"x\",\"name\":\"y\",\"lines\":[],\"urgent\":true}            | 400 | malformed-json | ",
                "{\"name\":\"x\",\"lines\":[],\"urgent\":true,\"discount\":5}            | 422 | unknown-field  | discount",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\",\"quantity\":1,\"qty\":1}],\"urgent\":true}  | 422 | unknown-field  | lines[0].qty",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\",\"quantity\":\"1\"}],\"urgent\":true} | 422 | wrong-type | lines[0].quantity",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\",\"quantity\":1.5}],\"urgent\":true} | 422 | wrong-type | lines[0].quantity",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\",\"quantity\":9223372036854775808}],\"urgent\":true} | 422 | wrong-type | lines[0].quantity",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\",\"quantity\":null}],\"urgent\":true} | 422 | missing-field | lines[0].quantity",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\"}],\"urgent\":true}            | 422 | missing-field  | lines[0].quantity",
                "{\"name\":\"x\",\"lines\":[{\"sku\":\"A\",\"quantity\":13}],\"urgent\":true} | 422 | invalid-value | lines[0]",
                "{\"name\":5,\"lines\":[],\"urgent\":true}                               | 422 | wrong-type     | name",
                "{\"name\":\"x\",\"lines\":{},\"urgent\":true}                           | 422 | wrong-type     | lines",
                "{\"name\":\"x\",\"lines\":[],\"urgent\":\"yes\"}                        | 422 | wrong-type     | urgent",
                "{\"name\":\"x\",\"lines\":[],\"urgent\":true,\"day\":\"2026-02-30\"}    | 422 | wrong-type     | day",
                "{\"name\":\"x\",\"lines\":[],\"urgent\":true,\"colour\":\"GREEN\"}      | 422 | wrong-type     | colour",
                "{\"name\":\"x\",\"lines\":[],\"urgent\":true,\"colour\":0}              | 422 | wrong-type     | colour",
                "{\"name\":\"x\\u0000y\",\"lines\":[],\"urgent\":true}                   | 422 | invalid-character | name",
                "{\"name\":\"x\\ud800y\",\"lines\":[],\"urgent\":true}                   | 422 | invalid-character | name",
                "[1]                                                                     | 422 | wrong-type     | ",
                "``                                                                      | 400 | body-missing   | "
            })
    void badJsonIsRefusedWithCodeAndField(String json, int status, String code, String field) {
        HttpResponse<String> answer = post(json == null ? "" : json);
        Map<String, Object> problem = problem(answer, status, code);

        assertThat(error(problem, 0)).containsEntry("field", field == null ? "" : field);
        assertThat(String.valueOf(error(problem, 0).getOrDefault("reason", ""))).isNotBlank();
    }

    @Test
    void whoSendsAWordThatIsNotAllowedIsToldWhichAre() {
        String json = "{\"name\":\"x\",\"lines\":[],\"urgent\":true,\"colour\":\"GREEN\"}";

        assertThat(error(problem(post(json), 422, "wrong-type"), 0))
                .containsEntry("reason", "Expected one of [RED, BLUE].");
    }

    @Test
    void brokenUtf8IsRefused() {
        byte[] json = HexFormat.of().parseHex("7b226e616d65223a22c0af22");
        HttpResponse<String> answer =
                send("/api/v1/probe", request -> json(request).POST(BodyPublishers.ofByteArray(json)));

        problem(answer, 400, "invalid-utf8");
    }

    @Test
    void aBodyOfElevenMegabytesIsRefusedAtOnceWhenItSaysHowLongItIs() {
        byte[] large = new byte[50 * 1024 * 1024];
        HttpResponse<String> answer =
                send("/api/v1/probe", request -> json(request).POST(BodyPublishers.ofByteArray(large)));

        problem(answer, 413, "body-too-large");
    }

    @Test
    void aBodyThatDoesNotSayHowLongItIsIsRefusedInTheMiddle() {
        byte[] large = ("{\"name\":\"" + "x".repeat(11 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(
                "/api/v1/probe",
                request -> json(request).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        problem(answer, 413, "body-too-large");
    }

    @Test
    void aStreamOfLinesMayBeLonger() {
        byte[] lines = "{\"sku\":\"A\"}\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(
                "/api/v1/probe/lines",
                request -> request.header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofInputStream(() -> (InputStream) new ByteArrayInputStream(lines))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"lines\":1000000}");
    }

    @ParameterizedTest
    @CsvSource({
        "field, 422, unknown-sku",
        "state, 409, already-shipped",
        "stale, 412, stale-version",
        "version, 428, version-required",
        "missing, 404, not-found",
        "forbidden, 403, forbidden",
        "overloaded, 503, overloaded",
        "locked, 503, busy",
        "database, 503, database-unavailable",
        "bug, 500, internal-error"
    })
    void everyKindOfRefusalHasItsStatusAndCode(String kind, int status, String code) {
        HttpResponse<String> answer = get("/api/v1/probe/refused/" + kind);

        problem(answer, status, code);
        assertThat(answer.body()).doesNotContain("secret detail", "Exception", "dev.orderwright");
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Map<String, Object> problem = problem(get("/api/v1/probe/refused/field"), 422, "unknown-sku");

        assertThat(error(problem, 0))
                .isEqualTo(Map.of("field", "lines[2].sku", "code", "unknown-sku", "reason", "There is no item 'X'."));
        assertThat(error(problem, 1)).containsEntry("field", "lines[3].quantity");
        assertThat(problem).containsEntry("title", "Unknown sku").containsEntry("type", "/problems/unknown-sku");
    }

    @Test
    void addressesMethodsAndMediaTypesAreStrict() {
        problem(get("/api/v1/probe/nothing/here"), 404, "no-such-route");
        HttpResponse<String> method = send("/api/v1/probe/who", request -> request.DELETE());
        problem(method, 405, "method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("GET");
        problem(
                send(
                        "/api/v1/probe",
                        request -> request.header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
                415,
                "unsupported-media-type");
        problem(
                send(
                        "/api/v1/probe/who",
                        request -> request.header("Accept", "image/png").GET()),
                406,
                "not-acceptable");
    }

    @Test
    void parametersAndHeadersAreNamedWhenTheyAreWrongOrMissing() {
        assertThat(error(problem(get("/api/v1/probe/number/x?limit=1"), 400, "wrong-type"), 0))
                .containsEntry("field", "id");
        assertThat(error(problem(get("/api/v1/probe/number/1"), 400, "missing-parameter"), 0))
                .containsEntry("field", "limit");
        assertThat(error(problem(get("/api/v1/probe/number/1?limit=1"), 400, "missing-header"), 0))
                .containsEntry("field", "If-Match");
        assertThat(error(problem(get("/api/v1/probe/colour?wanted=GREEN"), 400, "wrong-type"), 0))
                .containsEntry("field", "wanted")
                .containsEntry("reason", "'GREEN' is not one of [RED, BLUE].");
    }

    @Test
    void malformedAddressesAreRefusedWithoutATrace() {
        assertThat(get("/api/v1/probe/who?q=%00").statusCode()).isIn(200, 400);
        assertThat(get("/api/v1//probe/who").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/probe/%2e%2e/who").statusCode()).isEqualTo(400);
        assertThat(get("/api/v1/probe/who;a=b").statusCode()).isEqualTo(400);
    }

    @Test
    void theRequestIdIsTheCallersOwnOrANewOneAndStandsInTheProblem() {
        HttpResponse<String> own = send(
                "/api/v1/nothing",
                request -> request.header("X-Request-Id", "shop-20260302.1").GET());
        HttpResponse<String> broken = send(
                "/api/v1/nothing",
                request -> request.header("X-Request-Id", "a b").GET());

        assertThat(problem(own, 404, "no-such-route")).containsEntry("requestId", "shop-20260302.1");
        assertThat(own.headers().firstValue("X-Request-Id")).hasValue("shop-20260302.1");
        assertThat(broken.headers().firstValue("X-Request-Id").orElseThrow()).matches("[0-9a-f]{16}");
    }

    @Test
    void writesNeedAnIdempotencyKey() {
        HttpResponse<String> missing = send("/api/v1/probe/cause", request -> request.POST(BodyPublishers.noBody()));
        HttpResponse<String> wrong = send(
                "/api/v1/probe/cause",
                request -> request.header("Idempotency-Key", "x".repeat(256)).POST(BodyPublishers.noBody()));
        HttpResponse<String> right = send(
                "/api/v1/probe/cause",
                request -> request.header("Idempotency-Key", "k-1").POST(BodyPublishers.noBody()));

        problem(missing, 400, "idempotency-key-missing");
        problem(wrong, 400, "idempotency-key-invalid");
        assertThat(Json.readMap(right.body()))
                .isEqualTo(Map.of("actor", "client:probe", "scope", "client:probe", "key", "k-1"));
    }

    @Test
    void controllersKnowWhoIsAsking() {
        assertThat(Json.readMap(get("/api/v1/probe/who").body()))
                .isEqualTo(Map.of("actor", "client:probe", "nodes", List.of("LEEDS"), "personal", false));
    }

    @Test
    void aWrongKeyIsRefusedWithAProblem() {
        HttpResponse<String> wrong =
                Visitor.of(world).get("/api/v1/probe/who", "Authorization", "Bearer " + secret + "x");
        HttpResponse<String> basic = Visitor.of(world).get("/api/v1/probe/who", "Authorization", "Basic YTpi");
        HttpResponse<String> none = Visitor.of(world).get("/api/v1/probe/who");

        problem(wrong, 401, "invalid-token");
        problem(basic, 401, "invalid-token");
        problem(none, 401, "authentication-required");
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    private static Map<String, Object> problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        Map<String, Object> problem = Json.readMap(answer.body());
        assertThat(problem.keySet())
                .containsExactlyInAnyOrder("type", "title", "status", "code", "detail", "requestId", "errors");
        assertThat(problem).containsEntry("status", status).containsEntry("code", code);
        assertThat(answer.headers().firstValue("X-Request-Id")).hasValue((String) problem.get("requestId"));
        return problem;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> error(Map<String, Object> problem, int index) {
        return Objects.requireNonNull((List<Map<String, Object>>) problem.get("errors"))
                .get(index);
    }

    private static HttpResponse<String> get(String path) {
        return send(path, HttpRequest.Builder::GET);
    }

    private static HttpResponse<String> post(String json) {
        return send("/api/v1/probe", request -> json(request).POST(BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }

    private static HttpResponse<String> send(String path, java.util.function.UnaryOperator<HttpRequest.Builder> what) {
        return Visitor.of(world).send(path, request -> what.apply(request.header("Authorization", "Bearer " + secret)));
    }
}
