package dev.orderwright.promising;

/**
 * The open quantity of one order line. Lines of one order may ask for the same item; they share its stock.
 *
 * @param quantity in the item's smallest unit
 * @param weightGrams of one smallest unit
 */
public record DemandLine(int lineNo, long itemId, long quantity, int weightGrams) {

    public DemandLine {
        if (quantity <= 0 || weightGrams < 0) {
            throw new IllegalArgumentException("line " + lineNo + " asks for " + quantity + " units of " + weightGrams
                    + " g; a demand needs a positive quantity and no negative weight");
        }
    }
}
