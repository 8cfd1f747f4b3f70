package dev.orderwright.orders;

import dev.orderwright.World;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxCategory;
import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.NodeDraft;
import dev.orderwright.inventory.NodeKind;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A shop of a test's own: nodes, items, customers, and short ways to place orders and look at their slices. */
public final class Shop {

    public final World world;
    public final Orders orders;
    public final OrderSlices slices;
    public final OrderQueries queries;
    public final Holds holds;
    private final Ids ids;
    private final Commands commands;

    public Shop(World world) {
        this.world = world;
        orders = world.bean(Orders.class);
        slices = world.bean(OrderSlices.class);
        queries = world.bean(OrderQueries.class);
        holds = world.bean(Holds.class);
        ids = world.bean(Ids.class);
        commands = world.bean(Commands.class);
    }

    public Cause cause() {
        return Cause.of(Actor.user("tester"), "k" + ids.next(), world.clock().instant());
    }

    public String word(String prefix) {
        return prefix + ids.next();
    }

    /** A warehouse in London that works from Monday to Friday. */
    public long node() {
        return nodeIn("Europe/London", "GB", "E16 1AA");
    }

    /** One far away. */
    public long nodeInAmerica() {
        return nodeIn("America/New_York", "US", "10001");
    }

    private long nodeIn(String zone, String country, String postcode) {
        NodeDraft draft = new NodeDraft(
                word("N"),
                "Warehouse",
                NodeKind.WAREHOUSE,
                ZoneId.of(zone),
                "1 Dock Road",
                "Harbour",
                postcode,
                country,
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(14, 0),
                0,
                true,
                true,
                Set.of());
        return world.bean(Inventory.class)
                .defineNodes(cause(), List.of(draft))
                .orThrow()
                .nodes()
                .getFirst()
                .id();
    }

    /** What the API calls a node. */
    public String nodeCode(long node) {
        return world.bean(Inventory.class).nodes().stream()
                .filter(one -> one.id() == node)
                .map(Node::code)
                .findFirst()
                .orElseThrow();
    }

    /** An item at 2.50, in whole units. */
    public Goods item() {
        return item(ItemKind.STOCKED, "2.50");
    }

    public Goods item(ItemKind kind, String price) {
        String sku = word("T");
        ItemDraft draft = new ItemDraft(
                Sku.of(sku), "Thing " + sku, kind, 0, 250, new BigDecimal(price), "GBP", TaxCategory.STANDARD, null);
        long id = world.bean(Catalog.class)
                .define(cause(), List.of(draft))
                .orThrow()
                .items()
                .getFirst()
                .id();
        return new Goods(id, sku);
    }

    /** An item at 2.50 that is ordered in such quantities only. */
    public Goods item(SaleUnits units) {
        Goods goods = item();
        Catalog catalog = world.bean(Catalog.class);
        Item item = Objects.requireNonNull(
                catalog.bySku(List.of(Sku.of(goods.sku()))).get(Sku.of(goods.sku())));
        ItemDraft draft = new ItemDraft(
                item.sku(),
                item.description(),
                item.kind(),
                0,
                item.weightGrams(),
                item.listPrice(),
                item.currency(),
                item.taxCategory(),
                null,
                units);
        catalog.define(cause(), List.of(draft)).orThrow();
        return goods;
    }

    /** An item of the shop. */
    public record Goods(long id, String sku) {

        public OrderDraft.Line times(long quantity) {
            return new OrderDraft.Line(sku, BigDecimal.valueOf(quantity), null, null);
        }
    }

    /** Lays units on the shelf of a node. */
    public void stock(long nodeId, Goods item, long quantity) {
        inRun(run -> {
            world.bean(Stock.class)
                    .move(
                            run,
                            List.of(new StockMove(
                                    item.id(),
                                    nodeId,
                                    Bucket.SUPPLIER,
                                    nodeId,
                                    Bucket.AVAILABLE,
                                    quantity,
                                    "RECEIPT",
                                    "test",
                                    1,
                                    0)));
            return "stocked";
        });
    }

    /** A customer who buys on account up to the limit. */
    public String customer(long creditLimitMinor) {
        String number = word("C");
        world.bean(Customers.class)
                .define(
                        cause(),
                        List.of(new CustomerDraft(
                                number,
                                "Customer " + number,
                                null,
                                null,
                                "GB",
                                null,
                                true,
                                30,
                                "GBP",
                                5,
                                creditLimitMinor)))
                .orThrow();
        return number;
    }

    public static final Address ADDRESS = new Address(
            "Ada Buyer", "", "12 High Street", "", "Leeds", "", "LS1 4AB", "GB", "+44 113 496 0000", "ada@example.com");

    /** A guest's order with its payment authorised. */
    public OrderDraft draft(OrderDraft.Line... lines) {
        return draft(
                null,
                PaymentTerms.PREPAID,
                new OrderDraft.Payment("card", "tok_ok", word("auth-"), 100_000_000L),
                lines);
    }

    public OrderDraft onAccount(String customer, OrderDraft.Line... lines) {
        return draft(customer, PaymentTerms.ACCOUNT, null, lines);
    }

    public OrderDraft draft(
            @Nullable String customer,
            PaymentTerms terms,
            OrderDraft.@Nullable Payment payment,
            OrderDraft.Line... lines) {
        return new OrderDraft(
                "web",
                word("W"),
                customer,
                "GBP",
                null,
                null,
                "STANDARD",
                false,
                0,
                null,
                terms,
                payment,
                customer == null ? flat() : ADDRESS,
                null,
                List.of(lines),
                0,
                0,
                "",
                IfShort.BACKORDER);
    }

    /** Guests are many, and nobody orders the same twice for the same flat. */
    private Address flat() {
        return new Address(
                ADDRESS.name(),
                "",
                ADDRESS.street(),
                word("Flat "),
                ADDRESS.city(),
                "",
                ADDRESS.postcode(),
                ADDRESS.country(),
                ADDRESS.phone(),
                ADDRESS.email());
    }

    public Outcome<Placed> tryPlace(OrderDraft draft) {
        return orders.place(List.of(new PlaceRequest(cause(), draft))).getFirst();
    }

    public Placed place(OrderDraft draft) {
        return tryPlace(draft).orThrow();
    }

    /** Runs work as a command in its transaction. */
    public <T> T inRun(Function<Run, T> work) {
        List<T> result = new ArrayList<>();
        commands.once(cause(), "test", "test", String.class, run -> {
                    result.clear();
                    result.add(work.apply(run));
                    return Outcome.done("done");
                })
                .orThrow();
        return result.getFirst();
    }

    /** Lets an event happen to all slices of an order in a state. */
    public void all(long orderId, SliceState state, SliceEvent event) {
        inRun(run -> {
            LockedOrders locked = slices.lock(run, List.of(orderId));
            slices.apply(
                    run,
                    locked,
                    locked.get(orderId).slices(state).stream()
                            .map(slice -> SliceChange.of(slice, event))
                            .toList());
            return "done";
        });
    }

    public OrderQueries.OrderDetail detail(long orderId) {
        return queries.byId(orderId).orElseThrow();
    }

    /** Units of an order in a state, over all lines. */
    public long units(long orderId, SliceState state) {
        return detail(orderId).slices().stream()
                .filter(slice -> slice.state() == state)
                .mapToLong(Slice::quantity)
                .sum();
    }

    public long available(long nodeId, Goods item) {
        return Objects.requireNonNull(
                        world.bean(Inventory.class).levels(List.of(item.id())).get(item.id()))
                .stream()
                .filter(level -> level.key().nodeId() == nodeId)
                .mapToLong(level -> level.available())
                .sum();
    }
}
