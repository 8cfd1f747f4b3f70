package dev.orderwright.channels.retail.file;

/** What the first letter of an invoice number says about the invoice. */
public enum InvoiceKind {
    /** No letter: goods sold, or a stock note. */
    NORMAL,
    /** {@code C…}: takes back earlier sales, without saying which. */
    CREDIT,
    /** {@code A…}: corrects bad debt. */
    ADJUSTMENT;

    public static InvoiceKind of(String invoiceNo) {
        return switch (invoiceNo.charAt(0)) {
            case 'C' -> CREDIT;
            case 'A' -> ADJUSTMENT;
            default -> NORMAL;
        };
    }
}
