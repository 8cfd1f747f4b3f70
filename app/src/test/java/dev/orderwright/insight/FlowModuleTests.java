package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.insight.Flow.Stage;
import dev.orderwright.insight.Flow.Stuck;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shipping.Dock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are driven through the warehouse on a clock that tests move; then the figures must say just that. */
class FlowModuleTests {

    private World world;
    private Dock dock;
    private Shop shop;
    private Flow flow;

    @BeforeEach
    void start() {
        world = World.fresh();
        dock = new Dock(world);
        shop = dock.shop;
        flow = world.bean(Flow.class);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void follow() {
        while (world.bean(Milestones.class).round() > 0) {
            // takes in the next facts
        }
    }

    private static Span span(String channel) {
        return new Span(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-30"), channel, 0);
    }

    @Test
    void stagesRatesAndDaysAreReadOffTheFacts() {
        Dock.Picked first = dock.picked(4);
        world.clock().advance(Duration.ofHours(5));
        dock.shipped(first, 4);
        Goods scarce = shop.item();
        shop.stock(shop.node(), scarce, 3);
        Placed part = shop.place(shop.draft(scarce.times(10)));
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(part.orderId(), null, List.of(new CancelOrder.Line(1, 2)), "fewer"))
                .orThrow();
        world.clock().advance(Duration.ofDays(6));
        dock.pollUntil(world.clock().instant());
        follow();

        Rates rates = flow.rates(span(""));
        assertThat(rates)
                .returns(2L, Rates::orders)
                .returns(1L, Rates::ordersAtOnce)
                .returns(14L, Rates::units)
                .returns(7L, Rates::unitsAtOnce)
                .returns(2L, Rates::unitsCancelled)
                .returns(1L, Rates::shipped)
                .returns(0L, Rates::split)
                .returns(1L, Rates::ended)
                .returns(1L, Rates::inFull)
                .returns(1L, Rates::unharmed);
        List<Stage> stages = flow.stages(span(""));
        assertThat(stages).extracting(Stage::stage).containsExactly("RELEASED", "PICKED", "SHIPPED", "DELIVERED");
        assertThat(stages.get(2).median()).isEqualTo(Duration.ofHours(5));
        assertThat(stages.get(3).median()).isGreaterThan(Duration.ofHours(5));
        assertThat(flow.days(span("")).getFirst()).isEqualTo(new Flow.Day(LocalDate.parse("2026-03-02"), 2, 1));
        assertThat(flow.days(span(""))).hasSize(28);
        assertThat(flow.rates(span("no such channel")).orders()).isZero();
        assertThat(flow.channels()).containsExactly("web");
        assertThat(flow.waiting().units()).isPositive();
    }

    @Test
    void factsOfARoundThatWasLostAreReadAgainAndCountOnce() {
        dock.shipped(dock.picked(2), 2);
        Following.roundThatIsLost(world, 1);
        assertThat(flow.rates(span(""))).returns(0L, Rates::orders);
        follow();
        follow();

        assertThat(flow.rates(span("")))
                .returns(1L, Rates::orders)
                .returns(2L, Rates::units)
                .returns(1L, Rates::shipped)
                .returns(0L, Rates::split);
    }

    @Test
    void whatStandsStillIsFoundWithItsReasonAndTheLongestFirst() {
        Goods none = shop.item();
        shop.node();
        Placed waiting = shop.place(shop.draft(none.times(1)));
        world.clock().advance(Duration.ofDays(2));
        Dock.Picked picked = dock.picked(1);
        Goods item = shop.item();
        shop.stock(shop.node(), item, 9);
        Placed held = shop.place(shop.draft(item.times(1)));
        shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(held.orderId(), HoldType.CREDIT, "look at it")))
                .orThrow();
        assertThat(flow.stuck(10)).isEmpty();
        world.clock().advance(Duration.ofDays(13));

        List<Stuck> stuck = flow.stuck(10);
        assertThat(stuck)
                .extracting(Stuck::orderNumber, Stuck::reason)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(waiting.number(), "no supply is announced"),
                        org.assertj.core.groups.Tuple.tuple(picked.placed().number(), "picked, and not packed"),
                        org.assertj.core.groups.Tuple.tuple(held.number(), "on hold: Credit"));
        assertThat(stuck.getFirst().orderNumber()).isEqualTo(waiting.number());
        assertThat(flow.stuckOrders(2)).isEqualTo(2);
    }

    @Test
    void thePageTheStartPageAndTheApiSayTheSame() {
        Dock.Picked picked = dock.picked(3);
        follow();
        world.bean(Books.class).checkAndKeep(shop.cause()).orThrow();
        world.clock().advance(Duration.ofDays(4));
        Visitor clerk = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
        ApiCaller caller = new ApiCaller(world, "orders:read");

        assertThat(clerk.get("/insight").body())
                .contains("100.0 %", picked.placed().number(), "picked, and not packed", "/orders?view=all&amp;from=");
        assertThat(clerk.get("/insight?channel=elsewhere").body()).contains("No orders on these days");
        assertThat(clerk.get("/").body()).contains("Stuck", "/insight#stuck", "Books balance", "Placed today");
        assertThat(caller.get("/api/v1/insight/flow?days=7").body())
                .contains("\"orders\":1", "\"stage\":\"RELEASED\"", "\"p50\":0");
        assertThat(caller.get("/api/v1/insight/stuck").body())
                .contains(picked.placed().number(), "picked, and not packed");
        assertThat(caller.get("/api/v1/insight/flow?days=0").statusCode()).isEqualTo(400);
        assertThat(caller.get("/api/v1/insight/flow?node=NOWHERE").statusCode()).isEqualTo(400);
    }
}
