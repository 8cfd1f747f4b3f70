package dev.orderwright.backlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes of an order in a run.
 *
 * @param place in which order it is done
 * @param step orders of one step change together or not at all
 * @param costBefore of its carriage, by the tariff, in minor units
 * @param leftBecause why it stays as it is; null where it does not
 */
public record BacklogChange(
        int place,
        int step,
        long orderId,
        String number,
        List<UnitMove> moves,
        int shipmentsBefore,
        int shipmentsAfter,
        long costBefore,
        long costAfter,
        State state,
        @Nullable StaysBecause leftBecause) {

    public BacklogChange {
        moves = List.copyOf(moves);
    }

    BacklogChange moved() {
        return settled(State.MOVED, null);
    }

    BacklogChange left(StaysBecause because) {
        return settled(State.LEFT, because);
    }

    private BacklogChange settled(State then, @Nullable StaysBecause because) {
        return new BacklogChange(
                place,
                step,
                orderId,
                number,
                moves,
                shipmentsBefore,
                shipmentsAfter,
                costBefore,
                costAfter,
                then,
                because);
    }

    /** What became of it. */
    public enum State {
        /** Looked at only. */
        PLANNED,
        MOVED,
        /** Something else has happened to the order or to the stock meanwhile. */
        LEFT
    }

    /** Units of a line that go to another node. */
    public record UnitMove(int lineNo, long firstUnit, long quantity, long itemId, long fromNode, long toNode) {}
}
