package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailData;
import dev.orderwright.channels.retail.file.RetailReport;
import dev.orderwright.channels.retail.file.RetailRow;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Measures how many rows a second are read and reported. Run it from the test class path with the file as argument and
 * a small heap, for instance {@code -Xmx64m}, to see that memory stays flat.
 */
final class RetailBench {

    private static final int ROUNDS = 5;

    private RetailBench() {}

    public static void main(String[] arguments) {
        Path path = Path.of(arguments[0]);
        for (int round = 1; round <= ROUNDS; round++) {
            measure("read", path, row -> {});
            RetailReport report = new RetailReport();
            measure("read and report", path, report::add);
            RetailOutcomes outcomes = new RetailOutcomes();
            RetailInvoices invoices = new RetailInvoices(invoice -> outcomes.add(RetailRules.decide(invoice)));
            measure("read and decide", path, invoices::add);
        }
    }

    private static void measure(String what, Path path, Consumer<RetailRow> taker) {
        long[] rows = {0};
        long start = System.nanoTime();
        RetailData.forEachRow(path, row -> {
            rows[0]++;
            taker.accept(row);
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-16s %,9d rows in %.2f s = %,.0f rows/s%n", what, rows[0], seconds, rows[0] / seconds);
    }
}
