package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.Slice;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what was scanned may go into a package. Pure. */
final class PackRules {

    /** What an empty box with its filling weighs. */
    static final long TARE_GRAMS = 120;

    private PackRules() {}

    /** A scan, with the item that its code belongs to; null when it belongs to none. */
    record ReadContent(String field, String code, @Nullable Long itemId, long quantity) {}

    /** Why nothing of a fulfilment order can be packed now. */
    static Optional<Refusal> mayPack(FulfilmentOrder work, LockedOrder order) {
        if (!work.isBegun() || work.progress() == FulfilmentState.SHIPPED) {
            return Optional.of(
                    Refusal.of("not-packing", t("shipping.refusal.isNothingOfItCan", work.number(), work.state())));
        }
        for (Slice slice : order.slicesOfFulfilment(work.id())) {
            Optional<Hold> hold = order.blocked(HoldBlock.PACK, slice);
            if (hold.isPresent()) {
                return Optional.of(Refusal.of(
                        "held",
                        t(
                                "shipping.refusal.mayNotBePackedNow",
                                work.number(),
                                hold.get().why().words())));
            }
        }
        return Optional.empty();
    }

    /** What is wrong with scans; those of the same item are added up. */
    static List<Refusal> check(FulfilmentOrder work, LockedOrder order, PackBook book, List<ReadContent> contents) {
        List<Refusal> refusals = new ArrayList<>();
        Map<Long, Long> wanted = new HashMap<>();
        for (ReadContent content : contents) {
            if (content.quantity() <= 0) {
                refusals.add(Refusal.of(
                        "not-positive", content.field() + ".quantity", t("shipping.refusal.theQuantityMustBeMore")));
                continue;
            }
            Long itemId = content.itemId();
            if (itemId == null || !belongs(work, order, itemId)) {
                refusals.add(Refusal.of(
                        "wrong-item",
                        content.field() + ".code",
                        t("shipping.refusal.doesNotBelongTo", content.code(), work.number(), expected(order, book))));
                continue;
            }
            long total = wanted.merge(itemId, content.quantity(), Long::sum);
            if (total > book.left(itemId)) {
                refusals.add(Refusal.of(
                        "over-pack",
                        content.field() + ".quantity",
                        t("shipping.refusal.onlyOfArePickedAnd", book.left(itemId), content.code(), total)));
            }
        }
        return refusals;
    }

    private static boolean belongs(FulfilmentOrder work, LockedOrder order, long itemId) {
        return order.slicesOfFulfilment(work.id()).stream().anyMatch(slice -> slice.itemId() == itemId);
    }

    private static String expected(LockedOrder order, PackBook book) {
        List<Integer> lines = book.linesLeft();
        return lines.isEmpty()
                ? "Everything that was picked is packed."
                : "Still to be packed: "
                        + lines.stream()
                                .map(line -> order.line(line).sku())
                                .limit(5)
                                .collect(Collectors.joining(", "))
                        + (lines.size() > 5 ? " and " + (lines.size() - 5) + " more." : ".");
    }

    /** What a package weighs that nobody has weighed. */
    static long weightGrams(Map<Long, Long> quantityByItem, Map<Long, UnitWeight> weights) {
        long grams = TARE_GRAMS;
        for (Map.Entry<Long, Long> entry : quantityByItem.entrySet()) {
            UnitWeight weight = weights.getOrDefault(entry.getKey(), UnitWeight.UNKNOWN);
            grams += weight.of(entry.getValue());
        }
        return grams;
    }

    /** What one whole unit weighs, and how many smallest units that is, as a power of ten. */
    record UnitWeight(int grams, int decimals) {

        static final UnitWeight UNKNOWN = new UnitWeight(0, 0);

        long of(long quantity) {
            long scale = 1;
            for (int i = 0; i < decimals; i++) {
                scale *= 10;
            }
            return Math.ceilDiv(grams * quantity, scale);
        }
    }
}
