package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A round of releasing takes few orders; those that are held must not take the places of those that are not. */
class ReleaseLimitModuleTests {

    private static final World world = World.fresh();
    private static final int HELD = 3;
    private static final int LIMIT = 2;

    private final Floor floor = new Floor(world);
    private final Shop shop = floor.shop;

    @AfterAll
    static void stop() {
        world.close();
    }

    private List<Long> released() {
        return floor
                .fulfilment
                .release(shop.cause(), new ReleaseFilter(null, null, null), LIMIT)
                .orThrow()
                .works()
                .stream()
                .map(Released.Work::orderId)
                .toList();
    }

    private void hold(HoldScope scope, Placed held, long item, long node) {
        long id = switch (scope) {
            case ITEM -> item;
            case NODE -> node;
            case ORDER, LINE -> held.orderId();
            case CUSTOMER, FULFILMENT -> throw new IllegalArgumentException(scope.name());
        };
        boolean ofOrder = scope == HoldScope.ORDER || scope == HoldScope.LINE;
        shop.holds
                .place(
                        shop.cause(),
                        List.of(new Holds.Wish(
                                scope,
                                id,
                                ofOrder ? held.orderId() : null,
                                scope == HoldScope.LINE ? 1 : 0,
                                HoldType.REVIEW,
                                Set.of(),
                                "a look",
                                null)))
                .orThrow();
    }

    private Placed placed(long node) {
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 2);
        return shop.place(shop.draft(item.times(2)));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDER", "LINE", "ITEM", "NODE"})
    void moreHeldOrdersThanARoundTakesLeaveRoomForTheOneBehindThem(HoldScope scope) {
        for (int i = 0; i < HELD; i++) {
            long node = shop.node();
            Placed held = placed(node);
            hold(scope, held, shop.detail(held.orderId()).slices().getFirst().itemId(), node);
        }
        Placed free = placed(shop.node());

        assertThat(released()).containsExactly(free.orderId());
        assertThat(released()).isEmpty();
    }

    @Test
    void ofAnOrderWithAHeldLineTheOtherLineIsReleasedOnceAndThenTakesNoPlace() {
        for (int i = 0; i < HELD; i++) {
            long node = shop.node();
            Goods held = shop.item();
            Goods free = shop.item();
            floor.stock(node, held, "A-01", 1);
            floor.stock(node, free, "A-02", 1);
            Placed order = shop.place(shop.draft(held.times(1), free.times(1)));
            hold(HoldScope.LINE, order, held.id(), node);
            assertThat(released()).containsExactly(order.orderId());
        }
        Placed behind = placed(shop.node());

        assertThat(released()).containsExactly(behind.orderId());
    }
}
