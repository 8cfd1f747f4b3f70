package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailRow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers rows into invoices while they stream by. The rows of an invoice stand close together but not always next to
 * each other, so an invoice stays open until the file is an hour further; then it is given away and forgotten but for
 * its number. Invoices come in the order of their first rows, the same way each time the file is read.
 */
final class RetailInvoices {

    static final Duration OPEN_FOR = Duration.ofHours(1);

    private final Consumer<RetailInvoice> taker;
    private final Map<String, List<RetailRow>> open = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();

    RetailInvoices(Consumer<RetailInvoice> taker) {
        this.taker = taker;
    }

    void add(RetailRow row) {
        closeBefore(row.at().minus(OPEN_FOR));
        open.computeIfAbsent(row.invoiceNo(), number -> new ArrayList<>()).add(row);
    }

    /** Gives away what is still open, at the end of the file. */
    void close() {
        closeBefore(LocalDateTime.MAX);
    }

    private void closeBefore(LocalDateTime time) {
        Iterator<Map.Entry<String, List<RetailRow>>> oldest = open.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<String, List<RetailRow>> invoice = oldest.next();
            if (!invoice.getValue().getFirst().at().isBefore(time)) {
                return;
            }
            oldest.remove();
            taker.accept(RetailInvoice.of(invoice.getValue(), !closed.add(invoice.getKey())));
        }
    }
}
