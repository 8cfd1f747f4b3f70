package dev.orderwright.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The nodes' work as a handheld or another program does it. */
class FulfilmentApiModuleTests {

    private static final String WORKS = "/api/v1/fulfilment-orders/";

    private final World world = World.shared();
    private final Floor floor = new Floor(world);
    private final Shop shop = floor.shop;
    private final ApiCaller api =
            new ApiCaller(world, "fulfilment:read", "fulfilment:write", "documents:read", "orders:write");

    private static String text(HttpResponse<String> answer, String field) {
        return String.valueOf(ApiCaller.json(answer).get(field));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(HttpResponse<String> answer, String field) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(ApiCaller.json(answer).get(field));
    }

    private HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private HttpResponse<String> refused(HttpResponse<String> answer, String code, String field) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + code + "\"").contains("\"" + field + "\"");
        return answer;
    }

    private String released(long node) {
        HttpResponse<String> released = done(api.post("/api/v1/releases?node=" + shop.nodeCode(node), "{}"));
        assertThat(list(released, "released")).hasSize(1);
        return String.valueOf(list(released, "released").getFirst().get("number"));
    }

    private String begun(long node) {
        String work = released(node);
        done(api.post(WORKS + work + "/accept", ""));
        done(api.post(WORKS + work + "/start-pick", "{}"));
        return work;
    }

    private static String pick(String code, String bin, int quantity) {
        return "{\"picks\": [{\"code\": \"%s\", \"bin\": \"%s\", \"quantity\": %d}]}".formatted(code, bin, quantity);
    }

    @Test
    void workIsReleasedAcceptedStartedAndPickedByScan() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));

        String work = released(node);
        HttpResponse<String> toAccept =
                done(api.get("/api/v1/fulfilment-orders?list=TO_ACCEPT&node=" + shop.nodeCode(node)));
        assertThat(list(toAccept, "items"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("number", work)
                        .containsEntry("orderNumber", placed.number())
                        .containsEntry("orderId", Long.toString(placed.orderId()))
                        .containsEntry("node", shop.nodeCode(node)));
        assertThat(text(done(api.post(WORKS + work + "/accept", "")), "state")).isEqualTo("ACCEPTED");
        assertThat(text(done(api.post(WORKS + work + "/start-pick", "{}")), "state"))
                .isEqualTo("PICKING");

        HttpResponse<String> first = done(api.post(WORKS + work + "/picks", pick(item.sku(), "A-01", 2)));
        assertThat(list(first, "stops"))
                .singleElement()
                .satisfies(stop -> assertThat(stop).containsEntry("bin", "A-01").containsEntry("open", 1));
        assertThat(text(done(api.post(WORKS + work + "/picks", pick(item.sku(), "A-01", 1))), "state"))
                .isEqualTo("PICKED");
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(3);
        floor.assertLawsHold();
    }

    @Test
    void aWrongItemIsRefusedWithWhatWasExpectedAndNothingIsBooked() {
        long node = shop.node();
        Goods item = shop.item();
        Goods other = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        String work = begun(node);

        HttpResponse<String> wrong = api.post(
                WORKS + work + "/picks",
                "{\"picks\": [{\"code\": \"%s\", \"bin\": \"A-01\", \"quantity\": 1}, {\"code\": \"%s\", \"bin\": \"A-01\", \"quantity\": 1}]}"
                        .formatted(item.sku(), other.sku()));

        refused(wrong, "wrong-item", "picks[1].code");
        assertThat(wrong.body()).contains("Expected " + item.sku() + " from bin A-01");
        refused(api.post(WORKS + work + "/picks", pick(item.sku(), "B-02", 1)), "wrong-bin", "picks[0].bin");
        refused(api.post(WORKS + work + "/picks", pick(item.sku(), "A-01", 4)), "over-pick", "picks[0].quantity");
        refused(api.post(WORKS + work + "/picks", "{}"), "missing", "picks");
        refused(
                api.post(WORKS + work + "/picks", "{\"picks\": [{\"code\": \"X\", \"bin\": \"A\"}]}"),
                "missing",
                "picks[0].quantity");
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(3);
    }

    @Test
    void theSameKeyTwicePicksOnce() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        String work = begun(node);
        String key = shop.word("key");

        HttpResponse<String> one =
                api.post(WORKS + work + "/picks", pick(item.sku(), "A-01", 1), "Idempotency-Key", key);
        HttpResponse<String> two =
                api.post(WORKS + work + "/picks", pick(item.sku(), "A-01", 1), "Idempotency-Key", key);
        HttpResponse<String> other =
                api.post(WORKS + work + "/picks", pick(item.sku(), "A-01", 2), "Idempotency-Key", key);

        assertThat(done(two).body()).isEqualTo(done(one).body());
        assertThat(other.body()).contains("key-reused");
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsTakenFromAnotherBinAndTheAnswerSaysWhere() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        floor.stock(node, item, "B-07", 3);
        shop.place(shop.draft(item.times(3)));
        String work = begun(node);

        HttpResponse<String> shorted = done(api.post(
                WORKS + work + "/short-picks",
                "{\"shortPicks\": [{\"taskNo\": 1, \"quantity\": 2, \"reason\": \"NOT_FOUND\"}]}"));

        assertThat(list(shorted, "stops"))
                .hasSize(2)
                .last()
                .satisfies(stop -> assertThat(stop).containsEntry("bin", "B-07").containsEntry("open", 2));
        refused(
                api.post(
                        WORKS + work + "/short-picks",
                        "{\"shortPicks\": [{\"taskNo\": 9, \"quantity\": 1, \"reason\": \"DAMAGED\"}]}"),
                "unknown-task",
                "shortPicks[0].taskNo");
        floor.assertLawsHold();
    }

    @Test
    void shortPicksAreBookedWholeOrNotAtAllAndARefusalLeavesTheKeyFree() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        Placed placed = shop.place(shop.draft(item.times(3)));
        String path = WORKS + begun(node) + "/short-picks";
        String key = shop.word("key");
        String good = "{\"taskNo\": 1, \"quantity\": 1, \"reason\": \"NOT_FOUND\"}";
        String wrong = "{\"taskNo\": 9, \"quantity\": 1, \"reason\": \"DAMAGED\"}";

        HttpResponse<String> refused =
                api.post(path, "{\"shortPicks\": [" + good + "," + wrong + "]}", "Idempotency-Key", key);
        refused(refused, "unknown-task", "shortPicks[1].taskNo");
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(3);

        done(api.post(path, "{\"shortPicks\": [" + good + "]}", "Idempotency-Key", key));
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(2);
        floor.assertLawsHold();
    }

    @Test
    void aNodeThatCannotDoItGivesTheUnitsBack() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        Placed placed = shop.place(shop.draft(item.times(3)));
        String work = released(node);

        refused(api.post(WORKS + work + "/reject", "{}"), "missing", "reason");
        refused(api.post(WORKS + work + "/reject", "{\"reason\": \"OTHER\"}"), "no-reason", "note");
        HttpResponse<String> part = done(api.post(
                WORKS + work + "/reject",
                "{\"reason\": \"NO_CAPACITY\", \"lines\": [{\"lineNo\": 1, \"quantity\": 1}]}"));
        assertThat(text(part, "state")).isEqualTo("RELEASED");
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(2);
        assertThat(text(done(api.post(WORKS + work + "/reject", "{\"reason\": \"CLOSED\"}")), "state"))
                .isEqualTo("REJECTED");
        floor.assertLawsHold();
    }

    @Test
    void theNodeAnswersWhetherItCouldStillStop() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        Placed placed = shop.place(shop.draft(item.times(3)));
        String work = begun(node);
        refused(api.post(WORKS + work + "/cancel-answer", "{\"stopped\": true}"), "nothing-asked", "code");
        shop.orders
                .cancel(shop.cause(), new CancelOrder(placed.orderId(), null, List.of(), "changed my mind"))
                .orThrow();

        HttpResponse<String> asked =
                done(api.get("/api/v1/fulfilment-orders?list=CANCEL_ASKED&node=" + shop.nodeCode(node)));
        assertThat(list(asked, "items")).hasSize(1);
        refused(api.post(WORKS + work + "/cancel-answer", "{\"stopped\": false}"), "no-reason", "reason");
        assertThat(text(done(api.post(WORKS + work + "/cancel-answer", "{\"stopped\": true}")), "state"))
                .isEqualTo("CANCELLED");
        assertThat(shop.units(placed.orderId(), SliceState.CANCELLED)).isEqualTo(3);
        floor.assertLawsHold();
    }

    @Test
    void aListIsReadPageByPageInTheOrderOfUrgencyAndNothingIsMissed() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 50);
        for (int i = 0; i < 5; i++) {
            shop.place(shop.draft(item.times(1)));
        }
        done(api.post("/api/v1/releases?node=" + shop.nodeCode(node), "{\"limit\": 3}"));
        done(api.post("/api/v1/releases?node=" + shop.nodeCode(node), "{}"));

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            HttpResponse<String> page = done(api.get("/api/v1/fulfilment-orders?list=TO_ACCEPT&limit=2&node="
                    + shop.nodeCode(node) + "&cursor=" + cursor));
            list(page, "items").forEach(row -> seen.add(String.valueOf(row.get("number"))));
            Object next = ApiCaller.json(page).get("next");
            cursor = next == null ? "" : next.toString();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        HttpResponse<String> counts = done(api.get("/api/v1/fulfilment-orders/counts?node=" + shop.nodeCode(node)));
        assertThat(counts.body()).contains("\"TO_ACCEPT\":5");
        refused(api.get("/api/v1/fulfilment-orders?cursor=nonsense"), "bad-cursor", "cursor");
        refused(api.get("/api/v1/fulfilment-orders?node=NOWHERE"), "unknown-node", "node");
    }

    @Test
    void aPickListIsPrinted() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        shop.place(shop.draft(item.times(3)));
        String work = released(node);

        HttpResponse<String> paper = done(api.get(WORKS + work + "/pick-list.pdf"));

        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(paper.headers().firstValue("Content-Disposition").orElse("")).contains("pick-list-" + work + ".pdf");
        assertThat(paper.body()).startsWith("%PDF");
    }

    @Test
    void whatDoesNotExistIsNotFoundUnderNumberAndId() {
        assertThat(api.get(WORKS + "FO-0").statusCode()).isEqualTo(404);
        assertThat(api.get(WORKS + "1").statusCode()).isEqualTo(404);
        assertThat(api.post(WORKS + "FO-0/accept", "").statusCode()).isEqualTo(404);
    }

    @Test
    void aWorkHasAVersionThatIsItsETagAndIsFoundByItsIdToo() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        shop.place(shop.draft(item.times(1)));
        String work = released(node);

        HttpResponse<String> byNumber = done(api.get(WORKS + work));
        HttpResponse<String> byId = done(api.get(WORKS + text(byNumber, "id")));

        assertThat(byId.body()).isEqualTo(byNumber.body());
        assertThat(byNumber.headers().firstValue("ETag")).hasValue("\"" + text(byNumber, "version") + "\"");
    }

    @Test
    void theDescriptionOfTheApiTellsWhatEachParameterIs() {
        String description = api.get("/api/v1/openapi").body();
        assertThat(description)
                .contains("/api/v1/fulfilment-orders/{work}/short-picks")
                .contains("Code of the node; without it every node")
                .contains("SKU or barcode as it was scanned");
    }
}
