package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailRow;
import dev.orderwright.shared.ContentHash;
import java.nio.charset.StandardCharsets;

/** Tells whether two invoices of the same number have the same rows. Where in a file they stand does not matter. */
final class RetailFingerprint {

    private static final char UNIT = '\u001f';
    private static final char RECORD = '\u001e';

    private RetailFingerprint() {}

    static byte[] of(RetailInvoice invoice) {
        StringBuilder text = new StringBuilder(64 * invoice.rows().size());
        for (RetailRow row : invoice.rows()) {
            text.append(row.stockCode()).append(UNIT);
            text.append(row.description()).append(UNIT);
            text.append(row.quantity()).append(UNIT);
            text.append(row.at()).append(UNIT);
            text.append(row.unitPrice()).append(UNIT);
            text.append(row.customerId()).append(UNIT);
            text.append(row.country()).append(RECORD);
        }
        return ContentHash.of("retail-invoice", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
