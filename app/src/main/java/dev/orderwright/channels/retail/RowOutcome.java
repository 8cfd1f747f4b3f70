package dev.orderwright.channels.retail;

import java.util.Optional;

/** What becomes of one row. Every row has exactly one outcome. */
sealed interface RowOutcome {

    RetailLine line();

    /** Why the row is nothing of the usual, where it is not. */
    default Optional<RetailReason> reason() {
        return switch (this) {
            case LedgerOnly(RetailLine line, RetailReason why) -> Optional.of(why);
            case Unplaceable(RetailLine line, RetailReason why) -> Optional.of(why);
            case GoodsOrdered ordered -> Optional.empty();
            case ServiceCharged charged -> Optional.empty();
            case StockAdjusted adjusted -> Optional.empty();
            case GoodsCredited credited -> Optional.empty();
            case ServiceCredited credited -> Optional.empty();
        };
    }

    /** Units of an article that a customer ordered; at price 0 they are free of charge. */
    record GoodsOrdered(RetailLine line) implements RowOutcome {}

    /** A service on an order: postage, carriage, a voucher, a manual charge. */
    record ServiceCharged(RetailLine line) implements RowOutcome {}

    /** Units found (positive) or written off (negative); the description is the reason that was noted. */
    record StockAdjusted(RetailLine line) implements RowOutcome {}

    /** Units of an article that a customer gives back or no longer wants; to be matched to their sales. */
    record GoodsCredited(RetailLine line) implements RowOutcome {

        long units() {
            return -line.quantity();
        }
    }

    /** Money for a service that a customer gets back; to be matched to what they were charged. */
    record ServiceCredited(RetailLine line) implements RowOutcome {

        long units() {
            return -line.quantity();
        }
    }

    /** Money that concerns the ledger and no order. */
    record LedgerOnly(RetailLine line, RetailReason why) implements RowOutcome {}

    /** A row that can't become anything; it goes to the exception list. */
    record Unplaceable(RetailLine line, RetailReason why) implements RowOutcome {}
}
