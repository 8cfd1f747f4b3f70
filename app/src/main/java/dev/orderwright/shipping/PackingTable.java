package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.ScannedItems;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import dev.orderwright.shipping.PackRules.ReadContent;
import dev.orderwright.shipping.Parcel.Measures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Packs unit by unit, as somebody scans: open a package, scan into it, take out again, close it. */
@Component
class PackingTable {

    private final OrderSlices slices;
    private final FulfilmentQueries works;
    private final ParcelStore store;
    private final NewParcels newParcels;
    private final Catalog catalog;

    PackingTable(
            OrderSlices slices, FulfilmentQueries works, ParcelStore store, NewParcels newParcels, Catalog catalog) {
        this.slices = slices;
        this.works = works;
        this.store = store;
        this.newParcels = newParcels;
        this.catalog = catalog;
    }

    /** A package under the lock of its order. */
    private record Table(Parcel parcel, FulfilmentOrder work, LockedOrders orders, LockedOrder order) {

        List<Slice> contents() {
            return order.slices().stream()
                    .filter(slice -> slice.packageId() != null && slice.packageId() == parcel.id())
                    .toList();
        }

        PackResult refused(String code, String reason) {
            return PackResult.refused(parcel, List.of(Refusal.of(code, reason)));
        }
    }

    PackResult open(Run run, long fulfilmentId) {
        FulfilmentOrder known = works.byId(fulfilmentId).orElse(null);
        if (known == null) {
            return PackResult.refused(
                    fulfilmentId,
                    Refusal.of("unknown-fulfilment", "fulfilmentId", t("shipping.refusal.thereIsNoSuchFulfilment")));
        }
        LockedOrder order = slices.lock(run, List.of(known.orderId())).get(known.orderId());
        FulfilmentOrder work = works.byId(fulfilmentId).orElse(known);
        Optional<Refusal> mayNot = PackRules.mayPack(work, order);
        if (mayNot.isPresent()) {
            return PackResult.refused(fulfilmentId, mayNot.get());
        }
        Parcel parcel = newParcels.of(work, run.at());
        store.insert(List.of(parcel), run.at());
        return PackResult.of(parcel);
    }

    private Optional<Table> at(Run run, long packageId) {
        Parcel known = store.find(List.of(packageId)).stream().findFirst().orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        LockedOrders orders = slices.lock(run, List.of(known.orderId()));
        // Read again: only now nobody else can change it.
        Parcel parcel = store.find(List.of(packageId)).getFirst();
        FulfilmentOrder work = works.byId(parcel.fulfilmentId())
                .orElseThrow(() -> new IllegalStateException("a package without its fulfilment order: " + parcel));
        return Optional.of(new Table(parcel, work, orders, orders.get(parcel.orderId())));
    }

    /** Refuses when the package is not as the caller saw it; empty also when there is none. */
    Optional<Refusal> stale(Run run, long packageId, int seen) {
        return at(run, packageId)
                .map(Table::parcel)
                .flatMap(parcel -> Versions.stale(seen, parcel.version(), parcel.number()));
    }

    static PackResult unknown() {
        return PackResult.refused(
                0, Refusal.of("unknown-package", "packageId", t("shipping.refusal.thereIsNoSuchPackage")));
    }

    PackResult scan(Run run, long packageId, String code, long quantity) {
        return at(run, packageId).map(table -> scan(run, table, code, quantity)).orElseGet(PackingTable::unknown);
    }

    private PackResult scan(Run run, Table table, String code, long quantity) {
        if (table.parcel().state() != PackageState.OPEN) {
            return notOpen(table);
        }
        Optional<Refusal> mayNot = PackRules.mayPack(table.work(), table.order());
        if (mayNot.isPresent()) {
            return PackResult.refused(table.parcel(), List.of(mayNot.get()));
        }
        Long itemId = new ScannedItems(catalog).itemOf(code, table.order());
        PackBook book = new PackBook(table.order(), table.work().id());
        List<Refusal> refusals = PackRules.check(
                table.work(), table.order(), book, List.of(new ReadContent("", code, itemId, quantity)));
        if (!refusals.isEmpty() || itemId == null) {
            return PackResult.refused(table.parcel(), refusals);
        }
        slices.apply(
                run, table.orders(), book.pack(itemId, quantity, table.parcel().id()));
        store.update(List.of(table.parcel()), run.at());
        return PackResult.of(table.parcel());
    }

    private static PackResult notOpen(Table table) {
        return table.refused(
                "not-open",
                t(
                        "shipping.refusal.isNothingCanBePut",
                        table.parcel().number(),
                        table.parcel().state()));
    }

    PackResult takeOut(Run run, long packageId, String code, long quantity) {
        return at(run, packageId)
                .map(table -> takeOut(run, table, code, quantity))
                .orElseGet(PackingTable::unknown);
    }

    private PackResult takeOut(Run run, Table table, String code, long quantity) {
        if (table.parcel().state() != PackageState.OPEN) {
            return notOpen(table);
        }
        Long itemId = new ScannedItems(catalog).itemOf(code, table.order());
        long left = quantity;
        List<SliceChange> changes = new ArrayList<>();
        for (Slice slice : table.contents().reversed()) {
            long part = Math.min(left, slice.quantity());
            if (itemId != null && slice.itemId() == itemId && part > 0) {
                changes.add(SliceChange.tail(slice, part, SliceEvent.UNPACK));
                left -= part;
            }
        }
        if (left > 0 || quantity <= 0) {
            return table.refused(
                    "not-in-package",
                    t(
                            "shipping.refusal.thereAreOfInNot",
                            (quantity - left),
                            code,
                            table.parcel().number(),
                            quantity));
        }
        slices.apply(run, table.orders(), changes);
        store.update(List.of(table.parcel()), run.at());
        return PackResult.of(table.parcel());
    }

    PackResult seal(Run run, long packageId, Measures measures) {
        return at(run, packageId).map(table -> seal(run, table, measures)).orElseGet(PackingTable::unknown);
    }

    private PackResult seal(Run run, Table table, Measures measures) {
        if (table.parcel().state() != PackageState.OPEN) {
            return notOpen(table);
        }
        Map<Long, Long> byItem = new LinkedHashMap<>();
        table.contents().forEach(slice -> byItem.merge(slice.itemId(), slice.quantity(), Long::sum));
        if (byItem.isEmpty()) {
            return table.refused(
                    "empty-package",
                    t("shipping.refusal.thereIsNothingIn", table.parcel().number()));
        }
        Measures taken = measures.weightGrams() > 0
                ? measures
                : measures.withWeight(ParcelWeights.of(catalog, List.of(byItem)).grams(byItem));
        Parcel sealed = table.parcel().sealed(taken);
        store.update(List.of(sealed), run.at());
        ParcelFacts.sealed(run, sealed, byItem);
        return PackResult.of(sealed);
    }

    PackResult reopen(Run run, long packageId) {
        return at(run, packageId).map(table -> reopen(run, table)).orElseGet(PackingTable::unknown);
    }

    private PackResult reopen(Run run, Table table) {
        return switch (table.parcel().state()) {
            case OPEN -> PackResult.of(table.parcel());
            case SEALED -> {
                Parcel open = table.parcel().in(PackageState.OPEN);
                store.update(List.of(open), run.at());
                ParcelFacts.reopened(run, open, "opened by " + run.actor().name());
                yield PackResult.of(open);
            }
            case LABELLED ->
                table.refused(
                        "label-bought",
                        t("shipping.refusal.hasALabelVoidIt", table.parcel().number()));
            case MANIFESTED,
                    IN_TRANSIT,
                    OUT_FOR_DELIVERY,
                    DELIVERED,
                    AVAILABLE_FOR_PICKUP,
                    ATTEMPT_FAILED,
                    EXCEPTION,
                    RETURNING,
                    RETURNED,
                    LOST,
                    DAMAGED,
                    VOIDED -> notOpen(table);
        };
    }

    /** Throws an empty package away. */
    PackResult discard(Run run, long packageId) {
        return at(run, packageId).map(table -> discard(run, table)).orElseGet(PackingTable::unknown);
    }

    private PackResult discard(Run run, Table table) {
        if (table.parcel().state() != PackageState.OPEN) {
            return notOpen(table);
        }
        if (!table.contents().isEmpty()) {
            return table.refused(
                    "not-empty",
                    t(
                            "shipping.refusal.takeEverythingOutOfFirst",
                            table.parcel().number()));
        }
        Parcel voided = table.parcel().in(PackageState.VOIDED);
        store.update(List.of(voided), run.at());
        return PackResult.of(voided);
    }
}
