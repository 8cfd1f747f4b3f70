package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.orderwright.World;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Commands;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The books are checked while others work, in many small ranges, each a moment later than the one before. */
class BooksConcurrencyTests {

    private static final int DAYS = 25;
    private static final int WORKERS = 3;

    private static World world;
    private static Shop shop;
    private static Goods goods;
    private static Goods fee;
    private static String customer;

    @BeforeAll
    static void aShop() {
        world = World.fresh();
        shop = new Shop(world);
        goods = shop.item();
        fee = shop.item(ItemKind.SERVICE, "2.00");
        customer = shop.customer(100_000_000);
        shop.stock(shop.node(), goods, 100_000);
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static Books booksByRangesOf(int rows) {
        return new Books(
                world.bean(BooksStore.class),
                world.bean(LawStore.class),
                world.bean(Commands.class),
                world.bean(InstantSource.class),
                rows);
    }

    @Test
    void workThatGoesOnMeanwhileIsNoDrift() throws Exception {
        Books books = booksByRangesOf(20);
        AtomicInteger orders = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(WORKERS);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> shops = IntStream.range(0, WORKERS)
                    .mapToObj(n -> executor.submit(() -> trade(open, orders)))
                    .toList();
            assertThat(open.await(1, TimeUnit.MINUTES)).isTrue();
            int checksWithWork = 0;
            while (!shops.stream().allMatch(Future::isDone)) {
                int before = orders.get();
                assertThat(books.check().laws())
                        .filteredOn(law -> law.drifts() > 0)
                        .isEmpty();
                checksWithWork += orders.get() > before ? 1 : 0;
            }
            assertThat(checksWithWork).isPositive();
            for (Future<Integer> each : shops) {
                assertThat(each.get()).isEqualTo(3 * DAYS);
            }
        }
        assertThat(books.check().laws())
                .filteredOn(law -> law.id().equals("order-ends"))
                .extracting(LawResult::checked)
                .containsExactly((long) orders.get());
    }

    /** Reserves, invoices, owes, cancels and credits; a little each day. */
    private static int trade(CountDownLatch open, AtomicInteger orders) {
        int placed = 0;
        for (int day = 0; day < DAYS; day++) {
            Placed first = shop.place(shop.draft(goods.times(2), fee.times(1)));
            CancelOrder.Line one = new CancelOrder.Line(1, 1);
            shop.orders
                    .cancel(shop.cause(), new CancelOrder(first.orderId(), null, List.of(one), "one too many"))
                    .orThrow();
            shop.place(shop.onAccount(customer, goods.times(1)));
            long done = shop.place(shop.onAccount(customer, fee.times(3))).orderId();
            shop.orders
                    .takeBack(shop.cause(), new CancelOrder(done, null, List.of(one), "not done"))
                    .orThrow();
            orders.addAndGet(3);
            placed += 3;
            open.countDown();
        }
        return placed;
    }

    /** Who asks while the program checks by itself, slowly, does not wait for its rests. */
    @Test
    void whoAsksMeanwhileGetsACheckOfHisOwnSoon() throws Exception {
        Books books = booksByRangesOf(3);
        CountDownLatch resting = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<BooksReport> slow = executor.submit(() -> books.checkAndKeep(shop.cause(), () -> {
                        resting.countDown();
                        return Integer.MAX_VALUE;
                    })
                    .orThrow());
            assertThat(resting.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(slow.isDone()).isFalse();

            Future<BooksReport> asked = executor.submit(() -> books.check());

            assertThat(asked.get(1, TimeUnit.MINUTES).balanced()).isTrue();
            assertThat(slow.get(1, TimeUnit.MINUTES).balanced()).isTrue();
        }
    }

    @Test
    void aCheckThatIsToEndEndsBetweenTwoRangesAndNobodyWaitsForIt() {
        Books books = booksByRangesOf(3);
        long kept = books.runs(100).size();

        assertThat(catchThrowable(() -> books.checkAndKeep(shop.cause(), () -> {
                    throw new CancellationException("the program stops");
                })))
                .isInstanceOf(CancellationException.class);

        assertThat(books.runs(100)).hasSize((int) kept);
        assertThat(books.check().balanced()).isTrue();
    }
}
