package dev.orderwright.walk;

import dev.orderwright.World;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Few nodes, few items and few customers, so that everything collides, and what is going on among them. */
final class Ground {

    private static final List<String> PEOPLE = List.of("tester", "tester", "tester", "other");
    private static final List<String> BINS = List.of("", "A-1", "A-2");
    private static final long CREDIT_LIMIT = 20_000;

    final World world;
    final Dock dock;
    final Shop shop;
    final Random random;
    final List<Long> nodes;
    final List<Goods> items;
    final Goods charge;
    final List<String> customers;
    final List<Long> orders = new ArrayList<>();
    /** What customers have ordered: units by line. */
    final Map<Long, List<Long>> ordered = new TreeMap<>();

    private final Doing doing;
    private final List<Cause> used = new ArrayList<>();

    Ground(World world, Random random, Doing doing) {
        this.world = world;
        this.random = random;
        this.doing = doing;
        dock = new Dock(world);
        shop = dock.shop;
        nodes = List.of(shop.node(), shop.node(), shop.node());
        items = List.of(shop.item(), shop.item(ItemKind.STOCKED, "0.99"), shop.item(ItemKind.STOCKED, "13.37"));
        charge = shop.item(ItemKind.SERVICE, "3.33");
        customers = List.of(shop.customer(CREDIT_LIMIT), shop.customer(CREDIT_LIMIT));
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> Optional<T> any(List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(one(list));
    }

    long some(long max) {
        return 1 + random.nextLong(max);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    void placed(Placed placed, OrderDraft draft) {
        orders.add(placed.orderId());
        ordered.put(
                placed.orderId(),
                draft.lines().stream()
                        .map(line -> line.quantity().longValueExact())
                        .toList());
    }

    String bin() {
        return one(BINS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(world.clock().instant(), ZoneOffset.UTC);
    }

    Cause cause() {
        return Cause.of(Actor.user(one(PEOPLE)), shop.word("k"), world.clock().instant());
    }

    /** Does it under a key of its own, or under one that something else has had. */
    <T> Came run(Function<Cause, Outcome<T>> command) {
        return run(command, (cause, answer) -> {});
    }

    /** @param done gets the key and the answer, once; that may be later */
    <T> Came run(Function<Cause, Outcome<T>> command, BiConsumer<Cause, T> done) {
        if (!used.isEmpty() && chance(2)) {
            return Came.of(command.apply(one(used)));
        }
        Cause cause = cause();
        return doing.command(new Command<>(cause, command, answer -> {
            used.add(cause);
            done.accept(cause, answer);
        }));
    }

    /** One round of work that waits in tables. */
    Came round(Supplier<Came> work) {
        return doing.round(work);
    }

    /** Does something to one of these, if there are any. */
    <T> Came with(List<T> candidates, Function<T, Came> deed) {
        return any(candidates).map(deed).orElse(Came.NOTHING);
    }

    List<OrderHead> heads() {
        return List.copyOf(new TreeMap<>(shop.queries.heads(orders)).values());
    }

    List<OrderHead> openOrders() {
        return heads().stream()
                .filter(head ->
                        EnumSet.of(Lifecycle.PLACED, Lifecycle.CONFIRMED).contains(head.lifecycle()))
                .toList();
    }

    /** Slices in one of the states, of all orders. */
    List<Slice> slices(SliceState first, SliceState... others) {
        Set<SliceState> states = EnumSet.of(first, others);
        return sorted(shop.queries.slices(orders))
                .filter(slice -> states.contains(slice.state()))
                .toList();
    }

    List<FulfilmentOrder> works(FulfilmentState first, FulfilmentState... others) {
        Set<FulfilmentState> states = EnumSet.of(first, others);
        return sorted(dock.floor.queries.ofOrders(orders))
                .filter(work -> states.contains(work.state()))
                .toList();
    }

    List<FulfilmentOrder> openWorks() {
        return sorted(dock.floor.queries.ofOrders(orders))
                .filter(work -> !work.state().isEnded() && work.progress() != FulfilmentState.SHIPPED)
                .toList();
    }

    List<Parcel> parcels(PackageState first, PackageState... others) {
        Set<PackageState> states = EnumSet.of(first, others);
        return sorted(dock.queries.ofOrders(orders))
                .filter(parcel -> states.contains(parcel.state()))
                .toList();
    }

    List<Parcel> parcelsUnderWay() {
        return Arrays.stream(PackageState.values())
                .filter(PackageState::isUnderWay)
                .flatMap(state -> parcels(state).stream())
                .toList();
    }

    private static <T> Stream<T> sorted(Map<Long, List<T>> byOrder) {
        return new TreeMap<>(byOrder).values().stream().flatMap(List::stream);
    }

    /** Picked units of a fulfilment order that lie in no package, by SKU. */
    Map<String, Long> picked(FulfilmentOrder work) {
        Map<String, Long> units = new TreeMap<>();
        for (Slice slice : slices(SliceState.PICKED)) {
            if (slice.fulfilmentId() != null && slice.fulfilmentId() == work.id()) {
                units.merge(sku(slice), slice.quantity(), Long::sum);
            }
        }
        return units;
    }

    String sku(Slice slice) {
        return items.stream()
                .filter(item -> item.id() == slice.itemId())
                .findFirst()
                .orElse(charge)
                .sku();
    }
}
