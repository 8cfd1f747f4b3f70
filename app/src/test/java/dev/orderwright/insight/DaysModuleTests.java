package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.orderwright.ApiCaller;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.insight.Flow.Day;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.insight.Flow.Stage;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shipping.Dock;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How days are counted that were there before, in which zone they begin, and what people see meanwhile. */
class DaysModuleTests {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Span MARCH = new Span(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-30"), "", 0);

    private final String database = World.newDatabase();
    private final World world = World.on(database, Map.of());
    private final Dock dock = new Dock(world);
    private final Shop shop = dock.shop;
    private final Flow flow = world.bean(Flow.class);

    @AfterEach
    void stop() {
        world.close();
    }

    private Placed place(long units) {
        Goods item = shop.item();
        shop.stock(shop.node(), item, units);
        return shop.place(shop.draft(item.times(units)));
    }

    private void cancel(Placed placed, long units) {
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(1, units)), "fewer"))
                .orThrow();
    }

    private void execute(String sql) {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ordersThatWereThereBeforeAreCountedNewestFirstAndThePageTellsHowFar() {
        Placed oldest = place(4);
        world.clock().advance(Duration.ofDays(1));
        place(3);
        world.clock().advance(Duration.ofDays(1));
        Placed newest = place(5);
        Following.all(world);
        execute("delete from insight.day_count; delete from insight.order_day; delete from insight.stage_day");
        Visitor clerk = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
        ApiCaller caller = new ApiCaller(world, "orders:read");
        assertThat(clerk.get("/insight").body())
                .contains("The days have not been counted yet.")
                .doesNotContain("No orders on these days");
        assertThat(caller.get("/api/v1/insight/flow?days=7").body()).contains("\"countedBackTo\":\"2026-03-05\"");

        assertThat(Following.round(world, 1)).isPositive();
        assertThat(flow.rates(MARCH)).returns(1L, Rates::orders).returns(5L, Rates::units);
        assertThat(clerk.get("/insight").body()).contains("so far back to Wed 4 Mar 2026");
        assertThat(caller.get("/api/v1/insight/flow?days=7").body()).contains("\"countedBackTo\":\"2026-03-04\"");
        cancel(newest, 2);
        cancel(oldest, 1);
        Following.round(world, 1);
        assertThat(flow.rates(MARCH))
                .as("what is not counted yet is not counted when it changes either")
                .returns(2L, Rates::orders)
                .returns(2L, Rates::unitsCancelled);
        world.clock().advance(Duration.ofDays(10));
        assertThat(clerk.get("/insight?days=7").body())
                .as("days that are counted need no word")
                .doesNotContain("being counted");

        Following.all(world);
        assertThat(flow.rates(MARCH))
                .returns(3L, Rates::orders)
                .returns(12L, Rates::units)
                .returns(3L, Rates::unitsCancelled);
        assertThat(flow.days(MARCH).subList(1, 4)).extracting(Day::placed).containsExactly(1L, 1L, 1L);
        assertThat(clerk.get("/insight").body()).doesNotContain("being counted", "have not been counted");
        assertThat(caller.get("/api/v1/insight/flow?days=7").body()).contains("\"countedBackTo\":null");
    }

    @Test
    void whenTheCompanysZoneHasChangedDaysAreCountedAnewAndOnce() {
        world.clock().advance(Duration.ofHours(7));
        place(2);
        Following.all(world);
        assertThat(flow.placedOn(MONDAY)).isEqualTo(1);

        try (World elsewhere = World.on(database, Map.of("orderwright.company.zone", "Asia/Tokyo"))) {
            elsewhere.clock().set(world.clock().instant());
            Following.all(elsewhere);
            assertThat(flow.placedOn(MONDAY)).isZero();
            assertThat(flow.placedOn(MONDAY.plusDays(1))).isEqualTo(1);

            place(1);
            Following.all(world);
            assertThat(flow.counted().orElseThrow().zone())
                    .as("who was started before does not count it back")
                    .isEqualTo("Asia/Tokyo");
            assertThat(flow.placedOn(MONDAY)).isZero();
            assertThat(flow.placedOn(MONDAY.plusDays(1))).isEqualTo(2);
            Visitor clerk = Visitor.signedIn(
                    world,
                    FirstAdministrator.LOGIN,
                    world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
            assertThat(clerk.get("/insight").body()).contains("in Asia/Tokyo, not in Europe/London");
        }
    }

    @Test
    void aProgramOfTheReleaseBeforeTakesNoFactsThatItWouldNotCount() {
        place(1);
        List<Object> taken = new ArrayList<>();

        assertThat(world.bean(FactReading.class).round("order-milestones", taken::addAll))
                .isZero();
        assertThat(taken).isEmpty();
        assertThat(Following.round(world, 1)).isPositive();
    }

    @Test
    void stagesAreToldAsExactlyAsIsSaid() {
        List<Long> took = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            Placed placed = place(1);
            Duration rest = Duration.ofSeconds(7L * i * i * i + 13);
            took.add(rest.toSeconds());
            execute(
                    "insert into insight.order_milestone (order_id, channel, placed_at, units_reserved, units_backordered,"
                            + " units_cancelled, shipments, harmed, picked_at) values (" + placed.orderId()
                            + ", 'web', '2026-03-02T10:00:00Z', 1, 0, 0, 0, false, timestamptz '2026-03-02T10:00:00Z' + interval '"
                            + rest.toSeconds() + " seconds')");
        }
        Following.all(world);

        Stage picked = flow.stages(MARCH).getFirst();
        assertThat(picked.orders()).isEqualTo(20);
        assertNear(picked.median(), took.get(9));
        assertNear(picked.nineOfTen(), took.get(17));
        assertNear(picked.allButOneOfHundred(), took.get(19));
    }

    private static void assertNear(Duration told, long seconds) {
        assertThat((double) told.toSeconds()).isCloseTo(seconds, within(seconds * 0.045));
    }
}
