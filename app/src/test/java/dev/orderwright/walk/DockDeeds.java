package dev.orderwright.walk;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.Slice;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.PackConfirm;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipping;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is done with picked units until they leave. */
final class DockDeeds {

    private final Ground ground;
    private final Dock dock;
    private final Packing packing;
    private final Shipping shipping;

    DockDeeds(Ground ground) {
        this.ground = ground;
        dock = ground.dock;
        packing = dock.packing;
        shipping = dock.shipping;
    }

    List<Deed> all() {
        return List.of(
                new Deed("open a package", 4, this::open),
                new Deed("scan into a package", 5, this::scan),
                new Deed("take out of a package", 1, this::takeOut),
                new Deed("seal", 5, this::seal),
                new Deed("reopen", 1, this::reopen),
                new Deed("discard", 1, this::discard),
                new Deed("pack boxes", 6, this::pack),
                new Deed("buy a label", 6, () -> label(false)),
                new Deed("buy a label for a part", 2, () -> label(true)),
                new Deed("buy labels", 2, this::labels),
                new Deed("void a label", 1, this::voidLabel),
                new Deed("hand over", 7, this::handOver));
    }

    /** Where picked units lie on the packing table. */
    private List<FulfilmentOrder> packable() {
        return ground
                .works(
                        FulfilmentState.PICKING,
                        FulfilmentState.PICKED,
                        FulfilmentState.CANCEL_REFUSED,
                        FulfilmentState.CANCEL_REQUESTED)
                .stream()
                .filter(work -> !ground.picked(work).isEmpty())
                .toList();
    }

    private Came open() {
        return ground.with(packable(), work -> ground.run(cause -> packing.open(cause, work.id())));
    }

    private Came scan() {
        return ground.with(ground.parcels(PackageState.OPEN), parcel -> {
            FulfilmentOrder work = dock.floor.work(parcel.fulfilmentId());
            return ground.with(List.copyOf(ground.picked(work).entrySet()), units -> {
                long quantity = ground.chance(10) ? units.getValue() + 1 : ground.some(units.getValue());
                return ground.run(cause -> packing.scan(cause, parcel.id(), units.getKey(), quantity));
            });
        });
    }

    private Came takeOut() {
        return ground.with(ground.parcels(PackageState.OPEN), parcel -> {
            return ground.with(
                    contents(parcel),
                    slice -> ground.run(cause ->
                            packing.takeOut(cause, parcel.id(), ground.sku(slice), Math.min(2, slice.quantity()))));
        });
    }

    private List<Slice> contents(Parcel parcel) {
        return ground.shop.detail(parcel.orderId()).slices().stream()
                .filter(slice -> Objects.equals(slice.packageId(), parcel.id()))
                .toList();
    }

    private Came seal() {
        Measures measures = ground.chance(50) ? Measures.NONE : new Measures(ground.some(20_000), 300, 200, 100);
        return ground.with(
                ground.parcels(PackageState.OPEN).stream()
                        .filter(parcel -> ground.chance(10) || !contents(parcel).isEmpty())
                        .toList(),
                parcel -> ground.run(cause -> packing.seal(cause, parcel.id(), measures)));
    }

    private Came reopen() {
        return ground.with(
                ground.parcels(PackageState.SEALED, PackageState.LABELLED),
                parcel -> ground.run(cause -> packing.reopen(cause, parcel.id())));
    }

    private Came discard() {
        return ground.with(
                ground.parcels(PackageState.OPEN), parcel -> ground.run(cause -> packing.discard(cause, parcel.id())));
    }

    private Came pack() {
        List<PackConfirm> confirms =
                packable().stream().limit(ground.some(3)).map(this::boxes).toList();
        return confirms.isEmpty() ? Came.NOTHING : ground.run(cause -> packing.pack(cause, confirms));
    }

    private PackConfirm boxes(FulfilmentOrder work) {
        List<Box> boxes = ground.picked(work).entrySet().stream()
                .map((Map.Entry<String, Long> units) -> {
                    long quantity = ground.chance(70) ? units.getValue() : ground.some(units.getValue());
                    return new Box(List.of(new Content(units.getKey(), quantity)), Measures.NONE);
                })
                .toList();
        return new PackConfirm(work.id(), boxes);
    }

    private Came label(boolean partial) {
        return ground.with(
                ground.parcels(PackageState.SEALED),
                parcel -> ground.run(cause -> shipping.label(cause, parcel.id(), partial)));
    }

    private Came labels() {
        List<Long> ids = ids(ground.parcels(PackageState.SEALED, PackageState.LABELLED));
        return ids.isEmpty() ? Came.NOTHING : ground.run(cause -> shipping.label(cause, ids, true));
    }

    private static List<Long> ids(List<Parcel> parcels) {
        return parcels.stream().limit(4).map(Parcel::id).toList();
    }

    private Came voidLabel() {
        return ground.with(
                ground.parcels(PackageState.LABELLED),
                parcel -> ground.run(cause -> shipping.voidLabels(cause, List.of(parcel.id()))));
    }

    private Came handOver() {
        List<Long> ids = ids(ground.parcels(PackageState.LABELLED));
        return ids.isEmpty() ? Came.NOTHING : ground.run(cause -> shipping.handOver(cause, ids));
    }
}
