package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Puts right what damage from outside has done between orders and stock. Each answers with what it changed, in
 * sentences; nothing when all was well.
 */
@Component
public class PromiseRepairs {

    private static final String REASON = "REPAIR";

    private final PromiseRepairStore store;
    private final Stock stock;
    private final OrderSlices slices;

    PromiseRepairs(PromiseRepairStore store, Stock stock, OrderSlices slices) {
        this.store = store;
        this.stock = stock;
        this.slices = slices;
    }

    /** What orders hold at a node. */
    record Promised(long nodeId, long reserved, long picked) {}

    /**
     * Moves units of an item until what is reserved and picked is what orders hold: a reservation that no order has is
     * given back, one that is missing is made if it can be.
     */
    public Outcome<List<String>> stockFollowsPromises(Run run, long itemId) {
        Map<StockKey, StockLevel> levels = stock.lockItems(run, List.of(itemId));
        // Read under the lock: whoever changes what orders hold changes these rows in the same transaction.
        Map<Long, Promised> promised =
                store.promised(itemId).stream().collect(Collectors.toMap(Promised::nodeId, Function.identity()));
        List<StockMove> moves = new ArrayList<>();
        for (StockLevel level : levels.values()) {
            Promised right = promised.getOrDefault(
                    level.key().nodeId(), new Promised(level.key().nodeId(), 0, 0));
            long reserved = right.reserved() - level.reserved();
            long picked = right.picked() - level.picked();
            if (picked > 0) {
                return Outcome.refused("picked-missing", t("orders.refusal.unitsThatOrdersHavePicked", picked));
            }
            if (reserved > level.available()) {
                return Outcome.refused(
                        "not-enough-stock", t("orders.refusal.ordersHoldUnitsMoreThan", reserved, level.available()));
            }
            add(moves, run, level, Bucket.AVAILABLE, Bucket.RESERVED, reserved);
            add(moves, run, level, Bucket.AVAILABLE, Bucket.PICKED, picked);
        }
        if (!moves.isEmpty()) {
            stock.move(run, moves);
        }
        return Outcome.done(moves.stream()
                .map(move -> move.quantity() + " " + move.from() + " → " + move.to())
                .toList());
    }

    /** Units go the other way when there are fewer than nothing of them. */
    private static void add(List<StockMove> moves, Run run, StockLevel level, Bucket from, Bucket to, long units) {
        if (units != 0) {
            long node = level.key().nodeId();
            moves.add(new StockMove(
                    level.key().itemId(),
                    node,
                    units > 0 ? from : to,
                    node,
                    units > 0 ? to : from,
                    Math.abs(units),
                    REASON,
                    "repair",
                    run.commandId(),
                    1));
        }
    }

    /** Makes an order say of its units what they are. */
    public Outcome<List<String>> orderFollowsSlices(Run run, long orderId) {
        slices.lock(run, List.of(orderId));
        return Outcome.done(
                store.rebuildStates(orderId) == 0 ? List.of() : List.of("what the order says of its units"));
    }
}
