package dev.orderwright.orders.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever changes an order is told what that will change, by the very write, and nothing is changed by being told. */
class OrderActionsModuleTests {

    private static World world;
    private static Shop shop;
    private static long node;
    private static Visitor desk;
    private static Visitor auditor;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        node = shop.node();
        People.add(world, "ann", Role.OPERATIONS);
        People.add(world, "aud", Role.AUDITOR);
        desk = Visitor.signedIn(world, "ann", People.PASSWORD);
        auditor = Visitor.signedIn(world, "aud", People.PASSWORD);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** An order of one line, whose units are reserved at the node. */
    private static Placed reserved(long quantity) {
        Shop.Goods item = shop.item();
        shop.stock(node, item, 100);
        return shop.place(shop.draft(item.times(quantity)));
    }

    private static String url(Placed order) {
        return "/orders/" + order.number();
    }

    /** The words of a page without its tags. */
    private static String words(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void cancellingOneOfTwoUnitsIsForetoldAndThenDone() {
        Placed order = reserved(2);
        String page = desk.get(url(order)).body();
        assertThat(page).contains(url(order) + "/cancel?line=1");

        String question = url(order) + "/cancel?line=1";
        assertThat(words(desk.get(question).body()))
                .contains("At most 2 of 2 ordered.", "2 → 0", "Value of what is delivered");
        String foretold = words(desk.submit(question, url(order) + "/cancel/preview", "line", "1", "quantity", "1")
                .body());
        assertThat(foretold).contains("Line 1: Reserved", "2 → 1", "Line 1: Cancelled", "0 → 1");
        assertThat(shop.units(order.orderId(), SliceState.RESERVED)).isEqualTo(2);

        HttpResponse<String> answer =
                desk.submit(question, url(order) + "/cancel", "line", "1", "quantity", "1", "reason", "one is enough");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(url(order));
        assertThat(shop.units(order.orderId(), SliceState.RESERVED)).isEqualTo(1);
        assertThat(shop.units(order.orderId(), SliceState.CANCELLED)).isEqualTo(1);
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingTypedIsLost() {
        Placed order = reserved(2);
        String question = url(order) + "/cancel?line=1";

        HttpResponse<String> tooMany =
                desk.submit(question, url(order) + "/cancel", "line", "1", "quantity", "7", "reason", "far too many");
        HttpResponse<String> noReason =
                desk.submit(question, url(order) + "/cancel", "line", "1", "quantity", "1", "reason", " ");
        HttpResponse<String> noNumber =
                desk.submit(question, url(order) + "/cancel", "line", "1", "quantity", "some", "reason", "x");

        assertThat(tooMany.statusCode()).isEqualTo(422);
        assertThat(tooMany.body()).contains("far too many", "value=\"7\"", "ask-quantity-error");
        assertThat(noReason.statusCode()).isEqualTo(422);
        assertThat(noReason.body()).contains("ask-reason-error");
        assertThat(noNumber.body()).contains("ask-quantity-error", "some");
        assertThat(shop.units(order.orderId(), SliceState.CANCELLED)).isZero();
    }

    @Test
    void somebodyElsesChangeIsNotOverwritten() {
        Placed order = reserved(3);
        String seen = Integer.toString(shop.detail(order.orderId()).head().version());
        desk.submit(url(order) + "/hold", url(order) + "/hold", "type", "REVIEW", "reason", "look first");

        HttpResponse<String> late = desk.submit(
                url(order) + "/cancel?line=1",
                url(order) + "/cancel",
                "line",
                "1",
                "quantity",
                "1",
                "reason",
                "late",
                "version",
                seen);

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("late");
        assertThat(shop.units(order.orderId(), SliceState.CANCELLED)).isZero();
        String now = Integer.toString(shop.detail(order.orderId()).head().version());
        assertThat(late.body()).contains("name=\"version\" value=\"" + now + "\"");
    }

    @Test
    void aHoldIsPlacedWithItsEndAndTakenBackFromItsMessage() {
        Placed order = reserved(1);
        assertThat(words(desk.get(url(order) + "/hold").body())).contains("Holds", "none → Review");

        HttpResponse<String> past = desk.submit(
                url(order) + "/hold", url(order) + "/hold", "type", "REVIEW", "until", "2001-02-03", "reason", "x");
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("ask-until-error");

        desk.submit(url(order) + "/hold", url(order) + "/hold", "type", "FRAUD", "until", "2099-02-03", "reason", "x");
        Hold hold = shop.holds.ofOrder(order.orderId()).getFirst();
        assertThat(hold.type()).isEqualTo(HoldType.FRAUD);
        assertThat(hold.until()).isNotNull();

        String release = url(order) + "/holds/" + hold.id() + "/release";
        assertThat(words(desk.get(release).body())).contains("Fraud → none");
        desk.submit(release, release, "reason", "looked at it");
        assertThat(shop.holds.ofOrder(order.orderId())).noneMatch(Hold::isActive);
    }

    @Test
    void aLineIsHeldAlone() {
        Shop.Goods one = shop.item();
        Shop.Goods two = shop.item();
        shop.stock(node, one, 10);
        shop.stock(node, two, 10);
        Placed order = shop.place(shop.draft(one.times(1), two.times(1)));

        desk.submit(
                url(order) + "/hold?line=2",
                url(order) + "/hold",
                "line",
                "2",
                "type",
                "REVIEW",
                "reason",
                "wrong colour");

        Hold hold = shop.holds.ofOrder(order.orderId()).getFirst();
        assertThat(hold.scope()).isEqualTo(HoldScope.LINE);
        assertThat(hold.lineNo()).isEqualTo(2);
    }

    @Test
    void anotherNodeIsForetoldWithWhatMovesThere() {
        Shop.Goods item = shop.item();
        long other = shop.node();
        shop.stock(node, item, 10);
        shop.stock(other, item, 10);
        Placed order = shop.place(shop.draft(item.times(4)));
        long at = Objects.requireNonNull(
                shop.detail(order.orderId()).slices().getFirst().nodeId());
        String wanted = shop.nodeCode(at == node ? other : node);

        String foretold = words(desk.submit(url(order) + "/source", url(order) + "/source/preview", "node", wanted)
                .body());

        assertThat(foretold).contains("4 → 0", "0 → 4", "Comes from");
        assertThat(shop.detail(order.orderId()).slices().getFirst().nodeId()).isEqualTo(at);
    }

    @Test
    void whyItCannotBeDoneStandsInsteadOfWhatWouldChange() {
        Placed order = reserved(1);
        shop.orders.cancel(
                shop.cause(), new dev.orderwright.orders.CancelOrder(order.orderId(), null, List.of(), "gone"));

        assertThat(words(desk.get(url(order) + "/hold").body())).contains("has ended");
        assertThat(desk.get(url(order)).body()).doesNotContain(url(order) + "/hold\"");
    }

    @Test
    void whoMayNotCancelIsNeitherAskedNorObeyed() {
        Placed order = reserved(1);

        assertThat(auditor.get(url(order)).body()).doesNotContain("data-dialog");
        assertThat(auditor.get(url(order) + "/cancel").statusCode()).isEqualTo(403);
        assertThat(auditor.submit(url(order), url(order) + "/cancel/preview").statusCode())
                .isEqualTo(403);
        assertThat(auditor.submit(url(order), url(order) + "/cancel", "reason", "x")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aHoldOfAnotherOrderIsNotThere() {
        Placed order = reserved(1);
        Placed other = reserved(1);
        long hold = shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(other.orderId(), HoldType.REVIEW, "x")))
                .orThrow()
                .holdIds()
                .getFirst();

        assertThat(desk.get(url(order) + "/holds/" + hold + "/release").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLargeOrderIsShownPageByPage() {
        List<Shop.Goods> items =
                IntStream.range(0, 120).mapToObj(i -> shop.item()).toList();
        Placed order =
                shop.place(shop.draft(items.stream().map(item -> item.times(1)).toArray(OrderDraft.Line[]::new)));

        String first = desk.get(url(order)).body();
        String last = desk.get(url(order) + "?from=100").body();

        assertThat(words(first)).contains("Lines 1 to 50 of 120");
        assertThat(first)
                .contains(items.get(49).sku())
                .doesNotContain(items.get(50).sku());
        assertThat(words(last)).contains("Lines 101 to 120 of 120");
        assertThat(last)
                .contains(items.get(119).sku())
                .doesNotContain(items.get(99).sku());
    }

    @Test
    void whatHappenedLongAgoIsReadFurtherBack() {
        Placed order = reserved(1);
        for (int i = 1; i <= 40; i++) {
            shop.orders
                    .comment(shop.cause(), order.orderId(), "note no " + i + ".")
                    .orThrow();
        }

        String page = desk.get(url(order)).body();
        assertThat(page).contains("note no 40.", "note no 20.").doesNotContain("note no 5.");
        String older = page.replaceAll("(?s).*href=\"(" + url(order) + "/timeline\\?before=\\d+)\".*", "$1");
        assertThat(desk.get(older).body())
                .contains("note no 5.", "Order placed")
                .doesNotContain("note no 40.");
    }

    @Test
    void whyTheUnitsAreThereIsSaidInSentences() {
        Placed order = reserved(2);

        assertThat(words(desk.get(url(order)).body()).replaceFirst(".*(?=Why from there)", ""))
                .contains("Why from there", " gives 2; they leave on");
    }
}
