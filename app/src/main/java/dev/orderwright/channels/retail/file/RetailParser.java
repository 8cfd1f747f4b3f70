package dev.orderwright.channels.retail.file;

import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Makes a retail row of a CSV record, or the refusal that names the column and what is wrong with it. */
final class RetailParser {

    private static final int PLACES = 1 << 14;
    private static final int PLACES_FEW = 1 << 8;

    private final CsvRecords records;
    private final ByteCache<String> texts;
    private final ByteCache<String> customers;
    private final ByteCache<LocalDateTime> times;
    private final ByteCache<BigDecimal> prices;
    private @Nullable Refusal refusal;

    RetailParser(CsvRecords records) {
        this.records = records;
        RetailValues values = new RetailValues();
        this.texts = new ByteCache<>(PLACES, values::text);
        this.customers = new ByteCache<>(PLACES, values::customer);
        this.times = new ByteCache<>(PLACES_FEW, values::time);
        this.prices = new ByteCache<>(PLACES, values::price);
    }

    RetailEntry parse() {
        refusal = null;
        if (records.fields() != RetailColumn.COUNT) {
            return refused(
                    "wrong-columns",
                    "The row has " + records.fields() + " columns where " + RetailColumn.COUNT + " are expected.");
        }
        RetailRow row = new RetailRow(
                records.line(),
                required(RetailColumn.INVOICE_NO),
                required(RetailColumn.STOCK_CODE),
                text(RetailColumn.DESCRIPTION, texts),
                quantity(),
                time(),
                price(),
                text(RetailColumn.CUSTOMER_ID, customers),
                text(RetailColumn.COUNTRY, texts));
        return refusal == null ? row : new RetailEntry.Refused(records.line(), refusal, records.excerpt());
    }

    /** Refuses the record as a whole. */
    RetailEntry.Refused refused(String code, String reason) {
        return new RetailEntry.Refused(records.line(), Refusal.of(code, reason), records.excerpt());
    }

    private String required(RetailColumn column) {
        String text = text(column, texts);
        if (text.isBlank()) {
            refuse(column, "missing", "is empty");
        }
        return text;
    }

    private String text(RetailColumn column, ByteCache<String> cache) {
        String text = records.<@Nullable String>field(column.ordinal(), cache::get);
        if (text != null) {
            return text;
        }
        if (records.field(column.ordinal(), RetailValues::hasControl)) {
            refuse(column, "control-character", "has a control character");
        } else {
            refuse(column, "not-utf8", "has bytes that are not UTF-8");
        }
        return "";
    }

    private long quantity() {
        if (records.field(RetailColumn.QUANTITY.ordinal(), RetailValues::isQuantity)) {
            return records.field(RetailColumn.QUANTITY.ordinal(), RetailValues::quantity);
        }
        refuse(RetailColumn.QUANTITY, "bad-quantity", "is not a whole number of at most 9 digits");
        return 0;
    }

    private LocalDateTime time() {
        LocalDateTime time = records.<@Nullable LocalDateTime>field(RetailColumn.INVOICE_DATE.ordinal(), times::get);
        if (time == null) {
            refuse(RetailColumn.INVOICE_DATE, "bad-date", "is not a date and time as in 2010-12-01 08:26:00");
            return LocalDateTime.MIN;
        }
        return time;
    }

    private BigDecimal price() {
        BigDecimal price = records.<@Nullable BigDecimal>field(RetailColumn.UNIT_PRICE.ordinal(), prices::get);
        if (price == null) {
            refuse(RetailColumn.UNIT_PRICE, "bad-price", "is not a decimal number of at most 7 digits and 9 decimals");
            return BigDecimal.ZERO;
        }
        return price;
    }

    /** The first thing that is wrong is the one that is told. */
    private void refuse(RetailColumn column, String code, String what) {
        if (refusal == null) {
            refusal = Refusal.of(code, column.title, column.title + " " + what + ".");
        }
    }
}
