package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.BackgroundWork;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of orders as people make it theirs: saved views, chosen columns, a glance, holds of many released. */
class OrderListViewsModuleTests {

    private static World world;
    private static Shop shop;
    private static Visitor ann;
    private static Visitor bob;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        People.add(world, "ann", Role.OPERATIONS);
        People.add(world, "bob", Role.OPERATIONS);
        ann = Visitor.signedIn(world, "ann", People.PASSWORD);
        bob = Visitor.signedIn(world, "bob", People.PASSWORD);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String link(String html, String path) {
        return html.replaceAll("(?s).*\"(" + path + "[^\"]*)\".*", "$1").replace("&amp;", "&");
    }

    @Test
    void aViewIsSavedCountedSharedAndDeleted() {
        Shop.Goods item = shop.item();
        shop.place(shop.draft(item.times(1)));
        shop.place(shop.draft(item.times(1)));
        String here = "/orders?view=open&sku=" + item.sku();
        String save = link(ann.get(here).body(), "/views/new");

        HttpResponse<String> nameless = ann.submit(
                save, "/views/new", "list", "orders", "path", "/orders", "query", here.substring(8), "name", " ");
        assertThat(nameless.statusCode()).isEqualTo(422);
        assertThat(nameless.body()).contains("ask-name-error");
        HttpResponse<String> saved = ann.submit(
                save, "/views/new", "list", "orders", "path", "/orders", "query", here.substring(8), "name", "My item");
        assertThat(saved.headers().firstValue("Location")).contains(here);

        String list = ann.get(here).body();
        assertThat(list).contains("My item").doesNotContain("/views/new");
        assertThat(ann.get(link(list, "/orders/count")).body()).contains(">2<");
        assertThat(bob.get("/orders").body()).doesNotContain("My item");

        ann.submit(
                save,
                "/views/new",
                "list",
                "orders",
                "path",
                "/orders",
                "query",
                here.substring(8),
                "name",
                "My item",
                "who",
                "all");
        assertThat(bob.get("/orders").body()).contains("My item");
        assertThat(bob.get(here).body()).doesNotContain("/delete");

        String delete = link(ann.get(here).body(), "/views/\\d+/delete");
        ann.submit(delete, delete.substring(0, delete.indexOf('?')), "path", "/orders");
        assertThat(bob.get("/orders").body()).doesNotContain("My item");
    }

    @Test
    void columnsAreChosenByEachForThemselves() {
        shop.place(shop.draft(shop.item().times(1)));
        assertThat(ann.get("/orders").body()).contains(">Units</th>").doesNotContain(">Age</th>");

        HttpResponse<String> chosen = ann.submit(
                "/orders", "/own/columns/orders", "column", "age", "column", "total", "back", "/orders?view=all");
        assertThat(chosen.headers().firstValue("Location")).contains("/orders?view=all");
        assertThat(ann.get("/orders").body()).contains(">Age</th>").doesNotContain(">Units</th>");
        assertThat(bob.get("/orders").body()).contains(">Units</th>").doesNotContain(">Age</th>");

        ann.submit("/orders", "/own/columns/orders", "back", "/orders");
        assertThat(ann.get("/orders").body()).contains(">Units</th>").doesNotContain(">Age</th>");
        assertThat(ann.submit("/orders", "/own/columns/orders", "back", "https://elsewhere.example")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOrderIsLookedAtFromTheList() {
        Shop.Goods item = shop.item();
        Placed order = shop.place(shop.draft(item.times(3)));
        String peek = "/orders/" + order.number() + "/peek";

        assertThat(ann.get("/orders").body()).contains("data-peek=\"" + peek);
        assertThat(ann.get(peek, "HX-Request", "true").body())
                .contains(order.number(), item.sku(), "data-dialog")
                .doesNotContain("<html");
    }

    @Test
    void theHoldsOfManyAreReleasedAndWhatHasNoneIsTold() {
        Shop.Goods item = shop.item();
        List<Placed> orders = List.of(
                shop.place(shop.draft(item.times(1))),
                shop.place(shop.draft(item.times(1))),
                shop.place(shop.draft(item.times(1))));
        hold(orders.get(0), HoldType.REVIEW);
        hold(orders.get(0), HoldType.ADDRESS);
        hold(orders.get(1), HoldType.REVIEW);
        String here = "/orders?view=open&sku=" + item.sku();

        HttpResponse<String> answer = ann.submit(
                here,
                "/orders/bulk/release",
                "here",
                here,
                "everything",
                "on",
                "releaseType",
                "REVIEW",
                "releaseReason",
                "looked at");
        world.beans(BackgroundWork.class).stream()
                .filter(work -> work.name().equals("jobs"))
                .forEach(OrderListViewsModuleTests::workOff);

        String job = answer.headers().firstValue("Location").orElseThrow();
        assertThat(ann.get(job).body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("Release the hold “Review” of 3 orders: looked at", "Done 2", "Refused 1", "no such hold");
        assertThat(active(orders.get(0))).isEqualTo(1);
        assertThat(active(orders.get(1))).isZero();
    }

    private static void hold(Placed order, HoldType type) {
        shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(order.orderId(), type, "look")))
                .orThrow();
    }

    private static void workOff(BackgroundWork work) {
        while (work.round() > 0) {
            // until nothing is left
        }
    }

    private static long active(Placed order) {
        return shop.holds.ofOrder(order.orderId()).stream()
                .filter(Hold::isActive)
                .count();
    }
}
