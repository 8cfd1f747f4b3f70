package dev.orderwright.orders;

import dev.orderwright.orders.OrderStore.Moved;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers were promised, how it moved, and why. */
@Component
public class PromiseLedger {

    private final PromiseLedgerStore store;

    PromiseLedger(PromiseLedgerStore store) {
        this.store = store;
    }

    /** Which way a promise moved. */
    public enum Direction {
        LATER,
        EARLIER,
        /** There is no day any more. */
        LOST,
        /** There was no day before. */
        FOUND
    }

    /**
     * An open order was expected on another day from a moment on.
     *
     * @param version of the order, after the change
     * @param was the day before, null when there was none
     * @param now the day since, null when some part has none
     * @param first the day that was promised when it was placed, null when there was none
     */
    public record PromiseChange(
            long orderId,
            String number,
            int version,
            Instant at,
            @Nullable LocalDate was,
            @Nullable LocalDate now,
            Direction direction,
            PromiseCause cause,
            @Nullable LocalDate first) {}

    /** How a promise moved, the oldest first; empty when it never did. */
    public List<PromiseChange> ofOrder(long orderId) {
        return store.ofOrder(orderId);
    }

    /**
     * The latest moves of all orders, the newest first.
     *
     * @param direction null for all
     */
    public Page<PromiseChange> latest(@Nullable Direction direction, @Nullable String cursor, int limit) {
        return Page.of(
                store.latest(direction, Cursor.parse(cursor, PromiseLedgerStore.NEWEST), Page.rowsFor(limit)),
                limit,
                PromiseLedgerStore::cursor);
    }

    static Map<String, Object> fact(Moved moved) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (moved.was() != null) {
            data.put("was", moved.was().toString());
        }
        if (moved.now() != null) {
            data.put("expectedOn", moved.now().toString());
        }
        data.put("direction", moved.direction().name());
        data.put("cause", moved.cause().name());
        return data;
    }
}
