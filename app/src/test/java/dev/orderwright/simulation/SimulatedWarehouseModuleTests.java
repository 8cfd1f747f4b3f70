package dev.orderwright.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shipping.Dock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A simulated warehouse goes on with what people have begun, wherever it stands. */
class SimulatedWarehouseModuleTests {

    private static final LocalDate TODAY = LocalDate.ofInstant(World.START, ZoneOffset.UTC);

    private World world;
    private Dock dock;
    private Floor floor;
    private Shop shop;
    private long node;
    private Goods item;

    @BeforeEach
    void start() {
        world = World.fresh();
        dock = new Dock(world);
        floor = dock.floor;
        shop = dock.shop;
        node = shop.node();
        item = shop.item();
        floor.stock(node, item, "A-01", 100);
    }

    @AfterEach
    void theLawsHold() {
        dock.assertLawsHold();
        world.close();
    }

    private Cause cause(Instant at) {
        return Cause.of(Actor.system("simulation"), shop.word("s"), at);
    }

    private SimulatedCompany company(Iterable<Long> orders) {
        List<Long> ids = new ArrayList<>();
        orders.forEach(ids::add);
        return world.bean(Simulation.class).company(this::cause, ZoneOffset.UTC, ids, TODAY);
    }

    /** An order of two units whose work has come so far. */
    private long work(FulfilmentState progress) {
        shop.place(shop.draft(item.times(2)));
        long work = floor.releaseOne(node);
        Crew crew = world.bean(Simulation.class).crew(this::cause);
        List<Long> one = List.of(work);
        if (progress.compareTo(FulfilmentState.ACCEPTED) >= 0) {
            crew.accept(World.START, one);
        }
        if (progress.compareTo(FulfilmentState.PICKING) >= 0) {
            crew.start(World.START, one);
        }
        if (progress.compareTo(FulfilmentState.PICKED) >= 0) {
            crew.pick(World.START, one);
        }
        if (progress.compareTo(FulfilmentState.PACKED) >= 0) {
            crew.pack(World.START, one);
        }
        assertThat(floor.state(work)).isEqualTo(progress);
        return work;
    }

    private void askToCancel(long work) {
        shop.orders
                .cancel(shop.cause(), new CancelOrder(floor.work(work).orderId(), null, List.of(), "changed mind"))
                .orThrow();
        assertThat(floor.state(work)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
    }

    @Test
    void workWhoseCancellationWasRefusedGoesOnFromEveryStage() {
        Map<Long, Long> orderByWork = new LinkedHashMap<>();
        for (FulfilmentState progress : List.of(
                FulfilmentState.ACCEPTED, FulfilmentState.PICKING, FulfilmentState.PICKED, FulfilmentState.PACKED)) {
            long work = work(progress);
            askToCancel(work);
            floor.fulfilment
                    .answerCancel(shop.cause(), new CancelAnswer(work, false, "too late"))
                    .orThrow();
            assertThat(floor.state(work)).isEqualTo(FulfilmentState.CANCEL_REFUSED);
            assertThat(floor.work(work).progress()).isEqualTo(progress);
            orderByWork.put(work, floor.work(work).orderId());
        }

        company(orderByWork.values()).work(TODAY, World.START, Set.of());

        assertThat(orderByWork).allSatisfy((work, order) -> {
            assertThat(floor.work(work).progress()).isEqualTo(FulfilmentState.SHIPPED);
            assertThat(shop.units(order, SliceState.SHIPPED)).isEqualTo(2);
        });
    }

    @Test
    void whoWantsToCancelBetweenTwoShiftsIsToldThatItCouldBeStopped() {
        long picking = work(FulfilmentState.PICKING);
        long packed = work(FulfilmentState.PACKED);
        long order = floor.work(picking).orderId();
        SimulatedCompany company = company(List.of(order, floor.work(packed).orderId()));
        askToCancel(picking);
        askToCancel(packed);

        company.work(TODAY, World.START, Set.of());

        for (long work : List.of(picking, packed)) {
            assertThat(floor.state(work)).isEqualTo(FulfilmentState.CANCELLED);
            assertThat(shop.detail(floor.work(work).orderId()).head().lifecycle())
                    .isEqualTo(Lifecycle.CANCELLED);
        }
    }

    @Test
    void whatPeopleDoBetweenTwoShiftsIsNotDoneAgain() {
        long begun = work(FulfilmentState.ACCEPTED);
        SimulatedCompany company = company(List.of(floor.work(begun).orderId()));
        Crew people = world.bean(Simulation.class).crew(this::cause);
        people.start(World.START, List.of(begun));
        people.pick(World.START, List.of(begun));
        Placed later = shop.place(shop.draft(item.times(1)));

        company.work(TODAY, World.START, Set.of());

        assertThat(floor.work(begun).progress()).isEqualTo(FulfilmentState.SHIPPED);
        assertThat(shop.units(later.orderId(), SliceState.SHIPPED)).isEqualTo(1);
        assertThat(company.work(TODAY.plusDays(1), World.START, Set.of()).shipments())
                .isZero();
    }
}
