package dev.orderwright.promising;

/**
 * The open quantity of one order line. Lines of one order may ask for the same item; they share its stock.
 *
 * @param quantity in the item's smallest unit
 * @param weightGrams of one smallest unit
 */
public record DemandLine(int lineNo, long itemId, long quantity, int weightGrams) {

    /** More than any order asks for; keeps sums over the lines of an order from overflowing. */
    static final long QUANTITY_MAX = 1_000_000_000_000L;

    public DemandLine {
        if (quantity <= 0 || quantity > QUANTITY_MAX || weightGrams < 0) {
            throw new IllegalArgumentException("line " + lineNo + " asks for " + quantity + " units of " + weightGrams
                    + " g; that cannot be planned");
        }
    }
}
