package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.web.Csv;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BulkScreensModuleTests {

    private static World world;
    private static Shop shop;
    private static Visitor desk;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        desk = People.add(world, "olga", Role.OPERATIONS);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static void workOff() {
        BackgroundWork work = world.beans(BackgroundWork.class).stream()
                .filter(one -> one.name().equals("jobs"))
                .findFirst()
                .orElseThrow();
        while (work.round() > 0) {
            // until nothing is left
        }
    }

    private static Placed order(Shop.Goods item) {
        return shop.place(shop.draft(item.times(1)));
    }

    private static String id(Placed order) {
        return Long.toString(order.orderId());
    }

    private static boolean isHeld(Placed order) {
        return shop.holds.ofOrder(order.orderId()).stream().anyMatch(Hold::isActive);
    }

    /** What the next page will say once. */
    private static String said(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("orderwright-flash="))
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
                .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Test
    void whatIsTickedIsHeldAndNothingElse() {
        Shop.Goods item = shop.item();
        Placed one = order(item);
        Placed two = order(item);
        Placed other = order(item);
        String here = "/orders?view=open&sku=" + item.sku();

        HttpResponse<String> answer = desk.submit(
                here,
                "/orders/bulk/hold",
                "here",
                here,
                "order",
                id(one),
                "order",
                id(two),
                "type",
                "REVIEW",
                "holdReason",
                "recall");
        workOff();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(here);
        assertThat(said(answer)).contains("2 orders are being held.").contains("/undo");
        assertThat(isHeld(one)).isTrue();
        assertThat(isHeld(two)).isTrue();
        assertThat(isHeld(other)).isFalse();
    }

    @Test
    void everythingThatFitsTheFiltersIsMeantWhateverIsTicked() {
        Shop.Goods item = shop.item();
        Placed one = order(item);
        Placed two = order(item);
        Placed ended = order(item);
        shop.orders.cancel(shop.cause(), new CancelOrder(ended.orderId(), null, List.of(), "no"));
        Placed other = order(shop.item());
        String here = "/orders?view=open&sku=" + item.sku();

        HttpResponse<String> answer = desk.submit(
                here,
                "/orders/bulk/hold",
                "here",
                here,
                "order",
                id(other),
                "everything",
                "on",
                "type",
                "REVIEW",
                "holdReason",
                "recall");
        workOff();

        assertThat(said(answer)).contains("2 orders are being held.");
        assertThat(isHeld(one)).isTrue();
        assertThat(isHeld(two)).isTrue();
        assertThat(isHeld(ended)).isFalse();
        assertThat(isHeld(other)).isFalse();
    }

    @Test
    void manyOrdersAreSentFromAnotherNode() {
        Shop.Goods item = shop.item();
        long first = shop.node();
        shop.stock(first, item, 1);
        Placed one = order(item);
        assertThat(shop.units(one.orderId(), SliceState.RESERVED)).isEqualTo(1);
        long second = shop.node();
        shop.stock(second, item, 1);
        Placed ended = order(item);
        shop.orders.cancel(shop.cause(), new CancelOrder(ended.orderId(), null, List.of(), "no"));

        HttpResponse<String> nothing = desk.submit("/orders", "/orders/bulk/source", "order", id(one));
        assertThat(said(nothing)).contains("Choosing a node needs a reason");
        HttpResponse<String> answer = desk.submit(
                "/orders",
                "/orders/bulk/source",
                "order",
                id(one),
                "order",
                id(ended),
                "sourceNode",
                shop.nodeCode(second),
                "sourceReason",
                "flooded");
        workOff();

        assertThat(shop.available(first, item)).isEqualTo(1);
        assertThat(shop.available(second, item)).isZero();
        String job = answer.headers().firstValue("Location").orElseThrow();
        assertThat(desk.get(job).body()).contains("order-ended", "flooded");
    }

    @Test
    void whatFitsTheFiltersIsAFile() {
        Shop.Goods item = shop.item();
        Placed one = order(item);
        Placed two = order(item);
        String filters = "?view=all&sku=" + item.sku();

        HttpResponse<String> csv = desk.get("/orders/export.csv" + filters);
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment", "orders.csv"));
        assertThat(csv.body().lines().toList())
                .hasSize(3)
                .startsWith("order,channel,shipToName,country,placedAt,state,holds,units,total,currency,expectedOn")
                .anyMatch(line -> line.startsWith("\"" + one.number() + "\","))
                .anyMatch(line -> line.startsWith("\"" + two.number() + "\","));
        String ndjson = desk.get("/orders/export.ndjson" + filters).body();
        assertThat(ndjson.lines())
                .hasSize(2)
                .allMatch(line -> String.valueOf(Json.readMap(line).get("placedAt"))
                        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)"));
        assertThat(desk.get("/orders" + filters).body()).contains("/orders/export.csv?view=all");
        assertThat(desk.get("/orders/export.csv?from=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void aSpreadsheetTakesNothingForAFormula() {
        assertThat(List.of("=1+1", "+1", "-1", "@sum", "\tx", "5 \"x\"", ""))
                .map(Csv::text)
                .containsExactly("\"'=1+1\"", "\"'+1\"", "\"'-1\"", "\"'@sum\"", "\"'\tx\"", "\"5 \"\"x\"\"\"", "\"\"");
    }

    @Test
    void cancellingManyShowsItsJob() {
        Placed one = order(shop.item());

        HttpResponse<String> answer =
                desk.submit("/orders", "/orders/bulk/cancel", "order", id(one), "cancelReason", "bankrupt");
        workOff();

        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/jobs/");
        assertThat(desk.get(answer.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("Cancel 1 order: bankrupt");
        assertThat(shop.queries
                        .byId(one.orderId())
                        .orElseThrow()
                        .head()
                        .lifecycle()
                        .name())
                .isEqualTo("CANCELLED");
    }

    @Test
    void nothingTickedOrNoReasonIsSaidAndNothingIsDone() {
        Placed one = order(shop.item());

        assertThat(said(desk.submit("/orders", "/orders/bulk/hold", "type", "REVIEW", "holdReason", "x")))
                .contains("Choose at least one.");
        assertThat(said(desk.submit("/orders", "/orders/bulk/cancel", "order", id(one), "cancelReason", " ")))
                .contains("Cancelling needs a reason");
        HttpResponse<String> elsewhere = desk.submit(
                "/orders", "/orders/bulk/hold", "here", "//evil.example/orders", "type", "REVIEW", "holdReason", "x");
        assertThat(elsewhere.headers().firstValue("Location")).contains("/orders");
    }

    @Test
    void whoMayDoNeitherSeesNoBoxesAndIsRefused() {
        order(shop.item());
        Visitor auditor = People.add(world, "audrey", Role.AUDITOR);

        assertThat(auditor.get("/orders").body()).doesNotContain("data-select-all");
        assertThat(desk.get("/orders").body()).contains("data-select-all");
        assertThat(auditor.submit("/orders", "/orders/bulk/cancel", "cancelReason", "x")
                        .statusCode())
                .isEqualTo(403);
    }
}
