package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.customers.Customers;
import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A shop with its till: short ways to ship, to take back and to let the payment providers be asked. */
public final class Till {

    /** The laws that need no bins: these tests move units without walking through a warehouse. */
    private static final Set<String> NOT_HERE = Set.of("bins-hold-the-shelf");

    public final Shop shop;
    public final Payments payments;
    public final Invoices invoices;
    public final Receivables receivables;
    public final long node;
    public final Goods item;

    private final World world;

    public Till(World world) {
        this.world = world;
        shop = new Shop(world);
        payments = world.bean(Payments.class);
        invoices = world.bean(Invoices.class);
        receivables = world.bean(Receivables.class);
        node = shop.node();
        item = shop.item();
        shop.stock(node, item, 1_000_000);
    }

    /** One world for all tests of billing: its books are whole, and nobody works in the background. */
    private static final class Holder {
        static final Till TILL = new Till(World.fresh());
    }

    public static Till shared() {
        return Holder.TILL;
    }

    public World world() {
        return world;
    }

    /** A guest's order to be paid with the token. */
    public Placed prepaid(String token, OrderDraft.Line... lines) {
        return shop.place(
                shop.draft(null, PaymentTerms.PREPAID, new OrderDraft.Payment("card", token, null, 0), lines));
    }

    /** A guest's order whose payment is authorised for its whole amount, over the given token. */
    public Placed authorised(String token, OrderDraft.Line... lines) {
        OrderDraft.Payment payment = new OrderDraft.Payment("card", token, shop.word("auth-"), 1_000_000);
        return shop.place(shop.draft(null, PaymentTerms.PREPAID, payment, lines));
    }

    public Placed onAccount(String customer, OrderDraft.Line... lines) {
        return shop.place(shop.onAccount(customer, lines));
    }

    public long customerId(String number) {
        return Objects.requireNonNull(
                        world.bean(Customers.class).byNumber(List.of(number)).get(number))
                .id();
    }

    public long exposure(String customer) {
        return world.bean(Customers.class)
                .credit(customerId(customer))
                .orElseThrow()
                .exposureMinor();
    }

    /** Ships all reserved units of orders, as one batch. */
    public void ship(Collection<Long> orderIds) {
        for (SliceEvent event : List.of(SliceEvent.RELEASE, SliceEvent.PICK, SliceEvent.PACK, SliceEvent.SHIP)) {
            apply(orderIds, event, null);
        }
    }

    public void ship(long orderId) {
        ship(List.of(orderId));
    }

    /** Ships some reserved units of a line: those of its first reserved slice. */
    public void ship(long orderId, int lineNo, long units) {
        for (SliceEvent event : List.of(SliceEvent.RELEASE, SliceEvent.PICK, SliceEvent.PACK, SliceEvent.SHIP)) {
            part(orderId, lineNo, units, event);
        }
    }

    public void deliver(long orderId) {
        apply(List.of(orderId), SliceEvent.DELIVER, null);
    }

    private static SliceState before(SliceEvent event) {
        return switch (event) {
            case RELEASE -> SliceState.RESERVED;
            case PICK -> SliceState.RELEASED;
            case PACK -> SliceState.PICKED;
            case SHIP -> SliceState.PACKED;
            case DELIVER, LOSE -> SliceState.SHIPPED;
            default -> throw new IllegalArgumentException(event.name());
        };
    }

    public void apply(Collection<Long> orderIds, SliceEvent event, @Nullable Integer lineNo) {
        shop.inRun(run -> {
            LockedOrders locked = shop.slices.lock(run, orderIds);
            List<SliceChange> changes = new ArrayList<>();
            locked.all()
                    .forEach(order -> order.slices(before(event)).stream()
                            .filter(slice -> lineNo == null || slice.lineNo() == lineNo)
                            .forEach(slice -> changes.add(SliceChange.of(slice, event))));
            shop.slices.apply(run, locked, changes);
            return "done";
        });
    }

    public void part(long orderId, int lineNo, long units, SliceEvent event) {
        shop.inRun(run -> {
            LockedOrders locked = shop.slices.lock(run, List.of(orderId));
            Slice slice = locked.get(orderId).slices(before(event)).stream()
                    .filter(s -> s.lineNo() == lineNo)
                    .findFirst()
                    .orElseThrow();
            shop.slices.apply(run, locked, List.of(SliceChange.part(slice, units, event)));
            return "done";
        });
    }

    public void cancel(long orderId, int lineNo, long units) {
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(orderId, null, List.of(new CancelOrder.Line(lineNo, units)), "changed mind"))
                .orThrow();
    }

    public void cancelAll(long orderId) {
        shop.orders
                .cancel(shop.cause(), new CancelOrder(orderId, null, List.of(), "changed mind"))
                .orThrow();
    }

    public void takeBack(long orderId, int lineNo, long units) {
        shop.orders
                .takeBack(
                        shop.cause(),
                        new CancelOrder(orderId, null, List.of(new CancelOrder.Line(lineNo, units)), "came back"))
                .orThrow();
    }

    public int work() {
        return payments.work(world.clock().instant(), 100_000);
    }

    /** Works, waits, and works again until nothing is left that time would change. */
    public void workItOut() {
        for (int i = 0; i < 12; i++) {
            work();
            world.clock().advance(Duration.ofMinutes(30));
        }
        work();
    }

    public OrderBilling money(long orderId) {
        return invoices.ofOrder(orderId);
    }

    public List<String> transactions(long orderId) {
        return money(orderId).transactions().stream()
                .map(t -> t.kind() + " " + t.amountMinor() + " " + t.state())
                .toList();
    }

    public List<String> facts(long orderId) {
        return shop.queries.timeline(orderId).stream()
                .map(fact -> fact.fact().type())
                .toList();
    }

    public void booksBalance() {
        assertThat(world.bean(Books.class).check().laws().stream()
                        .filter(law -> !NOT_HERE.contains(law.id()))
                        .filter(law -> law.drifts() > 0)
                        .map(LawResult::toString))
                .isEmpty();
    }

    /** A number out of the database, past the program. */
    public long number(String sql) {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
