package dev.orderwright.walk;

import dev.orderwright.customers.Customers;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Holds.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes orders wait, and what lets them go on. */
final class HoldDeeds {

    private static final List<HoldType> TYPES = List.of(HoldType.values());
    private static final List<HoldBlock> BLOCKS = List.of(HoldBlock.values());

    private final Ground ground;
    private final Holds holds;
    /** Holds on more than one order, which nobody finds on an order. */
    private final List<Long> wide = new ArrayList<>();

    HoldDeeds(Ground ground) {
        this.ground = ground;
        holds = ground.shop.holds;
    }

    List<Deed> all() {
        return List.of(
                new Deed("hold an order", 2, this::order),
                new Deed("hold a line", 1, this::line),
                new Deed("hold a customer, an item or a node", 1, this::wide),
                new Deed("release a hold", 5, this::release),
                new Deed("release a wide hold", 2, this::releaseWide),
                new Deed("expire holds", 3, this::expire),
                new Deed("let time pass", 4, this::passTime));
    }

    private Wish wish(HoldScope scope, long id, @Nullable Long orderId, int line, @Nullable Instant until) {
        Set<HoldBlock> blocks = ground.chance(50) ? Set.of() : Set.of(ground.one(BLOCKS));
        return new Wish(scope, id, orderId, line, ground.one(TYPES), blocks, "have a look", until);
    }

    private Instant soon() {
        return ground.world.clock().instant().plus(Duration.ofMinutes(ground.some(90)));
    }

    private Came order() {
        return ground.with(ground.openOrders(), head -> {
            Wish wish = wish(HoldScope.ORDER, head.id(), head.id(), 0, ground.chance(50) ? null : soon());
            return ground.run(cause -> holds.place(cause, List.of(wish)));
        });
    }

    private Came line() {
        return ground.with(ground.openOrders(), head -> {
            Wish wish = wish(HoldScope.LINE, head.id(), head.id(), 1, soon());
            return ground.run(cause -> holds.place(cause, List.of(wish)));
        });
    }

    private Came wide() {
        Wish wish = switch (ground.random.nextInt(3)) {
            case 0 -> wish(HoldScope.CUSTOMER, customer(), null, 0, soon());
            case 1 -> wish(HoldScope.ITEM, ground.one(ground.items).id(), null, 0, soon());
            default -> wish(HoldScope.NODE, ground.one(ground.nodes), null, 0, soon());
        };
        return ground.run(cause -> holds.place(cause, List.of(wish)), (cause, held) -> wide.addAll(held.holdIds()));
    }

    private long customer() {
        String number = ground.one(ground.customers);
        return Objects.requireNonNull(ground.world
                        .bean(Customers.class)
                        .byNumber(List.of(number))
                        .get(number))
                .id();
    }

    private Came release() {
        List<Long> active = ground.openOrders().stream()
                .flatMap(head -> holds.ofOrder(head.id()).stream())
                .filter(Hold::isActive)
                .map(Hold::id)
                .toList();
        return ground.with(active, id -> ground.run(cause -> holds.release(cause, List.of(id), "it is fine")));
    }

    private Came releaseWide() {
        if (wide.isEmpty()) {
            return Came.NOTHING;
        }
        long id = wide.remove(ground.random.nextInt(wide.size()));
        return ground.run(cause -> holds.release(cause, List.of(id), "it is fine"));
    }

    private Came expire() {
        return ground.round(() -> holds.expire(ground.cause()) > 0 ? Came.DONE : Came.NOTHING);
    }

    private Came passTime() {
        ground.world.clock().advance(Duration.ofMinutes(ground.chance(10) ? 60 * 20 : ground.some(60)));
        return Came.DONE;
    }
}
