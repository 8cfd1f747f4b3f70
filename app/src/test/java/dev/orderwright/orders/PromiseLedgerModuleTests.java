package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.inventory.SupplyChange;
import dev.orderwright.inventory.SupplyDraft;
import dev.orderwright.orders.PromiseLedger.Direction;
import dev.orderwright.orders.PromiseLedger.PromiseChange;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Announced supply is promised once, who waits is told anew when it moves, and the ledger keeps every day. */
class PromiseLedgerModuleTests {

    private static final LocalDate SOON = LocalDate.now().plusDays(20);
    private static final LocalDate LATER = SOON.plusDays(14);

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final Inventory inventory = world.bean(Inventory.class);
    private final PromiseLedger ledger = world.bean(PromiseLedger.class);
    private final long node = shop.node();
    private final Goods item = shop.item();

    private long announce(Goods goods, LocalDate on, long quantity) {
        return inventory
                .announceSupply(shop.cause(), List.of(new SupplyDraft(goods.id(), node, on, quantity, "")))
                .orThrow()
                .supplies()
                .getFirst()
                .id();
    }

    private void change(long supply, @Nullable LocalDate on, boolean close) {
        inventory
                .changeSupply(shop.cause(), List.of(new SupplyChange(item.id(), supply, on, close)))
                .orThrow();
    }

    private long order(long quantity) {
        return order(null, false, item.times(quantity));
    }

    private long order(@Nullable Integer priority, boolean complete, OrderDraft.Line... lines) {
        OrderDraft usual = shop.draft(lines);
        return shop.place(new OrderDraft(
                        usual.channel(),
                        usual.externalId(),
                        null,
                        usual.currency(),
                        priority,
                        null,
                        usual.method(),
                        complete,
                        0,
                        null,
                        usual.terms(),
                        usual.payment(),
                        usual.shipTo(),
                        null,
                        usual.lines(),
                        0,
                        0,
                        "",
                        usual.ifShort()))
                .orderId();
    }

    private @Nullable LocalDate expected(long order) {
        return shop.detail(order).head().expectedOn();
    }

    private LocalDate dated(long order) {
        return Objects.requireNonNull(expected(order));
    }

    private PromiseChange only(long order) {
        return ledger.ofOrder(order).getFirst();
    }

    @Test
    void announcedSupplyIsPromisedOnce() {
        announce(item, SOON, 10);
        announce(item, LATER, 4);
        long first = order(7);
        long second = order(7);
        long third = order(1);
        assertThat(dated(first)).isBetween(SOON, SOON.plusDays(9));
        assertThat(dated(second)).isAfterOrEqualTo(LATER);
        assertThat(expected(third)).isNull();
        assertThat(ledger.ofOrder(first)).isEmpty();
    }

    @Test
    void manyAtOnceAreNotPromisedTheSameUnits() throws Exception {
        announce(item, SOON, 10);
        List<Future<Long>> placing = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 24; i++) {
                placing.add(threads.submit(() -> order(1)));
            }
        }
        int promised = 0;
        for (Future<Long> order : placing) {
            promised += expected(order.get()) == null ? 0 : 1;
        }
        assertThat(promised).isEqualTo(10);
    }

    @Test
    void whoWaitsIsToldAnewWhenSupplyMovesIsGivenUpOrAnnounced() {
        long supply = announce(item, SOON, 5);
        long first = order(5);
        long second = order(2);
        LocalDate was = dated(first);

        change(supply, LATER, false);
        LocalDate now = dated(first);
        assertThat(now).isAfterOrEqualTo(LATER);
        assertThat(only(first)).satisfies(moved -> {
            assertThat(moved.was()).isEqualTo(was);
            assertThat(moved.now()).isEqualTo(now);
            assertThat(moved.first()).isEqualTo(was);
            assertThat(moved.direction()).isEqualTo(Direction.LATER);
            assertThat(moved.cause()).isEqualTo(PromiseCause.SUPPLY_MOVED);
        });
        assertThat(ledger.ofOrder(second)).isEmpty();
        assertThat(world.bean(Facts.class).of("order", first, 50))
                .anySatisfy(fact -> assertThat(fact.fact().type()).isEqualTo("PromiseMoved"));

        change(supply, null, true);
        assertThat(expected(first)).isNull();
        announce(item, SOON, 7);
        assertThat(ledger.ofOrder(first).stream().map(PromiseChange::direction))
                .containsExactly(Direction.LATER, Direction.LOST, Direction.FOUND);
        assertThat(dated(second)).isEqualTo(dated(first));

        inventory
                .receive(shop.cause(), List.of(new Receipt(item.id(), node, 7, "", Receipt.RECEIPT, "", null)))
                .orThrow();
        assertThat(shop.units(first, SliceState.RESERVED)).isEqualTo(5);
        assertThat(ledger.ofOrder(first).getLast().cause()).isEqualTo(PromiseCause.STOCK_CAME);
        assertThat(ledger.latest(Direction.LOST, null, 500).items())
                .anySatisfy(moved -> assertThat(moved.orderId()).isEqualTo(first));
        assertThat(ledger.latest(null, null, 500).items().stream().map(PromiseChange::at))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void whoIsMoreUrgentComesFirstWhenDaysAreToldAnew() {
        long supply = announce(item, SOON, 5);
        long old = order(0, false, item.times(5));
        long urgent = order(9, false, item.times(5));
        assertThat(expected(urgent)).isNull();
        change(supply, SOON.plusDays(1), false);
        assertThat(expected(urgent)).isNotNull();
        assertThat(expected(old)).isNull();
        assertThat(only(old).direction()).isEqualTo(Direction.LOST);
    }

    @Test
    void whatLeavesTogetherWaitsForTheLastOfIt() {
        Goods other = shop.item();
        long supply = announce(item, SOON, 5);
        announce(other, LATER, 5);
        long both = order(null, true, item.times(1), other.times(1));
        long rest = order(null, false, other.times(4));
        assertThat(dated(both)).isAfterOrEqualTo(LATER);
        LocalDate day = dated(both);
        change(supply, SOON.plusDays(3), false);
        assertThat(dated(both)).isEqualTo(day);
        assertThat(dated(rest)).isEqualTo(day);
        change(supply, LATER.plusDays(21), false);
        assertThat(dated(both)).isAfterOrEqualTo(LATER.plusDays(21));
        assertThat(ledger.ofOrder(rest)).isEmpty();
    }
}
