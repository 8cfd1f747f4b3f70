package dev.orderwright.channels.retail.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds up what a retail file says, row by row, with exact decimals: what stands in the file, not what was made of it.
 * Keeps something per invoice and per stock code, and a fingerprint per row.
 *
 * <p>What the figures mean: <em>sold</em> rows are those of normal invoices with a quantity above 0; codes are compared
 * as they are written; an invoice counts in every month in which it has a row, and is placed at its earliest row; a sum
 * has as many decimals as the longest of its terms; of equals the one that comes first in the file ranks first.
 */
public final class RetailReport {

    private static final int TOP_COUNTRIES = 6;
    private static final int TOP_NONSTANDARD_CODES = 25;

    private long rows;
    private long negativeQuantity;
    private long zeroPrice;
    private long negativePrice;
    private long noCustomer;
    private long noDescription;
    private long duplicate;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal grossPositive = BigDecimal.ZERO;
    private BigDecimal credited = BigDecimal.ZERO;
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final Set<String> customers = new HashSet<>();
    private final Map<String, Long> countries = new LinkedHashMap<>();
    private final Map<String, Long> nonstandard = new LinkedHashMap<>();
    private final InvoiceFigures invoices = new InvoiceFigures();
    private final SkuFigures skus = new SkuFigures();
    private final Fingerprints fingerprints = new Fingerprints();

    public void add(RetailRow row) {
        BigDecimal amount = row.amount();
        rows++;
        addMoney(row, amount);
        count(row);
        days.add(row.at().toLocalDate());
        countries.merge(row.country(), 1L, Long::sum);
        if (row.hasCustomer()) {
            customers.add(row.customerId());
        }
        if (!row.hasArticleNumber()) {
            nonstandard.merge(row.stockCode(), 1L, Long::sum);
        }
        invoices.add(row, amount);
        if (row.kind() == InvoiceKind.NORMAL && row.quantity() > 0) {
            skus.add(row, amount);
        }
    }

    private void addMoney(RetailRow row, BigDecimal amount) {
        net = net.add(amount);
        if (amount.signum() > 0) {
            grossPositive = grossPositive.add(amount);
        }
        if (row.kind() == InvoiceKind.CREDIT) {
            credited = credited.add(amount);
        }
    }

    private void count(RetailRow row) {
        negativeQuantity += row.quantity() < 0 ? 1 : 0;
        zeroPrice += row.isFree() ? 1 : 0;
        negativePrice += row.unitPrice().signum() < 0 ? 1 : 0;
        noCustomer += row.hasCustomer() ? 0 : 1;
        noDescription += row.description().isBlank() ? 1 : 0;
        duplicate += fingerprints.add(row) ? 0 : 1;
    }

    /** Everything, ready for JSON: counts as numbers, money as text. Dates are left out where there is no row. */
    public Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rows", rows);
        figures.put("days", (long) days.size());
        if (!days.isEmpty()) {
            figures.put("first", days.getFirst().toString());
            figures.put("last", days.getLast().toString());
        }
        figures.put("net_revenue", net.toPlainString());
        figures.put("gross_positive_revenue", grossPositive.toPlainString());
        figures.put("cancel_revenue", credited.toPlainString());
        figures.put("invoices_total", invoices.total());
        figures.put("invoices_normal", invoices.count(InvoiceKind.NORMAL));
        figures.put("invoices_cancel_C", invoices.count(InvoiceKind.CREDIT));
        figures.put("invoices_adjust_A", invoices.numbers(InvoiceKind.ADJUSTMENT));
        figures.put("rows_negative_qty", negativeQuantity);
        figures.put("rows_zero_price", zeroPrice);
        figures.put("rows_negative_price", negativePrice);
        figures.put("rows_no_customer", noCustomer);
        figures.put("rows_no_description", noDescription);
        figures.put("rows_exact_duplicate", duplicate);
        figures.put("customers", (long) customers.size());
        figures.put("countries", (long) countries.size());
        addRankings(figures);
        return figures;
    }

    private void addRankings(Map<String, Object> figures) {
        figures.put("skus_sold", skus.count());
        figures.put("lines_per_invoice", invoices.linesPerInvoice());
        figures.put("hot_sku", skus.hot());
        figures.put("top10_sku_by_lines", skus.topByLines());
        figures.put("top10_sku_by_units", skus.topByUnits());
        figures.put("top10_sku_by_revenue", skus.topByRevenue());
        figures.put("top_countries_by_rows", Ranking.pairs(countries, TOP_COUNTRIES));
        figures.put("nonstandard_stockcodes", Ranking.pairs(nonstandard, TOP_NONSTANDARD_CODES));
        figures.put("peak_orders_per_day", invoices.peaks(PeakUnit.DAY));
        figures.put("peak_orders_per_hour", invoices.peaks(PeakUnit.HOUR));
        figures.put("peak_orders_per_minute", invoices.peaks(PeakUnit.MINUTE));
        figures.put("by_month", invoices.byMonth());
    }
}
