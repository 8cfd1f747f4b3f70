package dev.orderwright.channels;

/**
 * A row of a file that was not taken, or not as it stands, for whoever looks into it.
 *
 * @param lineNo the line of the file; the header is line 1
 * @param code stable, such as {@code no-matching-sale}
 * @param reference the document the row belongs to, such as the invoice number; may be empty
 * @param reason a sentence
 * @param rowText the row, or what matters of it
 * @param amountMinor money of the row that was not booked, in minor units
 */
public record ImportException(
        long lineNo, String code, String reference, String reason, String rowText, long amountMinor) {}
