package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class OrdersConcurrencyTests {

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final OrderIntake intake = world.bean(OrderIntake.class);

    @Test
    void aThousandCallersOnAHundredUnitsReserveExactlyAHundred() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 100);
        Callable<Outcome<Placed>> buy = () -> intake.place(new PlaceRequest(shop.cause(), shop.draft(item.times(1))));
        long reserved = 0;
        long backordered = 0;
        for (Outcome<Placed> outcome : atOnce(Collections.nCopies(1_000, buy))) {
            reserved += outcome.orThrow().unitsReserved();
            backordered += outcome.orThrow().unitsBackordered();
        }
        assertThat(reserved).isEqualTo(100);
        assertThat(backordered).isEqualTo(900);
        assertThat(shop.available(node, item)).isZero();
    }

    @Test
    void ofAThousandCallersWhoWantItFromStockAHundredGetOneAndTheOthersAreTold() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 100);
        Callable<Outcome<Placed>> buy = () -> intake.place(
                new PlaceRequest(shop.cause(), OrdersModuleTests.onlyFromStock(shop.draft(item.times(1)))));
        List<Outcome<Placed>> outcomes = atOnce(Collections.nCopies(1_000, buy));
        assertThat(outcomes.stream().filter(Outcome::isDone)).hasSize(100);
        assertThat(outcomes.stream().map(OrdersModuleTests::codes).distinct())
                .containsExactlyInAnyOrder(List.of("done"), List.of("out-of-stock"));
        assertThat(shop.available(node, item)).isZero();
    }

    @Test
    void theSameKeyAtOnceIsOneOrderAndOneAnswer() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 100);
        PlaceRequest request = new PlaceRequest(shop.cause(), shop.draft(item.times(1)));
        List<Outcome<Placed>> outcomes =
                atOnce(Collections.nCopies(32, (Callable<Outcome<Placed>>) () -> intake.place(request)));
        assertThat(outcomes.stream().map(o -> o.orThrow().orderId()).distinct()).hasSize(1);
        assertThat(outcomes.stream().filter(o -> !((Outcome.Done<Placed>) o).replayed()))
                .hasSize(1);
        assertThat(shop.available(node, item)).isEqualTo(99);
    }

    @Test
    void cancellingTheSameUnitsAtOnceGivesThemBackOnce() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 10);
        Placed placed = shop.place(shop.draft(item.times(10)));
        Callable<Outcome<Cancelled>> cancel = () -> shop.orders.cancel(
                shop.cause(),
                new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(1, 3)), "changed mind"));
        long done = atOnce(Collections.nCopies(8, cancel)).stream()
                .filter(Outcome::isDone)
                .count();
        assertThat(done).isEqualTo(3);
        assertThat(shop.available(node, item)).isEqualTo(9);
        assertThat(shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = threads.invokeAll(calls);
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
