package dev.orderwright.channels.retail.file;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of a report that are about whole invoices: how many of which kind, how long, when, and by month. */
final class InvoiceFigures {

    private static final int MEAN_DECIMALS = 3;

    private final Map<String, Invoice> invoices = new HashMap<>();
    private final Map<YearMonth, Month> months = new TreeMap<>();

    private static final class Invoice {
        private final InvoiceKind kind;
        private final List<Month> months = new ArrayList<>(1);
        private LocalDateTime at;
        private long lines;

        private Invoice(RetailRow row) {
            this.kind = row.kind();
            this.at = row.at();
        }
    }

    private static final class Month {
        private long rows;
        private long invoices;
        private BigDecimal net = BigDecimal.ZERO;
    }

    void add(RetailRow row, BigDecimal amount) {
        Month month = months.computeIfAbsent(YearMonth.from(row.at()), key -> new Month());
        month.rows++;
        month.net = month.net.add(amount);
        Invoice invoice = invoices.computeIfAbsent(row.invoiceNo(), key -> new Invoice(row));
        invoice.lines++;
        if (row.at().isBefore(invoice.at)) {
            invoice.at = row.at();
        }
        if (!invoice.months.contains(month)) {
            invoice.months.add(month);
            month.invoices++;
        }
    }

    long total() {
        return invoices.size();
    }

    long count(InvoiceKind kind) {
        return invoices.values().stream()
                .filter(invoice -> invoice.kind == kind)
                .count();
    }

    /** In ascending order. */
    List<String> numbers(InvoiceKind kind) {
        return invoices.entrySet().stream()
                .filter(entry -> entry.getValue().kind == kind)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Of normal invoices, all their rows. */
    Map<String, Object> linesPerInvoice() {
        long[] lines =
                normal().stream().mapToLong(invoice -> invoice.lines).sorted().toArray();
        long sum = normal().stream().mapToLong(invoice -> invoice.lines).sum();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("mean", Ranking.ratio(sum, lines.length, MEAN_DECIMALS));
        figures.put("p50", Ranking.percentile(lines, 50));
        figures.put("p90", Ranking.percentile(lines, 90));
        figures.put("p99", Ranking.percentile(lines, 99));
        figures.put("max", Ranking.percentile(lines, 100));
        return figures;
    }

    List<List<Object>> peaks(PeakUnit unit) {
        return unit.peaks(normal().stream().map(invoice -> invoice.at).toList());
    }

    Map<String, Object> byMonth() {
        Map<String, Object> figures = new LinkedHashMap<>();
        months.forEach((month, tally) -> {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("rows", tally.rows);
            of.put("invoices", tally.invoices);
            of.put("net", tally.net.toPlainString());
            figures.put(month.toString(), of);
        });
        return figures;
    }

    private List<Invoice> normal() {
        return invoices.values().stream()
                .filter(invoice -> invoice.kind == InvoiceKind.NORMAL)
                .toList();
    }
}
