package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.PickConfirm;
import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Workers;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.PackConfirm;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult.Packed;
import dev.orderwright.shipping.Parcel.Measures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Two programs on one database, with all that they do of themselves: orders that come to both of them go from the shop
 * to the customer's door and are paid; both have worked on them, and nothing was done twice.
 */
class TwoProgramsScenarioTests {

    private static final int ORDERS_EACH = 100;
    private static final int ORDERS = 2 * ORDERS_EACH;
    private static final int AT_ONCE = 20;
    private static final String BIN = "A-01";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final Map<String, Object> WORKING = Map.of("orderwright.workers", true);
    private static final String DATABASE = World.newDatabase();
    private static final List<World> PROGRAMS = List.of(World.on(DATABASE, WORKING), World.on(DATABASE, WORKING));
    private static final List<Dock> DOCKS = PROGRAMS.stream().map(Dock::new).toList();

    @AfterAll
    static void stop() {
        PROGRAMS.forEach(World::close);
    }

    @Test
    void theyShareTheWorkAndDoNothingTwice() throws Exception {
        Dock dock = DOCKS.getFirst();
        long node = dock.shop.node();
        List<Goods> items = List.of(dock.shop.item(), dock.shop.item());
        items.forEach(item -> dock.floor.stock(node, item, BIN, 3L * ORDERS));

        List<Long> orders = new ArrayList<>();
        atBoth(program -> place(program, items)).forEach(orders::addAll);
        await("select count(*) from fulfilment.fulfilment_order where state = 'RELEASED'");
        List<Long> works = dock.floor.queries.ofOrders(orders).values().stream()
                .flatMap(List::stream)
                .map(FulfilmentOrder::id)
                .toList();
        atBoth(program ->
                ship(DOCKS.get(program), works.subList(program * ORDERS_EACH, (program + 1) * ORDERS_EACH), items));
        await("select count(*) from billing.invoice where state = 'PAID'");
        letTimePassUntilDelivered();
        await("select count(*) from insight.order_milestone where ended_at is not null and shipments = 1");
        await("select count(*) from insight.order_word where kind = 'invoice'");
        assertNothingTwice();
        assertBothHaveWorked();
        assertThat(PROGRAMS.getLast().bean(Books.class).check().laws().stream()
                        .filter(law -> law.drifts() > 0)
                        .map(LawResult::toString))
                .isEmpty();
    }

    private static <T> List<T> atBoth(Function<Integer, T> what) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<T>> done = List.of(both.submit(() -> what.apply(0)), both.submit(() -> what.apply(1)));
            return List.of(done.getFirst().get(), done.getLast().get());
        }
    }

    private static List<Long> place(int program, List<Goods> items) {
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS_EACH; i++) {
            Dock dock = DOCKS.get(program);
            orders.add(dock.shop
                    .place(dock.shop.draft(
                            items.getFirst().times(1), items.getLast().times(2)))
                    .orderId());
        }
        return orders;
    }

    /** What people at a node do, some orders at a time. */
    private static int ship(Dock dock, List<Long> works, List<Goods> items) {
        for (int i = 0; i < works.size(); i += AT_ONCE) {
            List<Long> some = works.subList(i, Math.min(works.size(), i + AT_ONCE));
            dock.floor.fulfilment.accept(dock.shop.cause(), some).orThrow();
            dock.floor.fulfilment.startPick(dock.shop.cause(), some, "tester").orThrow();
            List<PickConfirm> picks = some.stream()
                    .map(work -> new PickConfirm(work, dock.floor.openScans(work)))
                    .toList();
            dock.floor.fulfilment.pick(dock.shop.cause(), picks).orThrow();
            List<Content> contents = List.of(
                    new Content(items.getFirst().sku(), 1),
                    new Content(items.getLast().sku(), 2));
            List<PackConfirm> packs = some.stream()
                    .map(work -> new PackConfirm(work, List.of(new Box(contents, Measures.NONE))))
                    .toList();
            List<Long> packages = dock.packing.pack(dock.shop.cause(), packs).orThrow().results().stream()
                    .flatMap(result -> result.packages().stream())
                    .map(Packed::packageId)
                    .toList();
            dock.shipping.label(dock.shop.cause(), packages, false).orThrow();
            assertThat(dock.shipping
                            .handOver(dock.shop.cause(), packages)
                            .orThrow()
                            .refused())
                    .isEmpty();
        }
        return works.size();
    }

    /** Carriers are asked by whichever program's turn it is. */
    private static void letTimePassUntilDelivered() throws InterruptedException {
        String closed = "select count(*) from orders.sales_order where lifecycle = 'CLOSED'";
        for (int i = 0; i < 60 && DOCKS.getFirst().floor.count(closed) < ORDERS; i++) {
            PROGRAMS.forEach(program -> program.clock().advance(Duration.ofHours(8)));
            PROGRAMS.forEach(program -> program.bean(Workers.class).wake());
            Thread.sleep(200);
        }
        await(closed);
    }

    /** Until all orders have come so far. */
    private static void await(String count) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long found = DOCKS.getFirst().floor.count(count);
        while (found < ORDERS && System.nanoTime() < end) {
            PROGRAMS.forEach(program -> program.bean(Workers.class).wake());
            Thread.sleep(50);
            found = DOCKS.getFirst().floor.count(count);
        }
        assertThat(found).as(count).isEqualTo(ORDERS);
    }

    private static void assertNothingTwice() {
        for (String type : List.of(
                "OrderPlaced",
                "FulfilmentReleased",
                "FulfilmentPicked",
                "LabelBought",
                "ShipmentHandedOver",
                "InvoiceIssued",
                "PaymentCaptured",
                "PackageDelivered",
                "OrderClosed")) {
            isOnceForEachOrder("shared.fact where type = '" + type + "'", "subject_id");
        }
        isOnceForEachOrder("shipping.label where state = 'BOUGHT'", "package_id");
        isOnceForEachOrder("billing.invoice", "order_id");
        isOnceForEachOrder("billing.payment_transaction where kind = 'CAPTURE' and attempts = 1", "order_id");
        isOnceForEachOrder("billing.sandbox_operation where kind = 'CAPTURE' and calls = 1", "authorisation");
    }

    private static void isOnceForEachOrder(String what, String key) {
        assertThat(DOCKS.getFirst().floor.count("select count(*) from " + what))
                .as(what)
                .isEqualTo(ORDERS);
        assertThat(DOCKS.getFirst().floor.count("select count(distinct " + key + ") from " + what))
                .as("different %s of %s", key, what)
                .isEqualTo(ORDERS);
    }

    /** An id tells which program has made it. */
    private static void assertBothHaveWorked() {
        assertThat(DOCKS.getFirst()
                        .floor
                        .count("select count(distinct (id >> 14) & 255) from shared.fact where actor like 'system:%'"))
                .as("programs that have done something of themselves")
                .isEqualTo(2);
    }
}
