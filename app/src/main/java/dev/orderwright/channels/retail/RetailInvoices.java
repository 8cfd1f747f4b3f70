package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gathers rows into invoices while they stream by. The rows of an invoice stand close together but not always next to
 * each other, so an invoice stays open until the file is more than an hour away from it, be it later or, in a file put
 * together of several, earlier; then it is given away and forgotten but for its number. Invoices come in the order of
 * their first rows, the same way each time the file is read.
 */
final class RetailInvoices {

    static final Duration OPEN_FOR = Duration.ofHours(1);

    private final Consumer<RetailInvoice> taker;
    private final LinkedHashMap<String, List<RetailRow>> open = new LinkedHashMap<>();
    private final Set<String> closed = new HashSet<>();

    RetailInvoices(Consumer<RetailInvoice> taker) {
        this.taker = taker;
    }

    void add(RetailRow row) {
        while (!open.isEmpty() && isFar(open.firstEntry().getValue().getLast(), row)) {
            closeOldest();
        }
        open.computeIfAbsent(row.invoiceNo(), number -> new ArrayList<>()).add(row);
    }

    /** Gives away what is still open, at the end of the file. */
    void close() {
        while (!open.isEmpty()) {
            closeOldest();
        }
    }

    private static boolean isFar(RetailRow one, RetailRow other) {
        return Duration.between(one.at(), other.at()).abs().compareTo(OPEN_FOR) > 0;
    }

    private void closeOldest() {
        List<RetailRow> rows = open.pollFirstEntry().getValue();
        boolean repeated = !closed.add(rows.getFirst().invoiceNo());
        taker.accept(RetailInvoice.of(rows, repeated));
    }
}
