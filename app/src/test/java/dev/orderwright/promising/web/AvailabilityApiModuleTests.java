package dev.orderwright.promising.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.ApiKeys;
import dev.orderwright.access.ApiKeys.NewApiKey;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.inventory.Goods;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AvailabilityApiModuleTests {

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Catalog catalog = world.bean(Catalog.class);
    private final Visitor visitor = Visitor.of(world);
    private final String key = key("inventory:read", List.of());

    @Test
    void answersForManyItemsWithNodesAndDates() {
        long node = goods.node();
        long a = goods.item();
        long b = goods.item();
        goods.supply(a, node, 12);
        Map<String, Object> answer = ask("sku=" + sku(a) + "&quantity=5&sku=" + sku(b)
                + "&quantity=1&country=GB&postcode=EC1A%201BB&channel=web");
        assertThat(items(answer))
                .containsExactly(
                        Map.of(
                                "sku",
                                sku(a),
                                "wanted",
                                5,
                                "available",
                                12,
                                "enough",
                                true,
                                "shipOn",
                                "2026-03-02",
                                "deliverOn",
                                "2026-03-04",
                                "nodes",
                                List.of(Map.of(
                                        "node",
                                        code(node),
                                        "available",
                                        12,
                                        "shipOn",
                                        "2026-03-02",
                                        "deliverOn",
                                        "2026-03-04"))),
                        Json.readMap("""
                                {"sku": "%s", "wanted": 1, "available": 0, "enough": false, "shipOn": null,
                                 "deliverOn": null, "nodes": []}
                                """.formatted(sku(b))));
        assertThat(answer).containsEntry("at", "2026-03-02T09:00:00Z");
    }

    @Test
    void countsInTheItemsOwnUnitWithItsDecimals() {
        String cloth = define("CLOTH,RED", ItemKind.STOCKED, 2);
        long item =
                catalog.bySku(List.of(Sku.of(cloth))).values().iterator().next().id();
        goods.supply(item, goods.node(), 250);
        Map<String, Object> line =
                items(ask("sku=" + cloth + "&quantity=1.5&country=France")).getFirst();
        assertThat(line)
                .containsEntry("wanted", 1.5)
                .containsEntry("available", 2.5)
                .containsEntry("enough", true);
    }

    @Test
    void refusesWhatItCannotAnswerNamingEveryParameter() {
        String item = sku(goods.item());
        String charge = define("CHARGE", ItemKind.SERVICE, 0);
        HttpResponse<String> refused = get("sku=" + item + "&quantity=0&sku=NO-SUCH-SKU&quantity=1&sku=" + charge
                + "&quantity=1&sku=" + item + "&quantity=x&country=Atlantis&method=DRONE");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(errors(refused))
                .containsExactlyInAnyOrder(
                        "asked-twice sku[3]",
                        "not-positive quantity[0]",
                        "unknown-sku sku[1]",
                        "not-stocked sku[2]",
                        "wrong-type quantity[3]",
                        "unknown-country country",
                        "unknown-method method");
    }

    @Test
    void refusesTooManyItemsAndQuantitiesThatDoNotMatch() {
        String item = sku(goods.item());
        String many = IntStream.rangeClosed(0, 100).mapToObj(i -> "sku=" + i).collect(Collectors.joining("&"));
        assertThat(errors(get(many + "&country=GB"))).containsExactly("too-many-items sku");
        assertThat(errors(get("sku=" + item + "&quantity=1&quantity=2&country=GB")))
                .containsExactly("quantity-count quantity");
        assertThat(errors(get("sku=" + item + "&quantity=1.5&country=GB")))
                .containsExactly("too-many-decimals quantity[0]");
        assertThat(errors(get("sku=" + item + "&quantity=1e99&country=GB")))
                .containsExactly("quantity-too-large quantity[0]");
        assertThat(get("country=GB").statusCode()).isEqualTo(400);
    }

    @Test
    void asksForThePermissionAndTheChannel() {
        String question = "/api/v1/availability?sku=" + sku(goods.item()) + "&country=GB";
        assertThat(visitor.get(question).statusCode()).isEqualTo(401);
        assertThat(visitor.get(question, "Authorization", "Bearer " + key("orders:read", List.of()))
                        .statusCode())
                .isEqualTo(403);
        String webOnly = key("inventory:read", List.of("web"));
        assertThat(visitor.get(question + "&channel=web", "Authorization", "Bearer " + webOnly)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(question, "Authorization", "Bearer " + webOnly).statusCode())
                .isEqualTo(200);
        String two = key("inventory:read", List.of("web", "phone"));
        assertThat(visitor.get(question, "Authorization", "Bearer " + two).body())
                .contains("phone, web");
        assertThat(visitor.get(question + "&channel=phone", "Authorization", "Bearer " + webOnly)
                        .statusCode())
                .isEqualTo(403);
    }

    private String key(String scope, List<String> channels) {
        String secret = ApiKeys.newSecret();
        String name = "availability-" + world.bean(Ids.class).next();
        world.bean(ApiKeys.class)
                .create(goods.cause(), new NewApiKey(name, List.of(scope), List.of(), channels, null), secret)
                .orThrow();
        return secret;
    }

    private String define(String prefix, ItemKind kind, int decimals) {
        String sku = prefix + world.bean(Ids.class).next();
        catalog.define(
                        goods.cause(),
                        List.of(new ItemDraft(
                                Sku.of(sku),
                                "Test " + sku,
                                kind,
                                decimals,
                                100,
                                new BigDecimal("2.95"),
                                "GBP",
                                TaxCategory.STANDARD,
                                null)))
                .orThrow();
        return sku;
    }

    private String sku(long itemId) {
        return Objects.requireNonNull(catalog.byId(List.of(itemId)).get(itemId))
                .sku()
                .code();
    }

    private String code(long nodeId) {
        return world.bean(Inventory.class).nodes().stream()
                .filter(node -> node.id() == nodeId)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private HttpResponse<String> get(String query) {
        return visitor.get("/api/v1/availability?" + query, "Authorization", "Bearer " + key);
    }

    private Map<String, Object> ask(String query) {
        HttpResponse<String> answer = get(query);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.readMap(answer.body());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("items"));
    }

    /** {@code code field}. */
    @SuppressWarnings("unchecked")
    private static List<String> errors(HttpResponse<String> answer) {
        var errors = (List<Map<String, Object>>)
                Objects.requireNonNull(Json.readMap(answer.body()).get("errors"));
        return errors.stream()
                .map(error -> error.get("code") + " " + error.get("field"))
                .toList();
    }
}
