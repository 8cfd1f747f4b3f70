package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** While somebody holds what all orders need, callers are sent away in seconds, and nothing is lost or done twice. */
class IntakeStandsStillConcurrencyTests {

    private static final World WORLD = World.fresh();

    private final Shop shop = new Shop(WORLD);
    private final OrderIntake intake = WORLD.bean(OrderIntake.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void callersAreSentAwayWhileNothingMovesAndTheSameKeyIsOneOrderAfterwards() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 100);
        List<PlaceRequest> requests = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            requests.add(new PlaceRequest(shop.cause(), shop.draft(item.times(1))));
        }
        try (Connection outsider = WORLD.connection()) {
            lockOrders(outsider);
            long begun = System.nanoTime();
            for (Future<Outcome<Placed>> answer : atOnce(requests)) {
                assertThatThrownBy(answer::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(OrderIntake.Full.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
            outsider.rollback();
        }
        for (Future<Outcome<Placed>> answer : atOnce(requests)) {
            assertThat(answer.get().orThrow().unitsReserved()).isEqualTo(1);
        }
        assertThat(shop.available(node, item)).isEqualTo(80);
    }

    private static void lockOrders(Connection outsider) throws SQLException {
        outsider.setAutoCommit(false);
        try (Statement statement = outsider.createStatement()) {
            statement.execute("lock table orders.sales_order in access exclusive mode");
        }
    }

    private List<Future<Outcome<Placed>>> atOnce(List<PlaceRequest> requests) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(requests.stream()
                    .map(request -> (Callable<Outcome<Placed>>) () -> intake.place(request))
                    .toList());
        }
    }
}
