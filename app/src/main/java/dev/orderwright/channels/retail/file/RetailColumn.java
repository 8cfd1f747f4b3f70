package dev.orderwright.channels.retail.file;

import java.util.Arrays;
import java.util.List;

/** The columns of a retail file, in their order. */
enum RetailColumn {
    INVOICE_NO("InvoiceNo"),
    STOCK_CODE("StockCode"),
    DESCRIPTION("Description"),
    QUANTITY("Quantity"),
    INVOICE_DATE("InvoiceDate"),
    UNIT_PRICE("UnitPrice"),
    CUSTOMER_ID("CustomerID"),
    COUNTRY("Country");

    static final int COUNT = values().length;
    static final List<String> HEADER =
            Arrays.stream(values()).map(column -> column.title).toList();

    final String title;

    RetailColumn(String title) {
        this.title = title;
    }
}
