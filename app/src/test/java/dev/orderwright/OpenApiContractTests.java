package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.orderwright.billing.Till;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Json;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.Dock.Picked;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the program says of its API is what its API is. */
class OpenApiContractTests {

    private static final String ROOT = "/api/v1/";
    private static final Set<String> ITSELF = Set.of("/api/v1/openapi", "/api/v1/openapi.yaml");

    /** A file is known by its content: the same file again is the same import, whatever key comes with it. */
    private static final Set<String> KEYED_BY_CONTENT = Set.of("POST /api/v1/imports/{kind}");

    /** Answers only; nothing is written. */
    private static final Set<String> WRITES_NOTHING =
            Set.of("POST /api/v1/orders/quote", "POST /api/v1/allocation/runs/preview");

    private static final Set<String> OBVIOUS_FORMATS = Set.of("date", "date-time", "time");

    /** The library that reads the records is one for all programs of a process, and works for the last one started. */
    private static final World WORLD = World.untouched();

    private static Map<String, Object> document = Map.of();

    @BeforeAll
    static void read() {
        HttpResponse<String> answer = Visitor.of(WORLD).get("/api/v1/openapi");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        document = Json.readMap(answer.body());
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@Nullable Object value) {
        return value == null ? List.of() : (List<Map<String, Object>>) value;
    }

    /** By name: {@code POST /api/v1/orders}. */
    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        map(document.get("paths"))
                .forEach((path, methods) -> map(methods)
                        .forEach((method, operation) ->
                                all.put(method.toUpperCase(java.util.Locale.ROOT) + " " + path, map(operation))));
        return all;
    }

    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return list(operation.get("parameters"));
    }

    private static boolean isWrite(String name) {
        return !name.startsWith("GET ");
    }

    private static void each(BiConsumer<String, Map<String, Object>> check) {
        assertThat(operations().keySet()).hasSizeGreaterThan(90);
        operations().forEach(check);
    }

    private static boolean blank(@Nullable Object text) {
        return text == null || text.toString().isBlank();
    }

    @Test
    void everyHandlerIsInTheDocumentAndNothingElse() {
        Set<String> served = new TreeSet<>();
        WORLD.beans(RequestMappingHandlerMapping.class)
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> served.addAll(names(info))));
        assertThat(new TreeSet<>(operations().keySet())).isEqualTo(served);
    }

    private static Set<String> names(RequestMappingInfo info) {
        Set<String> names = new HashSet<>();
        for (String path : info.getPatternValues()) {
            if (path.startsWith(ROOT) && !ITSELF.contains(path)) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    names.add(method + " " + path);
                }
            }
        }
        return names;
    }

    @Test
    void everyOperationSaysWhatItDoesUnderANameOfItsOwn() {
        Set<Object> ids = new HashSet<>();
        List<String> poor = new ArrayList<>();
        each((name, operation) -> {
            if (blank(operation.get("summary"))) {
                poor.add(name + " has no summary");
            }
            if (!ids.add(Objects.requireNonNull(operation.get("operationId")))) {
                poor.add(name + " has the id of another operation");
            }
        });
        assertThat(poor).isEmpty();
    }

    @Test
    void everyParameterIsDescribed() {
        List<String> poor = new ArrayList<>();
        each((name, operation) -> parameters(operation).forEach(parameter -> {
            if (blank(parameter.get("description"))
                    || map(parameter.get("schema")).get("type") instanceof String type && type.equals("object")) {
                poor.add(name + ": " + operation.get("operationId") + "." + parameter.get("name"));
            }
        }));
        assertThat(poor).isEmpty();
    }

    @Test
    void everyFieldThatIsSentIsDescribedOrObvious() {
        Set<String> poor = new TreeSet<>();
        each((name, operation) -> map(map(operation.get("requestBody")).get("content"))
                .values()
                .forEach(content -> poor(map(content), poor, new HashSet<>())));
        assertThat(poor).isEmpty();
    }

    private static void poor(Map<String, Object> node, Set<String> poor, Set<String> seen) {
        if (node.get("$ref") instanceof String ref && seen.add(ref)) {
            Map<String, Object> schema = schema(ref);
            map(schema.get("properties")).forEach((field, property) -> {
                if (blank(map(property).get("description")) && !obvious(map(property))) {
                    poor.add(ref.substring(ref.lastIndexOf('/') + 1) + "." + field);
                }
            });
            poor(schema, poor, seen);
        }
        node.values().forEach(value -> {
            if (value instanceof Map<?, ?>) {
                poor(map(value), poor, seen);
            } else if (value instanceof List<?> values) {
                values.stream().filter(Map.class::isInstance).forEach(one -> poor(map(one), poor, seen));
            }
        });
    }

    /** A date, yes or no, one of some words, or something with fields of its own. */
    private static boolean obvious(Map<String, Object> property) {
        String type = String.valueOf(property.get("type"));
        return property.containsKey("enum")
                || property.containsKey("$ref")
                || property.containsKey("anyOf")
                || type.contains("boolean")
                || type.contains("array")
                || OBVIOUS_FORMATS.contains(String.valueOf(property.get("format")));
    }

    private static Map<String, Object> schema(String ref) {
        String name = ref.substring(ref.lastIndexOf('/') + 1);
        return map(Objects.requireNonNull(
                map(map(document.get("components")).get("schemas")).get(name), ref));
    }

    /** Ids are longer than the numbers that JavaScript and others read without rounding. */
    @Test
    void idsAreTexts() {
        Set<String> wrong = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        map(map(document.get("components")).get("schemas"))
                .forEach((schema, definition) -> map(map(definition).get("properties"))
                        .forEach((field, property) -> {
                            if (field.equals("id") || field.endsWith("Id")) {
                                ids.add(schema + "." + field);
                                if (!String.valueOf(map(property).get("type")).contains("string")) {
                                    wrong.add(schema + "." + field);
                                }
                            }
                        }));
        assertThat(wrong).isEmpty();
        assertThat(ids).hasSizeGreaterThan(20);
    }

    @Test
    void everyWriteAsksForAnIdempotencyKeyAndNoReadDoes() {
        List<String> wrong = new ArrayList<>();
        each((name, operation) -> {
            boolean asks = parameters(operation).stream()
                    .anyMatch(parameter -> "Idempotency-Key".equals(parameter.get("name"))
                            && "header".equals(parameter.get("in"))
                            && Boolean.TRUE.equals(parameter.get("required")));
            boolean needsNone = KEYED_BY_CONTENT.contains(name) || WRITES_NOTHING.contains(name);
            if (asks != (isWrite(name) && !needsNone)) {
                wrong.add(name);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(operations().keySet()).containsAll(KEYED_BY_CONTENT).containsAll(WRITES_NOTHING);
    }

    @Test
    void everyOperationDeclaresItsProblems() {
        List<String> wrong = new ArrayList<>();
        each((name, operation) -> {
            Map<String, Object> responses = map(operation.get("responses"));
            Set<String> wanted = new TreeSet<>(Set.of("400", "401", "403"));
            if (isWrite(name)) {
                wanted.addAll(Set.of("409", "422"));
            }
            if (name.contains("{")) {
                wanted.add("404");
            }
            for (String status : wanted) {
                Map<String, Object> content = map(map(responses.get(status)).get("content"));
                String ref = String.valueOf(
                        map(map(content.get("application/problem+json")).get("schema"))
                                .get("$ref"));
                if (!ref.endsWith("/shared.Problem")) {
                    wrong.add(name + " " + status);
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(map(schema("shared.Problem").get("properties"))).containsKeys("code", "errors", "status", "title");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Set<String> refs = new TreeSet<>();
        refs(document, refs);
        assertThat(refs)
                .hasSizeGreaterThan(50)
                .allSatisfy(ref -> assertThat(schema(ref)).isNotEmpty());
    }

    private static void refs(Object node, Set<String> refs) {
        if (node instanceof Map<?, ?> fields) {
            if (fields.get("$ref") instanceof String ref) {
                refs.add(ref);
            }
            fields.values().stream().filter(Objects::nonNull).forEach(value -> refs(value, refs));
        } else if (node instanceof List<?> values) {
            values.stream().filter(Objects::nonNull).forEach(value -> refs(value, refs));
        }
    }

    /** Asks for things that are there, and holds each answer against what the document says of it. */
    @Test
    void realAnswersAreAsTheDocumentSays() {
        Dock dock = new Dock(WORLD);
        Picked picked = dock.picked(2);
        String parcel = dock.queries
                .byId(dock.shipped(picked, 2).packageId())
                .orElseThrow()
                .number();
        Till till = new Till(WORLD);
        String customer = till.shop.customer(100_000);
        Placed billed = till.onAccount(customer, till.item.times(2));
        till.ship(billed.orderId());
        till.takeBack(billed.orderId(), 1, 1);
        String invoice = till.money(billed.orderId()).invoices().getFirst().number();
        String note = till.money(billed.orderId()).creditNotes().getFirst().number();
        ApiCaller api = new ApiCaller(
                WORLD,
                "orders:read orders:write fulfilment:read shipping:read billing:read inventory:read catalog:read"
                        .concat(" customers:read imports:write books:read personal:ship-to")
                        .split(" "));
        Goods item = picked.item();
        String order = picked.placed().number();
        String node = dock.floor.work(picked.work()).number();

        read(api, "/api/v1/orders", "?limit=2");
        read(api, "/api/v1/orders", "?view=all&state=shipped&sku=" + item.sku());
        read(api, "/api/v1/orders/{order}", "/" + order);
        read(api, "/api/v1/orders/{order}/timeline", "/" + order + "/timeline");
        read(api, "/api/v1/orders/{order}/payments", "/" + billed.number() + "/payments");
        read(api, "/api/v1/invoices", "?limit=5");
        read(api, "/api/v1/invoices/{number}", "/" + invoice);
        read(api, "/api/v1/credit-notes/{number}", "/" + note);
        read(api, "/api/v1/payment-transactions", "");
        read(api, "/api/v1/packages", "?limit=3");
        read(api, "/api/v1/packages/{parcel}", "/" + parcel);
        read(api, "/api/v1/fulfilment-orders", "?limit=3");
        read(api, "/api/v1/fulfilment-orders/pick-lists", "?limit=3");
        read(api, "/api/v1/fulfilment-orders/counts", "");
        read(api, "/api/v1/fulfilment-orders/{work}", "/" + node);
        read(api, "/api/v1/stock", "?limit=3");
        read(api, "/api/v1/stock/{sku}", "/" + item.sku());
        read(api, "/api/v1/stock/{sku}/ledger", "/" + item.sku() + "/ledger");
        read(api, "/api/v1/supplies", "");
        read(api, "/api/v1/transfers", "");
        read(api, "/api/v1/nodes", "");
        read(api, "/api/v1/items", "?limit=3");
        read(api, "/api/v1/items/{sku}", "/" + item.sku());
        read(api, "/api/v1/customers", "?limit=3");
        read(api, "/api/v1/customers/{number}", "/" + customer);
        read(api, "/api/v1/customers/{customer}/credit", "/" + customer + "/credit");
        read(api, "/api/v1/availability", "?country=GB&sku=" + till.item.sku());
        read(api, "/api/v1/imports", "");
        read(api, "/api/v1/books", "");
        read(api, "/api/v1/insight/flow", "");
        read(api, "/api/v1/insight/stuck", "");
        place(api, till);
    }

    /** One order, then the same request again, then the order under another key, then one that is refused. */
    private static void place(ApiCaller api, Till till) {
        String body = """
                {"channel": "web", "externalId": "%s", "currency": "GBP", "payment": {"token": "tok_ok"},
                 "shipTo": {"name": "Ada Buyer", "street": "12 High Street", "city": "Leeds",
                            "postcode": "LS1 4AB", "country": "GB", "phone": "+44 113 496 0000"},
                 "lines": [{"sku": "%s", "quantity": 1}]}
                """.formatted(till.shop.word("W"), till.item.sku());
        String key = till.shop.word("key");
        HttpResponse<String> placed = api.post("/api/v1/orders", body, "Idempotency-Key", key);
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        isAsDeclared("POST /api/v1/orders", placed);
        HttpResponse<String> again = api.post("/api/v1/orders", body, "Idempotency-Key", key);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        isAsDeclared("POST /api/v1/orders", again);
        HttpResponse<String> there = api.post("/api/v1/orders", body);
        assertThat(there.statusCode()).as(there.body()).isEqualTo(200);
        isAsDeclared("POST /api/v1/orders", there);
        HttpResponse<String> refused = api.post("/api/v1/orders", "{}");
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        isAsDeclared("POST /api/v1/orders", refused);
        HttpResponse<String> unknown = api.get("/api/v1/orders/SO-0");
        assertThat(unknown.statusCode()).isEqualTo(404);
        isAsDeclared("GET /api/v1/orders/{order}", unknown);
    }

    /** @param rest what follows the part of the path before its first variable */
    private static void read(ApiCaller api, String path, String rest) {
        int variable = path.indexOf("/{");
        HttpResponse<String> answer = api.get((variable < 0 ? path : path.substring(0, variable)) + rest);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        isAsDeclared("GET " + path, answer);
    }

    private static void isAsDeclared(String name, HttpResponse<String> answer) {
        Map<String, Object> operation = Objects.requireNonNull(operations().get(name), name);
        Map<String, Object> content =
                map(map(map(operation.get("responses")).get(Integer.toString(answer.statusCode())))
                        .get("content"));
        MediaType type = MediaType.parseMediaType(
                answer.headers().firstValue("Content-Type").orElseThrow());
        Map<String, Object> declared = map(content.get(type.getType() + "/" + type.getSubtype()));
        assertThat(declared)
                .as(name + " answers " + answer.statusCode() + " " + type)
                .containsKey("schema");
        Map<String, Object> schema = new LinkedHashMap<>(map(declared.get("schema")));
        schema.put("components", document.get("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Json.write(schema))
                        .validate(answer.body(), InputFormat.JSON))
                .as(name + " " + answer.body())
                .isEmpty();
    }

    @Test
    void anAnswerThatIsNotAsDeclaredIsNoticed() {
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/shared.Problem"));
        schema.put("components", document.get("components"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Json.write(schema))
                        .validate("{\"status\": \"bad\"}", InputFormat.JSON))
                .hasSizeGreaterThan(1);
    }
}
