package dev.orderwright.inventory.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.StockLimit;
import dev.orderwright.inventory.Supply;
import dev.orderwright.inventory.Transfer;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StockScreensModuleTests {

    private static World world;
    private static Shop shop;
    private static Inventory inventory;
    private static Visitor clerk;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        inventory = world.bean(Inventory.class);
        clerk = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String code(long nodeId) {
        return inventory.nodes().stream()
                .filter(node -> node.id() == nodeId)
                .map(Node::code)
                .findFirst()
                .orElseThrow();
    }

    private static long level(Goods item, long node, Bucket bucket) {
        return inventory.levels(List.of(item.id())).getOrDefault(item.id(), List.of()).stream()
                .filter(level -> level.key().nodeId() == node)
                .mapToLong((StockLevel level) -> level.in(bucket))
                .sum();
    }

    private static HttpResponse<String> book(String work, String... fields) {
        return clerk.submit("/inventory/book/" + work, "/inventory/book/" + work, fields);
    }

    @Test
    void theGridShowsWhatLiesWhereAndItsFiltersStandInTheAddress() {
        long near = shop.node();
        long far = shop.node();
        Goods item = shop.item();
        shop.stock(near, item, 1_234);
        shop.stock(far, item, 7);

        String all = clerk.get("/inventory?q=" + item.sku()).body();
        String here =
                clerk.get("/inventory?q=" + item.sku() + "&node=" + code(far)).body();

        assertThat(all)
                .contains(item.sku(), "1,234", "data-label=\"Node\">" + code(near), "data-label=\"Node\">" + code(far));
        assertThat(here)
                .contains("data-label=\"Node\">" + code(far))
                .doesNotContain("data-label=\"Node\">" + code(near));
        assertThat(clerk.get("/inventory?q=no-such-thing").body()).contains("No item fits");
    }

    @Test
    void belowItsLimitShowsOnlyWhatHasLessThanIsKeptBack() {
        long node = shop.node();
        Goods plenty = shop.item();
        Goods scarce = shop.item();
        shop.stock(node, plenty, 50);
        shop.stock(node, scarce, 5);
        for (Goods item : List.of(plenty, scarce)) {
            inventory
                    .setLimits(
                            shop.cause(),
                            List.of(new StockLimit(item.id(), node, "", LocalDate.parse("2026-01-01"), null, 20)))
                    .orThrow();
        }

        String page =
                clerk.get("/inventory?show=below-limit&node=" + code(node)).body();

        assertThat(page).contains(scarce.sku(), ">-15<").doesNotContain(plenty.sku());
    }

    @Test
    void whatWillChangeIsShownBeforeAnythingIsBooked() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 10);
        shop.place(shop.draft(item.times(25)));

        String effect = clerk.get(
                        "/inventory/book/receive/effect?sku=" + item.sku() + "&node=" + code(node) + "&quantity=6")
                .body();
        String tooMany = clerk.get("/inventory/book/move/effect?sku=" + item.sku() + "&node=" + code(node)
                        + "&from=AVAILABLE&to=DAMAGED&quantity=3")
                .body();

        assertThat(effect)
                .contains("0 <span class=\"turns\">→</span> <b>6</b>", "Orders wait for 15 of " + item.sku())
                .doesNotContain("<html");
        assertThat(tooMany).contains("Only 0 of " + item.sku() + " are there", "class=\"bad\"");
        assertThat(level(item, node, Bucket.AVAILABLE)).isZero();
    }

    @Test
    void aReceiptGoesOnWithTheNextItemOfTheDelivery() {
        long node = shop.node();
        Goods item = shop.item();

        HttpResponse<String> answer = book(
                "receive", "sku", item.sku(), "node", code(node), "quantity", "12", "bin", "a-01", "document", "DN 9");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .isEqualTo("/inventory/book/receive?node=" + code(node) + "&document=DN+9");
        assertThat(level(item, node, Bucket.AVAILABLE)).isEqualTo(12);
        assertThat(clerk.get("/inventory/" + item.id()).body()).contains("A-01", "supplier → available", "DN 9");
    }

    @Test
    void whatCannotBeBookedIsSaidBesideItsField() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 2);

        HttpResponse<String> unknown = book("receive", "sku", "NO-SUCH", "node", code(node), "quantity", "1");
        HttpResponse<String> missing = book(
                "adjust",
                "sku",
                item.sku(),
                "node",
                code(node),
                "bucket",
                "AVAILABLE",
                "delta",
                "-3",
                "reason",
                "LOST");
        HttpResponse<String> nonsense =
                book("announce", "sku", item.sku(), "node", code(node), "quantity", "many", "expectedOn", "soon");

        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("id=\"sku-error\"", "No item has the SKU or barcode NO-SUCH");
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.body()).contains("id=\"delta-error\"");
        assertThat(nonsense.body()).contains("id=\"quantity-error\"", "id=\"expectedOn-error\"");
        assertThat(level(item, node, Bucket.AVAILABLE)).isEqualTo(2);
    }

    @Test
    void aBalanceIsPutRightWithAReasonAndUnitsChangeTheirCondition() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 20);

        HttpResponse<String> adjusted = book(
                "adjust",
                "sku",
                item.sku(),
                "node",
                code(node),
                "bucket",
                "AVAILABLE",
                "delta",
                "-3",
                "reason",
                "STOLEN",
                "note",
                "seen on camera");
        HttpResponse<String> changed = book(
                "move",
                "sku",
                item.sku(),
                "node",
                code(node),
                "from",
                "AVAILABLE",
                "to",
                "DAMAGED",
                "quantity",
                "4",
                "reason",
                "water damage");

        assertThat(adjusted.headers().firstValue("Location")).contains("/inventory/" + item.id());
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(level(item, node, Bucket.AVAILABLE)).isEqualTo(13);
        assertThat(level(item, node, Bucket.DAMAGED)).isEqualTo(4);
        assertThat(clerk.get("/inventory/" + item.id()).body()).contains("stolen", "seen on camera", "water damage");
    }

    @Test
    void goodsAreSentByScanAndArriveInParts() {
        long from = shop.node();
        long to = shop.node();
        Goods first = shop.item();
        Goods second = shop.item();
        shop.stock(from, first, 10);
        shop.stock(from, second, 10);

        HttpResponse<String> sent = book(
                "transfer",
                "lines",
                first.sku() + "\n" + first.sku() + "\n" + second.sku() + " 4\n",
                "fromNode",
                code(from),
                "toNode",
                code(to),
                "expectedOn",
                "2026-03-04");
        Transfer transfer = inventory.transfers(true, null, 1).items().getFirst();
        String page = "/inventory/transfers/" + transfer.id();

        assertThat(sent.headers().firstValue("Location")).contains("/inventory/transfers");
        assertThat(level(first, to, Bucket.IN_TRANSIT)).isEqualTo(2);
        HttpResponse<String> arrived =
                clerk.submit(page, page + "/receive", "quantity-1", "2", "quantity-2", "1", "bin-2", "c-7");
        assertThat(arrived.statusCode()).as(arrived.body()).isEqualTo(303);
        assertThat(level(second, to, Bucket.IN_TRANSIT)).isEqualTo(3);
        assertThat(clerk.submit(page, page + "/receive", "quantity-2", "9").body())
                .contains("Only 3 of line 2");
        String seen = Integer.toString(transfer.version());
        assertThat(clerk.submit(page, page + "/receive", "quantity-2", "1", "version", seen)
                        .body())
                .contains(transfer.number() + " was changed meanwhile");
        clerk.submit(page, page + "/close", "version", seen);
        assertThat(clerk.get(page).body()).contains(transfer.number() + " was changed meanwhile");
        assertThat(level(second, to, Bucket.IN_TRANSIT)).isEqualTo(3);
        String now =
                Integer.toString(inventory.transfer(transfer.id()).orElseThrow().version());
        assertThat(clerk.get(page).body()).contains("name=\"version\" value=\"" + now + "\"");
        clerk.submit(page, page + "/close", "version", now);
        assertThat(level(second, to, Bucket.IN_TRANSIT)).isZero();
        assertThat(clerk.get(page).body()).contains("arrived").doesNotContain("Book what arrives");
    }

    @Test
    void announcedGoodsGiveAnOutlookAndCanBeMovedOrGivenUp() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 1);
        Placed order = shop.place(shop.draft(item.times(31)));
        book(
                "announce",
                "sku",
                item.sku(),
                "node",
                code(node),
                "quantity",
                "50",
                "expectedOn",
                "2026-03-06",
                "reference",
                "PO 1");
        String page = "/inventory/" + item.id();
        Supply supply = inventory.suppliesOf(item.id(), 1).getFirst();

        assertThat(clerk.get(page).body()).contains("Fri 6 Mar 2026", "+50", "PO 1", order.number(), "Backordered");
        clerk.submit(page, page + "/supplies/" + supply.id(), "expectedOn", "2026-03-10");
        assertThat(inventory.suppliesOf(item.id(), 1).getFirst().expectedOn()).isEqualTo("2026-03-10");
        clerk.submit(page, page + "/supplies/" + supply.id(), "close", "yes");
        assertThat(level(item, node, Bucket.INCOMING)).isZero();
        assertThat(clerk.get(page).body()).contains("more is wanted than comes");
    }

    @Test
    void unitsAreKeptBackAndTheLimitIsLiftedAgain() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 8);

        String effect = clerk.get(
                        "/inventory/book/limit/effect?sku=" + item.sku() + "&node=" + code(node) + "&quantity=5")
                .body();
        book("limit", "sku", item.sku(), "node", code(node), "quantity", "5");
        String kept = clerk.get("/inventory/" + item.id()).body();
        book("limit", "sku", item.sku(), "node", code(node), "quantity", "0");

        assertThat(effect).contains("8 <span class=\"turns\">→</span> <b>3</b>");
        assertThat(kept).contains("Kept back from promising", "every channel", "until lifted");
        assertThat(inventory.limits(item.id())).isEmpty();
    }

    @Test
    void theMovementsOfAnItemAreReadPageByPageAndByNode() {
        long node = shop.node();
        long other = shop.node();
        Goods item = shop.item();
        for (int i = 0; i < 31; i++) {
            shop.stock(node, item, 1);
        }
        shop.stock(other, item, 1_000);
        String page =
                clerk.get("/inventory/" + item.id() + "?node=" + code(node)).body();
        java.util.regex.Matcher next = java.util.regex.Pattern.compile("rel=\"next\" href=\"([^\"]+)\"")
                .matcher(page);

        assertThat(next.find()).isTrue();
        String last = clerk.get(next.group(1).replace("&amp;", "&")).body();
        assertThat(last.split("supplier → available", -1)).hasSize(2);
        assertThat(last).doesNotContain("rel=\"next\"");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(clerk.get("/inventory/12345").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/inventory/book/steal").statusCode()).isEqualTo(404);
        assertThat(clerk.get("/inventory/transfers/1").statusCode()).isEqualTo(404);
    }
}
