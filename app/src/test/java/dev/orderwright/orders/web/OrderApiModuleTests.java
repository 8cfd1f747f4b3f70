package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Json;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderApiModuleTests {

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final ApiCaller api = new ApiCaller(
            world,
            "orders:read",
            "orders:write",
            "orders:cancel",
            "orders:hold",
            "orders:release-hold",
            "personal:read");

    private String body(String externalId, String lines) {
        return """
                {"channel": "web", "externalId": "%s", "currency": "GBP",
                 "payment": {"token": "tok_ok", "authorisation": "a1", "authorisedMinor": 100000000},
                 "shipTo": {"name": "Ada Buyer", "street": "12 High Street", "city": "Leeds", "postcode": "LS1 4AB",
                            "country": "GB"},
                 "lines": [%s]}
                """.formatted(externalId, lines);
    }

    private static String line(String sku, String quantity) {
        return "{\"sku\": \"" + sku + "\", \"quantity\": " + quantity + "}";
    }

    @Test
    void placesReadsAndCancelsAnOrder() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 5);

        HttpResponse<String> placed = api.post("/api/v1/orders", body(shop.word("E"), line(item.sku(), "3")));
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(ApiCaller.json(placed)).containsEntry("totalMinor", 900).containsEntry("unitsReserved", 3);
        String address = placed.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> read = api.get(address);
        assertThat(read.statusCode()).isEqualTo(200);
        String etag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(ApiCaller.json(read)).containsEntry("lifecycle", "CONFIRMED");

        String wish = "{\"lines\": [{\"lineNo\": 1, \"quantity\": 1}], \"reason\": \"one too many\"}";
        assertThat(api.post(address + "/cancellations", wish, "If-Match", etag).statusCode())
                .isEqualTo(200);
        HttpResponse<String> stale = api.post(address + "/cancellations", wish, "If-Match", etag);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(ApiCaller.json(stale)).containsEntry("code", "stale-version");
        assertThat(shop.available(node, item)).isEqualTo(3);
    }

    @Test
    void quotesAnOrderWithoutPlacingIt() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 5);
        String order = body(shop.word("E"), line(item.sku(), "7"));
        ApiCaller reader = new ApiCaller(world, "orders:read");

        HttpResponse<String> quote = reader.post("/api/v1/orders/quote", order);

        assertThat(quote.statusCode()).as(quote.body()).isEqualTo(200);
        assertThat(ApiCaller.json(quote)).containsEntry("totalMinor", 2_100).containsEntry("canBePlaced", true);
        assertThat(quote.body())
                .contains("\"state\":\"RESERVED\",\"node\":\"" + shop.nodeCode(node) + "\"")
                .contains("\"quantity\":2,\"state\":\"BACKORDERED\",\"node\":null");
        assertThat(shop.available(node, item)).isEqualTo(5);
        assertThat(ApiCaller.json(api.post("/api/v1/orders", order))).containsEntry("totalMinor", 2_100);
    }

    @Test
    void aQuoteTellsWhatPlacingWouldBeRefusedFor() {
        HttpResponse<String> wrong = api.post(
                "/api/v1/orders/quote", body("", line("NO-SUCH-SKU", "0")).replace("GB\"", "ZZ\""));
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(200);
        assertThat(wrong.body())
                .contains("\"canBePlaced\":false")
                .contains("unknown-country", "unknown-sku", "lines[0].quantity")
                .doesNotContain("bad-external-id");
        HttpResponse<String> empty = api.post("/api/v1/orders/quote", "{}");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("\"field\":\"shipTo\"").doesNotContain("externalId");
        HttpResponse<String> forbidden =
                new ApiCaller(world, "catalog:read").post("/api/v1/orders/quote", body("", line("X", "1")));
        assertThat(forbidden.statusCode()).isEqualTo(403);
    }

    @Test
    void whoMayOnlyPlaceOrdersCancelsNone() {
        Goods item = shop.item();
        ApiCaller channel = new ApiCaller(world, "orders:read", "orders:write");
        String address = channel.post("/api/v1/orders", body(shop.word("E"), line(item.sku(), "1")))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        HttpResponse<String> refused = channel.post(address + "/cancellations", "{\"reason\": \"no\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(ApiCaller.json(refused)).containsEntry("code", "forbidden");
        assertThat(ApiCaller.json(channel.get(address))).doesNotContainEntry("lifecycle", "CANCELLED");
    }

    @Test
    void theSameKeyGivesTheSameAnswerAndOtherContentIsRefused() {
        Goods item = shop.item();
        String first = body(shop.word("E"), line(item.sku(), "1"));
        String key = shop.word("key");
        HttpResponse<String> one = api.post("/api/v1/orders", first, "Idempotency-Key", key);
        HttpResponse<String> two = api.post("/api/v1/orders", first, "Idempotency-Key", key);
        HttpResponse<String> other =
                api.post("/api/v1/orders", body(shop.word("E"), line(item.sku(), "2")), "Idempotency-Key", key);
        assertThat(one.statusCode()).isEqualTo(201);
        assertThat(two.statusCode()).isEqualTo(201);
        assertThat(two.body()).isEqualTo(one.body());
        assertThat(ApiCaller.json(other)).containsEntry("code", "key-reused");
        assertThat(other.statusCode()).isBetween(400, 499);
    }

    @Test
    void theSameOrderUnderAnotherKeyIsToldToBeThereAlready() {
        String order = body(shop.word("E"), line(shop.item().sku(), "1"));
        HttpResponse<String> one = api.post("/api/v1/orders", order);
        String key = shop.word("key");
        HttpResponse<String> two = api.post("/api/v1/orders", order, "Idempotency-Key", key);
        assertThat(two.statusCode()).isEqualTo(200);
        assertThat(ApiCaller.json(one)).containsEntry("placedBefore", false);
        assertThat(ApiCaller.json(two))
                .containsEntry("placedBefore", true)
                .containsEntry("id", ApiCaller.json(one).get("id"));
        HttpResponse<String> three = api.post("/api/v1/orders", order, "Idempotency-Key", key);
        assertThat(three.statusCode()).isEqualTo(200);
        assertThat(three.body()).isEqualTo(two.body());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown SKU | \"lines\": [{\"sku\": \"NO-SUCH\", \"quantity\": 1}] | unknown-sku | lines[0].sku",
                "a zero quantity | \"lines\": [{\"sku\": \"SKU\", \"quantity\": 0}] | not-positive | lines[0].quantity",
                "a negative quantity | \"lines\": [{\"sku\": \"SKU\", \"quantity\": -2}] | not-positive | lines[0].quantity",
                "an absurd quantity | \"lines\": [{\"sku\": \"SKU\", \"quantity\": 99999999999}] | quantity-too-large | lines[0].quantity",
                "a foreign currency | \"currency\": \"JPY\" | foreign-currency | lines[0].unitPrice",
                "a past date | \"requestedOn\": \"2020-01-01\" | date-in-past | requestedOn",
                "a far date | \"requestedOn\": \"2099-01-01\" | date-too-far | requestedOn",
                "a future order | \"placedAt\": \"2099-01-01T00:00:00Z\" | date-in-future | placedAt",
                "a missing city | \"shipTo\": {\"name\": \"A\", \"street\": \"B\", \"country\": \"GB\"} | missing-address-part | shipTo.city",
                "an unknown country | \"shipTo\": {\"name\": \"A\", \"street\": \"B\", \"city\": \"C\", \"country\": \"XX\"} | unknown-country | shipTo.country",
                "no lines | \"lines\": [] | no-lines | lines",
                "an unknown customer | \"customer\": \"NOBODY\" | unknown-customer | customer",
                "account without a customer | \"terms\": \"ACCOUNT\" | no-account | terms",
            })
    void badInputIsRefusedWithCodeFieldAndReasonAndNothingIsDone(
            String what, String change, String code, String field) {
        Goods item = shop.item();
        String external = shop.word("BAD");
        Map<String, Object> order = new LinkedHashMap<>(Json.readMap(body(external, line(item.sku(), "1"))));
        order.putAll(Json.readMap(
                "{" + change.replace("SKU\"", item.sku() + "\"").replace("NO-" + item.sku(), "NO-SUCH") + "}"));

        HttpResponse<String> answer = api.post("/api/v1/orders", Json.write(order));

        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + code + "\"").contains("\"" + field + "\"");
        assertThat(shop.queries.byExternalId("web", external)).isEmpty();
    }

    @Test
    void tenThousandLinesAreRefused() {
        Goods item = shop.item();
        String lines =
                IntStream.range(0, 10_000).mapToObj(i -> line(item.sku(), "1")).collect(Collectors.joining(","));
        HttpResponse<String> answer = api.post("/api/v1/orders", body(shop.word("E"), lines));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("too-many-lines");
    }

    @Test
    void manyAreAnsweredOneByOne() {
        Goods item = shop.item();
        String good = body(shop.word("E"), line(item.sku(), "1"));
        String bad = body(shop.word("E"), line("NO-SUCH", "1"));
        HttpResponse<String> answer = api.post("/api/v1/orders/bulk", "[" + good + "," + bad + "," + good + "]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Map<String, Object> many = ApiCaller.json(answer);
        assertThat((List<?>) many.get("results")).hasSize(3);
        assertThat(many).containsEntry("placed", 1).containsEntry("refused", 2);
    }

    @Test
    void aStreamOfLinesIsAnsweredLineByLineAndCanBeSentAgain() {
        Goods item = shop.item();
        List<String> externals =
                IntStream.range(0, 450).mapToObj(i -> shop.word("S")).toList();
        String stream = externals.stream()
                        .map(e -> body(e, line(item.sku(), "1")).replace("\n", " "))
                        .collect(Collectors.joining("\n"))
                + "\nthis is no JSON\n";
        String key = shop.word("stream");
        for (int round = 0; round < 2; round++) {
            HttpResponse<String> answer =
                    api.post("/api/v1/orders", stream, "Content-Type", "application/x-ndjson", "Idempotency-Key", key);
            List<Map<String, Object>> results =
                    answer.body().lines().map(Json::readMap).toList();
            assertThat(results).hasSize(451);
            assertThat(results.subList(0, 450))
                    .allSatisfy(r -> assertThat(r.get("order")).isNotNull());
            assertThat(results.getLast().toString()).contains("bad-json");
        }
        assertThat(shop.queries.byExternalId("web", externals.getLast())).isPresent();
    }

    @Test
    void withoutAKeyNothingIsWritten() {
        Goods item = shop.item();
        HttpResponse<String> answer =
                api.post("/api/v1/orders", body(shop.word("E"), line(item.sku(), "1")), "Idempotency-Key", " ");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void whoMayOnlyReadCannotWrite() {
        ApiCaller reader = new ApiCaller(world, "orders:read");
        assertThat(reader.post("/api/v1/orders", body(shop.word("E"), "")).statusCode())
                .isEqualTo(403);
        assertThat(reader.get("/api/v1/orders?limit=1").statusCode()).isEqualTo(200);
    }

    @Test
    void pagesAreFollowedByCursorWithoutGapsOrRepeats() {
        Goods item = shop.item();
        for (int i = 0; i < 5; i++) {
            shop.place(shop.draft(item.times(1)));
        }
        Set<Object> seen = new HashSet<>();
        String cursor = "";
        do {
            Map<String, Object> page = ApiCaller.json(api.get(
                    "/api/v1/orders?sku=" + item.sku() + "&limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            for (Object row : (List<?>) Objects.requireNonNull(page.get("items"))) {
                assertThat(seen.add(((Map<?, ?>) row).get("id"))).isTrue();
            }
            cursor = page.get("next") == null ? "" : page.get("next").toString();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5);
    }
}
