package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.Dock.Picked;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** An order that no node can do alone, while parts of it have left: what one node says must not touch the other. */
class SplitOrderScenarioTests {

    private final Dock dock = new Dock(World.shared());
    private final Floor floor = dock.floor;
    private final Shop shop = dock.shop;
    private final long first = shop.node();
    private final long second = shop.node();
    private final Goods item = shop.item();

    @Test
    void missingUnitsWaitTheOtherNodeRefusesToStopAndWhatArrivesLaterFollows() {
        floor.stock(first, item, "A-01", 4);
        floor.stock(second, item, "B-01", 4);
        Placed placed = shop.place(shop.draft(item.times(8)));
        long here = floor.releaseOne(first);
        long there = floor.releaseOne(second);
        floor.begin(here);
        floor.begin(there);
        assertUnits(placed, SliceState.RELEASED, 8);

        twice(cause -> floor.fulfilment.shortPick(cause, new ShortPick(here, 1, 1, ShortPick.Reason.NOT_FOUND)));
        assertUnits(placed, SliceState.BACKORDERED, 1);
        floor.pickAll(here);
        ship(placed, first, here, 3);
        assertUnits(placed, SliceState.SHIPPED, 3);
        assertThat(floor.state(here)).isEqualTo(FulfilmentState.SHIPPED);

        cancel(placed, 1);
        assertUnits(placed, SliceState.CANCELLED, 1);
        cancel(placed, 2);
        assertThat(floor.state(there)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
        twice(cause -> floor.fulfilment.answerCancel(cause, new CancelAnswer(there, false, "in the box")));
        assertUnits(placed, SliceState.CANCELLED, 1);
        assertUnits(placed, SliceState.RELEASED, 4);

        Rejection broken = new Rejection(
                there, List.of(new Rejection.Line(1, 1)), Rejection.Reason.DAMAGED, "fell off the shelf", true);
        twice(cause -> floor.fulfilment.reject(cause, broken));
        assertUnits(placed, SliceState.BACKORDERED, 1);
        assertThat(shop.available(second, item)).isZero();

        receive(second, 1);
        assertUnits(placed, SliceState.BACKORDERED, 1);
        assertThat(shop.available(second, item))
                .as("a node that has rejected is not asked again")
                .isEqualTo(1);
        floor.pickAll(there);
        ship(placed, second, there, 3);
        assertUnits(placed, SliceState.SHIPPED, 6);

        receive(first, 1);
        assertUnits(placed, SliceState.RESERVED, 1);
        long last = floor.releaseOne(first);
        floor.begin(last);
        floor.pickAll(last);
        ship(placed, first, last, 1);

        dock.pollUntil(World.shared().clock().instant().plus(Duration.ofDays(12)));
        assertUnits(placed, SliceState.DELIVERED, 7);
        CancelOrder back = wish(placed, 2);
        twice(cause -> shop.orders.takeBack(cause, back));
        assertUnits(placed, SliceState.RETURNED, 2);
        assertThat(Floor.codes(shop.orders.takeBack(shop.cause(), wish(placed, 6))))
                .containsExactly("more-than-delivered");
        assertUnits(placed, SliceState.DELIVERED, 5);
    }

    @Test
    void bothNodesAreAskedToStopAndEachAnswersForItsOwnUnits() {
        floor.stock(first, item, "A-01", 3);
        floor.stock(second, item, "B-01", 5);
        Placed placed = shop.place(shop.draft(item.times(8)));
        long here = floor.releaseOne(first);
        long there = floor.releaseOne(second);
        floor.begin(here);
        floor.begin(there);
        floor.pick(here, item, "A-01", 2).orThrow();
        twice(cause -> floor.fulfilment.shortPick(cause, new ShortPick(there, 1, 2, ShortPick.Reason.DAMAGED)));
        assertUnits(placed, SliceState.BACKORDERED, 2);

        twice(cause -> shop.orders.cancel(cause, new CancelOrder(placed.orderId(), null, List.of(), "ordered twice")));
        assertUnits(placed, SliceState.CANCELLED, 2);
        assertThat(floor.state(here)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
        assertThat(floor.state(there)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
        assertThat(Floor.codes(floor.fulfilment.reject(
                        shop.cause(),
                        new Rejection(here, List.of(), Rejection.Reason.NO_CAPACITY, "too much to do", false))))
                .containsExactly("cancel-asked");

        twice(cause -> floor.fulfilment.answerCancel(cause, new CancelAnswer(here, true, "stopped")));
        assertUnits(placed, SliceState.CANCELLED, 5);
        assertThat(shop.available(first, item))
                .as("picked units lie there again")
                .isEqualTo(3);
        twice(cause -> floor.fulfilment.answerCancel(cause, new CancelAnswer(there, false, "too late")));
        floor.pickAll(there);
        ship(placed, second, there, 3);
        assertUnits(placed, SliceState.SHIPPED, 3);
        assertUnits(placed, SliceState.CANCELLED, 5);
    }

    private void assertUnits(Placed placed, SliceState state, long units) {
        assertThat(shop.units(placed.orderId(), state)).as(state.name()).isEqualTo(units);
        dock.assertLawsHold();
    }

    /** The same command again answers the same and does nothing. */
    private <T> void twice(Function<Cause, Outcome<T>> command) {
        Cause cause = shop.cause();
        T answer = command.apply(cause).orThrow();
        assertThat(command.apply(cause).orThrow()).isEqualTo(answer);
    }

    private void ship(Placed placed, long node, long work, long units) {
        long parcel = dock.pack(new Picked(placed, node, item, work), units).packageId();
        twice(cause -> dock.shipping.label(cause, parcel, true));
        twice(cause -> dock.shipping.handOver(cause, List.of(parcel)));
    }

    private static CancelOrder wish(Placed placed, long units) {
        return new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(1, units)), "changed mind");
    }

    private void cancel(Placed placed, long units) {
        twice(cause -> shop.orders.cancel(cause, wish(placed, units)));
    }

    private void receive(long node, long units) {
        Receipt receipt = new Receipt(item.id(), node, units, "C-01", Receipt.RECEIPT, "", null);
        twice(cause -> World.shared().bean(Inventory.class).receive(cause, List.of(receipt)));
    }
}
