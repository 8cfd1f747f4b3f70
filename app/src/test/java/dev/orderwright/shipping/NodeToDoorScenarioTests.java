package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.PackResult.Packed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two nodes, one order, and everything that can go wrong on the way: the laws hold after every step. */
class NodeToDoorScenarioTests {

    private final Dock dock = new Dock(World.shared());
    private final Shop shop = dock.shop;

    @Test
    void twoNodesAPartRejectedAPartMissingAPartCancelledAndEveryStepRepeated() {
        long first = shop.node();
        long second = shop.node();
        Goods item = shop.item();
        Goods other = shop.item();
        dock.floor.stock(first, item, "A-01", 10);
        dock.floor.stock(first, other, "A-02", 10);
        dock.floor.stock(second, item, "B-01", 10);
        dock.floor.stock(second, other, "B-02", 10);
        Placed placed = shop.place(shop.draft(item.times(8), other.times(4)));
        List<Long> nodes = shop.detail(placed.orderId()).slices().stream()
                .map(slice -> java.util.Objects.requireNonNull(slice.nodeId()))
                .distinct()
                .toList();
        assertThat(nodes).as("one node has it all").hasSize(1);
        long here = nodes.getFirst();
        long there = here == first ? second : first;
        String aisle = here == first ? "A" : "B";
        long work = dock.floor.releaseOne(here);
        dock.assertLawsHold();

        Rejection part = new Rejection(
                work, List.of(new Rejection.Line(1, 2)), Rejection.Reason.NO_CAPACITY, "half a shift", false);
        Cause reject = shop.cause();
        dock.floor.fulfilment.reject(reject, part).orThrow();
        dock.floor.fulfilment.reject(reject, part).orThrow();
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(10);
        assertThat(shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(2);
        long elsewhere = dock.floor.releaseOne(there);
        dock.assertLawsHold();

        dock.floor.begin(work);
        Cause missing = shop.cause();
        ShortPick report = new ShortPick(work, 1, 1, ShortPick.Reason.DAMAGED);
        dock.floor.fulfilment.shortPick(missing, report).orThrow();
        dock.floor.fulfilment.shortPick(missing, report).orThrow();
        assertThat(shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(1);
        long again = dock.floor.releaseOne(there);
        dock.assertLawsHold();

        dock.floor.pick(work, item, aisle + "-01", 5).orThrow();
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(2, 1)), "one less"))
                .orThrow();
        assertThat(dock.floor.state(work)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
        dock.floor
                .fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(work, true, "in time"))
                .orThrow();
        dock.floor.pickAll(work);
        assertThat(shop.units(placed.orderId(), SliceState.CANCELLED)).isEqualTo(1);
        dock.assertLawsHold();

        for (long id : List.of(elsewhere, again)) {
            dock.floor.begin(id);
            dock.floor.pickAll(id);
        }
        Packed items = dock.pack(new Picked(placed, here, item, work), 5);
        Packed others = dock.pack(new Picked(placed, here, other, work), 3);
        Packed far = dock.labelled(new Picked(placed, there, item, elsewhere), 2);
        Packed last = dock.labelled(new Picked(placed, there, item, again), 1);
        dock.label(items.packageId());
        dock.label(others.packageId());
        dock.assertLawsHold();

        Cause handOver = shop.cause();
        List<Long> all = List.of(items.packageId(), others.packageId(), far.packageId(), last.packageId());
        HandedOver gone = dock.shipping.handOver(handOver, all).orThrow();
        assertThat(dock.shipping.handOver(handOver, all).orThrow()).isEqualTo(gone);
        assertThat(gone.refused()).isEmpty();
        assertThat(gone.shipments()).extracting(Shipment::units).containsExactlyInAnyOrder(8L, 2L, 1L);
        dock.assertLawsHold();

        dock.pollUntil(World.shared().clock().instant().plus(Duration.ofDays(12)));
        assertThat(shop.units(placed.orderId(), SliceState.DELIVERED)).isEqualTo(11);
        assertThat(shop.detail(placed.orderId()).head().lifecycle()).isEqualTo(Lifecycle.CLOSED);
        dock.assertLawsHold();
    }
}
