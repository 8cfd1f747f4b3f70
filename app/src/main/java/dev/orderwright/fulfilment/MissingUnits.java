package dev.orderwright.fulfilment;

import dev.orderwright.inventory.BinClaim;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.StockKey;

/** Units that should lie in a bin for a pick task and do not, or are not fit to be sent. */
record MissingUnits(FulfilmentOrder work, PickTask task, long quantity, ShortPick.Reason reason) {

    StockKey key() {
        return new StockKey(task.itemId(), work.nodeId());
    }

    BinClaim claim() {
        return new BinClaim(task.itemId(), work.nodeId(), task.bin(), quantity);
    }

    /** Where they are booked to. */
    Bucket goesTo() {
        return switch (reason) {
            case NOT_FOUND -> Bucket.LOSS;
            case DAMAGED -> Bucket.DAMAGED;
        };
    }

    String moveReason() {
        return switch (reason) {
            case NOT_FOUND -> "SHORT_LOST";
            case DAMAGED -> "SHORT_DAMAGED";
        };
    }
}
