package dev.orderwright.shipping;

import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceChange;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The picked units of one fulfilment order that are in no package yet, while a command packs them. */
final class PackBook {

    /** A run of units of a line, of which the first ones go first. */
    private static final class Heap {
        private final Slice slice;
        private long taken;

        Heap(Slice slice) {
            this.slice = slice;
        }

        long left() {
            return slice.quantity() - taken;
        }

        SliceChange take(long quantity, long packageId) {
            SliceChange change = new SliceChange(
                    slice.orderId(),
                    slice.lineNo(),
                    slice.firstUnit() + taken,
                    quantity,
                    SliceEvent.PACK,
                    null,
                    null,
                    packageId,
                    null,
                    null);
            taken += quantity;
            return change;
        }
    }

    private final Map<Long, List<Heap>> byItem = new LinkedHashMap<>();

    PackBook(LockedOrder order, long fulfilmentId) {
        order.slicesOfFulfilment(fulfilmentId).stream()
                .filter(slice -> slice.state() == SliceState.PICKED)
                .sorted(Comparator.comparingInt(Slice::lineNo).thenComparingLong(Slice::firstUnit))
                .forEach(slice -> byItem.computeIfAbsent(slice.itemId(), item -> new ArrayList<>())
                        .add(new Heap(slice)));
    }

    long left(long itemId) {
        return byItem.getOrDefault(itemId, List.of()).stream()
                .mapToLong(Heap::left)
                .sum();
    }

    /** The lines that still have units to be packed. */
    List<Integer> linesLeft() {
        return byItem.values().stream()
                .flatMap(List::stream)
                .filter(heap -> heap.left() > 0)
                .map(heap -> heap.slice.lineNo())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Puts units of an item into a package.
     *
     * @throws IllegalStateException when fewer are left: callers check first
     */
    List<SliceChange> pack(long itemId, long quantity, long packageId) {
        List<SliceChange> changes = new ArrayList<>();
        long open = quantity;
        for (Heap heap : byItem.getOrDefault(itemId, List.of())) {
            long part = Math.min(open, heap.left());
            if (part > 0) {
                changes.add(heap.take(part, packageId));
                open -= part;
            }
        }
        if (open > 0) {
            throw new IllegalStateException(open + " units of item " + itemId + " more than are picked");
        }
        return changes;
    }
}
