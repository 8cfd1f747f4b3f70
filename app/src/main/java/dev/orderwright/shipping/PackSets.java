package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.ScannedItems;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult.Packed;
import dev.orderwright.shipping.PackRules.ReadContent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Packs whole fulfilment orders at once, box by box: for stations that send what they have scanned when they are done. */
@Component
class PackSets {

    private final OrderSlices slices;
    private final FulfilmentQueries works;
    private final ParcelStore store;
    private final NewParcels newParcels;
    private final Catalog catalog;

    PackSets(OrderSlices slices, FulfilmentQueries works, ParcelStore store, NewParcels newParcels, Catalog catalog) {
        this.slices = slices;
        this.works = works;
        this.store = store;
        this.newParcels = newParcels;
        this.catalog = catalog;
    }

    /** What is to be booked for the fulfilment orders that were not refused. */
    private final class Batch {
        private final Run run;
        private final ScannedItems items = new ScannedItems(catalog);
        private final List<SliceChange> changes = new ArrayList<>();
        private final Map<Parcel, Map<Long, Long>> contents = new LinkedHashMap<>();
        private final Map<Long, PackResult> results = new HashMap<>();

        Batch(Run run) {
            this.run = run;
        }
    }

    /** Boxes of the same fulfilment order are packed together, or refused together. */
    List<PackResult> pack(Run run, List<PackConfirm> confirms) {
        Map<Long, List<Box>> byWork = new LinkedHashMap<>();
        confirms.forEach(confirm -> byWork.computeIfAbsent(confirm.fulfilmentId(), id -> new ArrayList<>())
                .addAll(confirm.boxes()));
        List<Long> orderIds = works.byId(byWork.keySet()).values().stream()
                .map(FulfilmentOrder::orderId)
                .toList();
        LockedOrders orders = slices.lock(run, orderIds);
        Map<Long, FulfilmentOrder> locked = works.byId(byWork.keySet());
        Batch batch = new Batch(run);
        byWork.forEach((id, boxes) -> {
            FulfilmentOrder work = locked.get(id);
            batch.results.put(
                    id,
                    work == null
                            ? PackResult.refused(
                                    id,
                                    Refusal.of(
                                            "unknown-fulfilment",
                                            "fulfilmentId",
                                            t("shipping.refusal.thereIsNoSuchFulfilment")))
                            : decide(work, orders.get(work.orderId()), boxes, batch));
        });
        book(run, orders, batch);
        return byWork.keySet().stream()
                .map(id -> batch.results.getOrDefault(id, PackResult.refused(id)))
                .toList();
    }

    private PackResult decide(FulfilmentOrder work, LockedOrder order, List<Box> boxes, Batch batch) {
        Optional<Refusal> mayNot = PackRules.mayPack(work, order);
        if (mayNot.isPresent()) {
            return PackResult.refused(work.id(), mayNot.get());
        }
        PackBook book = new PackBook(order, work.id());
        List<List<ReadContent>> read = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            read.add(read("boxes[" + i + "]", boxes.get(i), order, batch.items));
            if (boxes.get(i).contents().isEmpty()) {
                refusals.add(
                        Refusal.of("empty-package", "boxes[" + i + "]", t("shipping.refusal.thereIsNothingInThe")));
            }
        }
        refusals.addAll(PackRules.check(
                work, order, book, read.stream().flatMap(List::stream).toList()));
        if (!refusals.isEmpty()) {
            return new PackResult(work.id(), List.of(), refusals);
        }
        List<Packed> packed = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            Parcel parcel =
                    newParcels.of(work, batch.run.at()).sealed(boxes.get(i).measures());
            Map<Long, Long> byItem = new LinkedHashMap<>();
            for (ReadContent content : read.get(i)) {
                if (content.itemId() != null) {
                    byItem.merge(content.itemId(), content.quantity(), Long::sum);
                }
            }
            byItem.forEach((item, quantity) -> batch.changes.addAll(book.pack(item, quantity, parcel.id())));
            batch.contents.put(parcel, byItem);
            packed.add(Packed.of(parcel));
        }
        return new PackResult(work.id(), packed, List.of());
    }

    private static List<ReadContent> read(String field, Box box, LockedOrder order, ScannedItems items) {
        List<ReadContent> read = new ArrayList<>();
        for (int i = 0; i < box.contents().size(); i++) {
            Content content = box.contents().get(i);
            read.add(new ReadContent(
                    field + ".contents[" + i + "]",
                    content.code(),
                    items.itemOf(content.code(), order),
                    content.quantity()));
        }
        return read;
    }

    private void book(Run run, LockedOrders orders, Batch batch) {
        if (batch.contents.isEmpty()) {
            return;
        }
        ParcelWeights weights = ParcelWeights.of(catalog, batch.contents.values());
        List<Parcel> weighed = new ArrayList<>();
        batch.contents.forEach((parcel, byItem) -> {
            Parcel one = parcel.measures().weightGrams() > 0
                    ? parcel
                    : parcel.sealed(parcel.measures().withWeight(weights.grams(byItem)));
            weighed.add(one);
            ParcelFacts.sealed(run, one, byItem);
        });
        store.insert(weighed, run.at());
        slices.apply(run, orders, batch.changes);
    }
}
