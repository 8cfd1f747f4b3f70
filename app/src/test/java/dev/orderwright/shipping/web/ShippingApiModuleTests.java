package dev.orderwright.shipping.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.Parcel;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Packages as a packing station, a carrier or another program knows them. */
class ShippingApiModuleTests {

    private static final String PACKAGES = "/api/v1/packages";

    private final World world = World.shared();
    private final Dock dock = new Dock(world);
    private final Shop shop = dock.shop;
    private final ApiCaller api =
            new ApiCaller(world, "shipping:read", "shipping:write", "documents:read", "personal:ship-to");

    private static String text(HttpResponse<String> answer, String field) {
        return String.valueOf(ApiCaller.json(answer).get(field));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(HttpResponse<String> answer, String field) {
        return (List<Map<String, Object>>)
                Objects.requireNonNull(ApiCaller.json(answer).get(field));
    }

    private static HttpResponse<String> done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return answer;
    }

    private static HttpResponse<String> refused(HttpResponse<String> answer, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"" + code + "\"");
        return answer;
    }

    private String workNumber(Picked picked) {
        return dock.floor.work(picked.work()).number();
    }

    private String open(Picked picked) {
        HttpResponse<String> opened = api.post(PACKAGES, "{\"fulfilmentOrder\": \"" + workNumber(picked) + "\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        assertThat(ApiCaller.json(opened))
                .containsEntry("state", "OPEN")
                .containsEntry("orderNumber", picked.placed().number());
        return text(opened, "number");
    }

    private static String units(String code, int quantity) {
        return "{\"code\": \"%s\", \"quantity\": %d}".formatted(code, quantity);
    }

    private HttpResponse<String> to(String parcel, String what, String body) {
        return api.post(PACKAGES + "/" + parcel + "/" + what, body);
    }

    private String labelled(Picked picked, int quantity) {
        String parcel = open(picked);
        done(to(parcel, "scans", units(picked.item().sku(), quantity)));
        done(to(parcel, "seal", "{}"));
        done(to(parcel, "label", "{}"));
        return parcel;
    }

    private Parcel parcel(String number) {
        return dock.queries.named(number).orElseThrow();
    }

    private static String event(Parcel parcel, String id, String code, String at) {
        return """
                {"carrier": "%s", "trackingNumber": "%s", "eventId": "%s", "code": "%s", "at": "%s", "place": "Leeds"}
                """.formatted(parcel.tag().carrier(), parcel.tag().trackingNumber(), id, code, at);
    }

    @Test
    void unitsAreScannedInAndOutWeighedAndClosed() {
        Picked picked = dock.picked(3);
        String parcel = open(picked);

        done(to(parcel, "scans", "{\"code\": \"" + picked.item().sku() + "\"}"));
        done(to(parcel, "scans", units(picked.item().sku(), 2)));
        HttpResponse<String> out =
                done(to(parcel, "take-outs", units(picked.item().sku(), 1)));
        assertThat(list(out, "contents"))
                .singleElement()
                .satisfies(content -> assertThat(content)
                        .containsEntry("sku", picked.item().sku())
                        .containsEntry("quantity", 2));
        done(to(parcel, "scans", units(picked.item().sku(), 1)));
        HttpResponse<String> sealed = done(to(parcel, "seal", "{\"weightGrams\": 1250, \"lengthMm\": 300}"));

        assertThat(ApiCaller.json(sealed)).containsEntry("state", "SEALED");
        assertThat(sealed.body()).contains("\"weightGrams\":1250").contains("\"lengthMm\":300");
        assertThat(text(done(to(parcel, "reopen", "")), "state")).isEqualTo("OPEN");
        refused(to(parcel, "seal", "{\"weightGrams\": -1}"), "out-of-range");
        dock.assertLawsHold();
    }

    @Test
    void whatDoesNotBelongInIsRefusedWithItsField() {
        Picked picked = dock.picked(2);
        String parcel = open(picked);

        assertThat(refused(to(parcel, "scans", units(shop.item().sku(), 1)), "wrong-item")
                        .body())
                .contains("\"code\"")
                .contains("Still to be packed: " + picked.item().sku());
        refused(to(parcel, "scans", units(picked.item().sku(), 3)), "over-pack");
        refused(to(parcel, "scans", units(picked.item().sku(), 0)), "not-positive");
        refused(to(parcel, "scans", "{}"), "missing");
        refused(to(parcel, "take-outs", units(picked.item().sku(), 1)), "not-in-package");
        refused(to(parcel, "seal", "{}"), "empty-package");
        assertThat(text(done(to(parcel, "discard", "")), "state")).isEqualTo("VOIDED");
        refused(api.post(PACKAGES, "{\"fulfilmentOrder\": \"FO-0\"}"), "unknown-fulfilment");
        refused(api.post(PACKAGES, "{}"), "missing");
        assertThat(api.get(PACKAGES + "/PK-0").statusCode()).isEqualTo(404);
        dock.assertLawsHold();
    }

    @Test
    void theSameKeyTwicePacksOnce() {
        Picked picked = dock.picked(3);
        String parcel = open(picked);
        String key = shop.word("key");
        String path = PACKAGES + "/" + parcel + "/scans";

        done(api.post(path, units(picked.item().sku(), 1), "Idempotency-Key", key));
        HttpResponse<String> again = done(api.post(path, units(picked.item().sku(), 1), "Idempotency-Key", key));

        assertThat(list(again, "contents"))
                .first()
                .satisfies(content -> assertThat(content).containsEntry("quantity", 1));
        refused(api.post(path, units(picked.item().sku(), 2), "Idempotency-Key", key), "key-reused");
    }

    @Test
    void manyBoxesArePackedAtOnceAndRefusedApart() {
        Picked one = dock.picked(4);
        Picked two = dock.picked(2);
        String body = """
                {"packs": [
                  {"fulfilmentOrder": "%s", "boxes": [{"contents": [{"code": "%s", "quantity": 3}], "measures": {"weightGrams": 900}},
                                                      {"contents": [{"code": "%s", "quantity": 1}]}]},
                  {"fulfilmentOrder": "%s", "boxes": [{"contents": [{"code": "%s", "quantity": 9}]}]}]}
                """.formatted(
                        workNumber(one),
                        one.item().sku(),
                        one.item().sku(),
                        workNumber(two),
                        two.item().sku());

        HttpResponse<String> packed = done(api.post(PACKAGES + "/pack", body));

        assertThat(ApiCaller.json(packed)).containsEntry("packed", 1).containsEntry("refused", 1);
        assertThat(packed.body()).contains("over-pack").contains("boxes[0].contents[0].quantity");
        assertThat(shop.units(one.placed().orderId(), SliceState.PACKED)).isEqualTo(4);
        assertThat(shop.units(two.placed().orderId(), SliceState.PACKED)).isZero();
        refused(api.post(PACKAGES + "/pack", "{\"packs\": [{\"boxes\": []}]}"), "missing");
        dock.assertLawsHold();
    }

    @Test
    void aLabelIsBoughtPrintedTwiceTheSameAndGivenBack() {
        Picked picked = dock.picked(2);
        String parcel = open(picked);
        done(to(parcel, "scans", units(picked.item().sku(), 1)));
        done(to(parcel, "seal", "{}"));
        refused(to(parcel, "label", "{}"), "not-complete");
        assertThat(text(done(to(parcel, "label", "{\"partial\": true}")), "state"))
                .isEqualTo("LABELLED");

        HttpResponse<String> zpl = done(api.get(PACKAGES + "/" + parcel + "/label.zpl"));
        assertThat(zpl.body())
                .startsWith("^XA")
                .isEqualTo(done(api.get(PACKAGES + "/" + parcel + "/label.zpl")).body());
        assertThat(zpl.headers().firstValue("Content-Type").orElse("")).startsWith("application/zpl");
        assertThat(done(api.get(PACKAGES + "/" + parcel + "/label.pdf")).body()).startsWith("%PDF");
        assertThat(done(api.get(PACKAGES + "/" + parcel + "/packing-slip.pdf")).body())
                .startsWith("%PDF");

        assertThat(text(done(to(parcel, "void-label", "")), "state")).isEqualTo("SEALED");
        refused(to(parcel, "void-label", ""), "no-label");
        refused(api.get(PACKAGES + "/" + parcel + "/label.pdf"), "not-found");
        dock.assertLawsHold();
    }

    @Test
    void aLabelThatCannotBeGivenBackNowCanBeLaterUnderTheSameKey() {
        Picked picked = dock.picked(1);
        String parcel = open(picked);
        done(to(parcel, "scans", units(picked.item().sku(), 1)));
        done(to(parcel, "seal", "{}"));
        String key = shop.word("key");
        String path = PACKAGES + "/" + parcel + "/void-label";
        refused(api.post(path, "", "Idempotency-Key", key), "no-label");
        done(to(parcel, "label", "{}"));
        assertThat(text(done(api.post(path, "", "Idempotency-Key", key)), "state"))
                .isEqualTo("SEALED");
    }

    @Test
    void aPackageIsReadAgainOnlyWhenItHasChanged() {
        Picked picked = dock.picked(2);
        String parcel = open(picked);
        String seen =
                api.get(PACKAGES + "/" + parcel).headers().firstValue("ETag").orElseThrow();
        done(to(parcel, "scans", units(picked.item().sku(), 1)));
        String now =
                api.get(PACKAGES + "/" + parcel).headers().firstValue("ETag").orElseThrow();
        assertThat(now).isNotEqualTo(seen);
        refused(api.post(PACKAGES + "/" + parcel + "/seal", "{}", "If-Match", seen), "stale-version");
        assertThat(text(done(api.post(PACKAGES + "/" + parcel + "/seal", "{}", "If-Match", now)), "state"))
                .isEqualTo("SEALED");
    }

    @Test
    void papersAreNotForThoseWhoMayNotSeeWhoTheyAreFor() {
        String parcel = labelled(dock.picked(1), 1);
        ApiCaller blind = new ApiCaller(world, "shipping:read", "documents:read");
        refused(blind.get(PACKAGES + "/" + parcel + "/label.pdf"), "forbidden");
        refused(blind.get(PACKAGES + "/" + parcel + "/packing-slip.pdf"), "forbidden");
    }

    @Test
    void packagesLeaveByNumberIdOrTrackingNumberAndWhatMayNotIsToldApart() {
        Picked one = dock.picked(1);
        Picked two = dock.picked(1);
        String first = labelled(one, 1);
        String second = labelled(two, 1);
        shop.orders
                .cancel(shop.cause(), new CancelOrder(two.placed().orderId(), null, List.of(), "changed my mind"))
                .orThrow();
        String body =
                "{\"packages\": [\"%s\", \"%s\"]}".formatted(parcel(first).tag().trackingNumber(), second);

        HttpResponse<String> gone = done(api.post("/api/v1/hand-overs", body));

        assertThat(list(gone, "shipments"))
                .singleElement()
                .satisfies(shipment -> assertThat(shipment)
                        .containsEntry("packages", 1)
                        .containsEntry("orderId", Long.toString(one.placed().orderId())));
        assertThat(gone.body()).contains("cancel-asked");
        assertThat(text(api.get(PACKAGES + "/" + first), "state")).isEqualTo("MANIFESTED");
        assertThat(text(api.get(PACKAGES + "/" + first), "deliverOn")).startsWith("2026-");
        refused(api.post("/api/v1/hand-overs", "{\"packages\": [\"PK-0\"]}"), "unknown-package");
        refused(api.post("/api/v1/hand-overs", "{\"packages\": []}"), "missing");
    }

    @Test
    void trackingEventsCountOnceInAnyOrderAndTheLastOneClosesTheOrder() {
        Picked picked = dock.picked(1);
        String number = labelled(picked, 1);
        done(api.post("/api/v1/hand-overs", "{\"packages\": [\"" + number + "\"]}"));
        Parcel parcel = parcel(number);
        String late = event(parcel, shop.word("e"), "DELIVERED", "2026-03-04T10:00:00Z");
        String early = event(parcel, shop.word("e"), "IN_TRANSIT", "2026-03-03T10:00:00Z");

        HttpResponse<String> first =
                done(api.post("/api/v1/tracking-events", "{\"events\": [" + late + "," + early + "]}"));
        HttpResponse<String> again = done(api.post("/api/v1/tracking-events", "{\"events\": [" + early + "]}"));

        assertThat(ApiCaller.json(first)).containsEntry("booked", 2).containsEntry("unknown", 0);
        assertThat(ApiCaller.json(again)).containsEntry("booked", 0).containsEntry("repeated", 1);
        assertThat(text(api.get(PACKAGES + "/" + number), "state")).isEqualTo("DELIVERED");
        assertThat(list(api.get(PACKAGES + "/" + number), "events"))
                .extracting("code")
                .contains("IN_TRANSIT", "DELIVERED");
        assertThat(shop.detail(picked.placed().orderId()).head().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        assertThat(refused(api.post("/api/v1/tracking-events", "{\"events\": [{\"carrier\": \"OWN\"}]}"), "missing")
                        .body())
                .contains("events[0].trackingNumber")
                .contains("events[0].code");
    }

    @Test
    void whatAnAggregatorSendsIsUnderstood() {
        Picked picked = dock.picked(1);
        String number = labelled(picked, 1);
        done(api.post("/api/v1/hand-overs", "{\"packages\": [\"" + number + "\"]}"));
        Parcel parcel = parcel(number);
        String body = """
                {"description": "tracker.updated", "result": {"tracking_code": "%s", "carrier": "%s", "tracking_details": [
                  {"status": "in_transit", "message": "Left the depot", "datetime": "2026-03-03T10:00:00Z"}]}}
                """.formatted(parcel.tag().trackingNumber(), parcel.tag().carrier());

        HttpResponse<String> booked = done(api.post("/api/v1/tracking-events/payloads", body));

        assertThat(ApiCaller.json(booked)).containsEntry("booked", 1);
        assertThat(text(api.get(PACKAGES + "/" + number), "state")).isEqualTo("IN_TRANSIT");
        refused(api.post("/api/v1/tracking-events/payloads", "{\"hello\": 1}"), "unreadable-payload");
        refused(to(number, "give-up", "{}"), "no-reason");
        assertThat(text(done(to(number, "give-up", "{\"reason\": \"fell into the sea\"}")), "state"))
                .isEqualTo("LOST");
        dock.assertLawsHold();
    }

    @Test
    void listsShowWhatWaitsAndWhatIsLate() {
        Picked picked = dock.picked(1);
        String number = labelled(picked, 1);
        String node = text(api.get(PACKAGES + "/" + number), "node");

        assertThat(list(done(api.get(PACKAGES + "?node=" + node)), "items"))
                .extracting("number")
                .containsExactly(number);
        assertThat(list(done(api.get(PACKAGES + "?list=UNDER_WAY&node=" + node)), "items"))
                .isEmpty();
        assertThat(list(done(api.get(PACKAGES + "?order=" + picked.placed().number())), "items"))
                .extracting("number")
                .containsExactly(number);
        refused(api.get(PACKAGES + "?cursor=nonsense"), "bad-cursor");
        assertThat(api.get("/api/v1/openapi").body())
                .contains("/api/v1/tracking-events/payloads")
                .contains("Numbers (PK-100042), ids or tracking numbers of the packages");
    }
}
