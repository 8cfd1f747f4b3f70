package dev.orderwright.promising;

/**
 * The open quantity of one order line. Lines of one order may ask for the same item; they share its stock.
 *
 * @param quantity in the item's smallest unit
 * @param weightGrams of one whole unit
 * @param quantityDecimals how many decimals a whole unit has: a thousand smallest units are one where there are three
 */
public record DemandLine(int lineNo, long itemId, long quantity, int weightGrams, int quantityDecimals) {

    /** More than any order asks for; keeps sums over the lines of an order from overflowing. */
    static final long QUANTITY_MAX = 1_000_000_000_000L;

    private static final int DECIMALS_MAX = 6;

    public DemandLine {
        if (quantity <= 0
                || quantity > QUANTITY_MAX
                || weightGrams < 0
                || quantityDecimals < 0
                || quantityDecimals > DECIMALS_MAX) {
            throw new IllegalArgumentException("line " + lineNo + " asks for " + quantity + " units of " + weightGrams
                    + " g; that cannot be planned");
        }
    }

    /** For items that are counted in whole units. */
    public DemandLine(int lineNo, long itemId, long quantity, int weightGrams) {
        this(lineNo, itemId, quantity, weightGrams, 0);
    }
}
