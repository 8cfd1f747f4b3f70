package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailRow;
import dev.orderwright.shared.Amounts;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A row cleaned for use: code in upper case, description trimmed, money as it is booked beside what it is exactly.
 *
 * @param lineNumber the line of the file, which names the row for good
 * @param code SKU or service code
 * @param description may be empty
 * @param quantity as in the file: negative on credits and write-offs
 */
record RetailLine(long lineNumber, String code, String description, long quantity, BigDecimal unitPrice) {

    /** The shop sells in one currency. */
    static final String CURRENCY = "GBP";

    private static final Pattern WHITE = Pattern.compile("\\s+");

    static RetailLine of(RetailRow row, String code) {
        String description = WHITE.matcher(row.description().strip()).replaceAll(" ");
        return new RetailLine(row.lineNumber(), code, description, row.quantity(), row.unitPrice());
    }

    BigDecimal exactAmount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    /** In cents, half up, away from zero on both sides, so that a credit undoes a sale of the same size. */
    long bookedCents() {
        return Amounts.lineAmount(unitPrice, quantity, 0, CURRENCY);
    }
}
