package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what was scanned is what should be taken. Pure. */
final class PickRules {

    private PickRules() {}

    /** A scan, with the item that its code belongs to; null when it belongs to none. */
    record ReadScan(Scan scan, @Nullable Long itemId) {}

    private record Place(long itemId, String bin) {}

    /** Why somebody may not work on a pick list now. */
    static Optional<Refusal> mayWork(FulfilmentOrder work, String person, Instant at) {
        if (work.state().isEnded() || work.progress() == FulfilmentState.SHIPPED) {
            return Optional.of(Assigning.ended(work));
        }
        if (!work.isBegun()) {
            return Optional.of(Refusal.of(
                    "not-picking", t("fulfilment.refusal.isAcceptItAndStart", work.number(), work.progress())));
        }
        return work.isHeldFrom(person, at) ? Optional.of(Assigning.assigned(work)) : Optional.empty();
    }

    /** What is wrong with the scans of one pick list; empty when they can all be booked. */
    static List<Refusal> check(FulfilmentOrder work, LockedOrder order, TaskBook book, List<ReadScan> scans) {
        List<Refusal> refusals = new ArrayList<>();
        Map<Place, Long> taken = new HashMap<>();
        for (int i = 0; i < scans.size(); i++) {
            checkOne(work, order, book, scans.get(i), "scans[" + i + "]", taken).ifPresent(refusals::add);
        }
        if (refusals.isEmpty()) {
            held(work, order, book, scans).ifPresent(refusals::add);
        }
        return refusals;
    }

    private static Optional<Refusal> checkOne(
            FulfilmentOrder work,
            LockedOrder order,
            TaskBook book,
            ReadScan read,
            String field,
            Map<Place, Long> taken) {
        Scan scan = read.scan();
        if (scan.quantity() <= 0) {
            return Optional.of(
                    Refusal.of("not-positive", field + ".quantity", t("fulfilment.refusal.theQuantityMustBeMore")));
        }
        long itemId = read.itemId() == null ? 0 : read.itemId();
        if (book.of(work.id()).stream().noneMatch(task -> task.itemId() == itemId)) {
            return Optional.of(Refusal.of(
                    "wrong-item",
                    field + ".code",
                    t("fulfilment.refusal.doesNotBelongTo", scan.code(), work.number(), expected(work, order, book))));
        }
        Set<String> bins = book.of(work.id()).stream()
                .filter(task -> task.itemId() == itemId && book.open(task) > 0)
                .map(PickTask::bin)
                .collect(Collectors.toSet());
        if (!bins.isEmpty() && !bins.contains(scan.bin())) {
            return Optional.of(Refusal.of(
                    "wrong-bin",
                    field + ".bin",
                    t("fulfilment.refusal.isToBeTakenFrom", scan.code(), String.join(" or ", bins), scan.bin())));
        }
        long before = taken.getOrDefault(new Place(itemId, scan.bin()), 0L);
        long open = book.open(work.id(), matches(itemId, scan.bin())) - before;
        if (scan.quantity() > open) {
            return Optional.of(Refusal.of(
                    "over-pick",
                    field + ".quantity",
                    t("fulfilment.refusal.onlyOfAreStillTo", open, scan.code(), scan.quantity())));
        }
        taken.put(new Place(itemId, scan.bin()), before + scan.quantity());
        return Optional.empty();
    }

    static java.util.function.Predicate<PickTask> matches(long itemId, String bin) {
        return task -> task.itemId() == itemId && task.bin().equals(bin);
    }

    /** The next stop, in words. */
    private static String expected(FulfilmentOrder work, LockedOrder order, TaskBook book) {
        return book.of(work.id()).stream()
                .filter(task -> book.open(task) > 0)
                .min(Comparator.comparing(PickTask::bin, BinWalk.ALONG_THE_AISLE)
                        .thenComparing(PickTask::taskNo))
                .map(task -> "Expected " + order.line(task.lineNo()).sku() + " from bin " + task.bin() + ".")
                .orElse("Everything has been picked.");
    }

    private static Optional<Refusal> held(
            FulfilmentOrder work, LockedOrder order, TaskBook book, List<ReadScan> scans) {
        Set<Long> items = scans.stream()
                .map(ReadScan::itemId)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        for (Slice slice : order.slicesOfFulfilment(work.id())) {
            if (slice.state() == SliceState.RELEASED && items.contains(slice.itemId())) {
                Optional<Hold> hold = order.blocked(HoldBlock.PICK, slice);
                if (hold.isPresent()) {
                    return Optional.of(Refusal.of(
                            "held",
                            t(
                                    "fulfilment.refusal.mayNotBePickedNow",
                                    work.number(),
                                    hold.get().why().words())));
                }
            }
        }
        return Optional.empty();
    }
}
