package dev.orderwright.channels.retail.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * One invoice line as it stands in the file: texts untouched, numbers exact.
 *
 * @param quantity units, negative on credits and write-offs
 * @param at local time of the shop, precise to the minute
 * @param unitPrice without tax, with the decimals of the file
 * @param customerId {@code 17850} where the file says {@code 17850.0}; empty where no customer is known
 */
public record RetailRow(
        long lineNumber,
        String invoiceNo,
        String stockCode,
        String description,
        long quantity,
        LocalDateTime at,
        BigDecimal unitPrice,
        String customerId,
        String country)
        implements RetailEntry {

    private static final int ARTICLE_DIGITS = 5;

    public InvoiceKind kind() {
        return InvoiceKind.of(invoiceNo);
    }

    public boolean hasCustomer() {
        return !customerId.isEmpty();
    }

    public boolean isFree() {
        return unitPrice.signum() == 0;
    }

    /** Quantity times price, exact. */
    public BigDecimal amount() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    /** Whether the stock code has the shape of an article number; see {@link #isArticleNumber}. */
    public boolean hasArticleNumber() {
        return isArticleNumber(stockCode);
    }

    /** Five digits, then letters or nothing. */
    public static boolean isArticleNumber(String stockCode) {
        if (stockCode.length() < ARTICLE_DIGITS) {
            return false;
        }
        for (int i = 0; i < stockCode.length(); i++) {
            char character = stockCode.charAt(i);
            boolean fits = i < ARTICLE_DIGITS ? isDigit(character) : isLetter(character);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(char character) {
        return (character >= 'A' && character <= 'Z') || (character >= 'a' && character <= 'z');
    }
}
