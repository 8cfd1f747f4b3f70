package dev.orderwright.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shipping.Dock;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A warehouse system that tells of many orders at once, from the release to the hand-over. */
class FulfilmentSetsApiModuleTests {

    private static final String WORKS = "/api/v1/fulfilment-orders/";

    private final Dock dock = new Dock(World.shared());
    private final Floor floor = dock.floor;
    private final Shop shop = floor.shop;
    private final ApiCaller api = new ApiCaller(
            World.shared(), "fulfilment:read", "fulfilment:write", "shipping:read", "shipping:write", "orders:write");
    private final long node = shop.node();
    private final Goods item = shop.item();

    /** Work for one unit each, released. */
    private List<String> released(int count) {
        floor.stock(node, item, "A-01", count);
        for (int i = 0; i < count; i++) {
            shop.place(shop.draft(item.times(1)));
        }
        return floor.release(node).stream().map(Released.Work::number).toList();
    }

    private static String names(String field, List<String> names) {
        return "{\"%s\": [%s]}"
                .formatted(field, names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")));
    }

    private String picks(List<String> works, String bin) {
        return "{\"lists\": ["
                + works.stream()
                        .map(work -> """
                                {"fulfilmentOrder": "%s", "picks": [{"code": "%s", "bin": "%s", "quantity": 1}]}""".formatted(work, item.sku(), bin))
                        .collect(Collectors.joining(", "))
                + "]}";
    }

    private Map<String, Object> done(String path, String body) {
        HttpResponse<String> answer = api.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ApiCaller.json(answer);
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> pickLists() {
        Map<String, Object> answer = ApiCaller.json(api.get(WORKS + "pick-lists?node=" + shop.nodeCode(node)));
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("items"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> results(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("results"));
    }

    private static String packageOf(Map<String, Object> result) {
        return String.valueOf(
                ((Map<?, ?>) ((List<?>) Objects.requireNonNull(result.get("packages"))).getFirst()).get("number"));
    }

    @Test
    void everyStepTakesManyOrders() {
        List<String> works = released(3);

        assertThat(done(WORKS + "accept", names("fulfilmentOrders", works))).containsEntry("done", 3);
        assertThat(done(WORKS + "start-pick", names("fulfilmentOrders", works))).containsEntry("done", 3);
        assertThat(pickLists()).extracting("number").containsExactlyInAnyOrderElementsOf(works);
        assertThat(String.valueOf(pickLists().getFirst().get("stops"))).contains("A-01", item.sku());
        Map<String, Object> picked = done(WORKS + "picks", picks(works, "A-01"));
        assertThat(picked).containsEntry("done", 3).containsEntry("refused", 0);
        assertThat(results(picked)).extracting("state").containsOnly("PICKED");

        String packs = "{\"packs\": ["
                + works.stream().map(work -> """
                                {"fulfilmentOrder": "%s", "boxes": [{"contents": [{"code": "%s", "quantity": 1}]}]}""".formatted(work, item.sku())).collect(Collectors.joining(", "))
                + "]}";
        Map<String, Object> packed = done("/api/v1/packages/pack", packs);
        assertThat(packed).containsEntry("packed", 3);
        List<String> packages = results(packed).stream()
                .map(FulfilmentSetsApiModuleTests::packageOf)
                .toList();

        assertThat(done("/api/v1/labels", names("packages", packages))).containsEntry("packed", 3);
        Map<String, Object> gone = done("/api/v1/hand-overs", names("packages", packages));
        assertThat((List<?>) gone.get("shipments")).hasSize(3);
        assertThat(works).allSatisfy(work -> assertThat(state(work)).isEqualTo(FulfilmentState.SHIPPED));
    }

    private FulfilmentState state(String number) {
        return floor.queries.named(number).orElseThrow().state();
    }

    @Test
    void whatIsRefusedLeavesTheOthersAlone() {
        List<String> works = released(2);
        done(WORKS + "accept", names("fulfilmentOrders", works));
        done(WORKS + "start-pick", names("fulfilmentOrders", works));
        done(WORKS + "picks", picks(works.subList(0, 1), "A-01"));

        Map<String, Object> again = done(WORKS + "picks", picks(works, "A-01"));

        assertThat(again).containsEntry("done", 1).containsEntry("refused", 1);
        assertThat(String.valueOf(results(again).getFirst().get("errors"))).contains("picks[0].");
        assertThat(state(works.get(1))).isEqualTo(FulfilmentState.PICKED);
    }

    @Test
    void aNameThatNobodyKnowsIsToldWithItsPlace() {
        List<String> works = released(1);

        HttpResponse<String> answer =
                api.post(WORKS + "accept", names("fulfilmentOrders", List.of(works.getFirst(), "FO-0")));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("unknown-fulfilment").contains("fulfilmentOrders[1]");
        assertThat(state(works.getFirst())).isEqualTo(FulfilmentState.RELEASED);
    }

    @Test
    void namesAreNumbersInWhateverCaseOrIds() {
        String work = released(1).getFirst();
        String id = Long.toString(floor.queries.named(work).orElseThrow().id());

        assertThat(floor.queries.named(List.of(work.toLowerCase(Locale.ROOT), id, "FO-0")))
                .containsOnlyKeys(work.toLowerCase(Locale.ROOT), id);
    }
}
