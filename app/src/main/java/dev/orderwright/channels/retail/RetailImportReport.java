package dev.orderwright.channels.retail;

import dev.orderwright.billing.Invoice;
import dev.orderwright.billing.InvoiceAmounts;
import dev.orderwright.billing.Invoices;
import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.ImportRun.ListedSum;
import dev.orderwright.channels.Through;
import dev.orderwright.channels.retail.RetailInvoiceStore.Sums;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.SliceState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;

/**
 * The report of an import: what the file says, what was made of it, and how long that took. What was made of it is added
 * up from what was recorded, so an import that was taken up again reports the same as one that ran through.
 */
@Component
class RetailImportReport {

    private final RetailInvoiceStore store;
    private final OrderQueries orders;
    private final Invoices invoices;

    RetailImportReport(RetailInvoiceStore store, OrderQueries orders, Invoices invoices) {
        this.store = store;
        this.orders = orders;
        this.invoices = invoices;
    }

    /**
     * The report of an import that has run.
     *
     * @param numbers the invoices of the file
     * @param worked whether any order went on, new or not
     */
    Map<String, Object> of(
            ImportRun run, RetailSurvey survey, SupplyPlan plan, Collection<String> numbers, boolean worked) {
        Map<String, Object> report = of(run, survey, plan, store.sums(run.job().id()), worked);
        if (run.job().wish().through() == Through.PAID) {
            addOutcome(report, store.orderIds(numbers));
        }
        addTimes(report, run, survey.rows());
        return report;
    }

    /** Where all orders of the file stand in the end, whichever import took them in. */
    private void addOutcome(Map<String, Object> report, List<Long> orderIds) {
        Map<SliceState, Long> units = new EnumMap<>(SliceState.class);
        units.putAll(orders.units(orderIds));
        long gone = units(units, SliceState.SHIPPED) + units(units, SliceState.DELIVERED);
        long back = units(units, SliceState.RETURNED);
        long ended = gone + back + units(units, SliceState.CANCELLED) + units(units, SliceState.LOST);
        report.put("end_units_shipped", gone);
        report.put("end_units_delivered", units(units, SliceState.DELIVERED));
        report.put("end_units_returned", back);
        report.put("end_units_cancelled", units(units, SliceState.CANCELLED));
        report.put(
                "end_units_open",
                units.values().stream().mapToLong(Long::longValue).sum() - ended);
        List<Invoice> issued = invoices.ofOrders(orderIds);
        report.put("invoices_issued", issued.size());
        report.put(
                "invoices_open",
                issued.stream().filter(invoice -> invoice.state().isOpen()).count());
        report.put("invoiced_gross", money(sum(issued, InvoiceAmounts::total)));
        report.put("paid_gross", money(sum(issued, InvoiceAmounts::paid)));
        report.put("credit_notes_gross", money(sum(issued, InvoiceAmounts::credited)));
        report.put("open_gross", money(sum(issued, InvoiceAmounts::open)));
    }

    private static long units(Map<SliceState, Long> units, SliceState state) {
        return units.getOrDefault(state, 0L);
    }

    private static long sum(List<Invoice> invoices, ToLongFunction<InvoiceAmounts> amount) {
        return invoices.stream().map(Invoice::amounts).mapToLong(amount).sum();
    }

    /** @param sums what would be made of the new invoices */
    static Map<String, Object> rehearsed(ImportRun run, RetailSurvey survey, SupplyPlan plan, Sums sums) {
        Map<String, Object> report = of(run, survey, plan, sums, false);
        addTimes(report, run, survey.rows());
        return report;
    }

    private static Map<String, Object> of(
            ImportRun run, RetailSurvey survey, SupplyPlan plan, Sums sums, boolean worked) {
        Map<String, Object> report = new LinkedHashMap<>();
        boolean changed = worked || sums.invoices() > 0;
        report.put("changed", changed && !run.job().wish().dryRun());
        report.put("dry_run", run.job().wish().dryRun());
        report.put("through", run.job().wish().through() == Through.PAID ? "paid" : "placed");
        report.putAll(survey.figures());
        report.put("invoices_taken", sums.invoices());
        report.put("invoices_known", survey.invoices(Standing.KNOWN));
        report.put("invoices_different", survey.invoices(Standing.DIFFERENT));
        report.put("orders_placed", sums.orders());
        report.put("order_lines", sums.orderLines());
        report.put("units_ordered", sums.ordered());
        report.put("units_backordered", sums.backordered());
        report.put("units_cancelled", sums.cancelled());
        report.put("units_credited", sums.credited());
        report.put("units_found", sums.found());
        report.put("units_written_off", sums.writtenOff());
        report.put("units_supplied", plan.suppliedUnits());
        report.put("units_left_short", plan.backorderedUnits());
        addMoney(report, run, sums);
        return report;
    }

    /** The money of new invoices; together it is what they book. */
    private static void addMoney(Map<String, Object> report, ImportRun run, Sums sums) {
        report.put("ordered_net", money(sums.orderedMinor()));
        report.put("cancelled_net", money(-sums.cancelledMinor()));
        report.put("credited_net", money(-sums.creditedMinor()));
        report.put("ledger_net", money(sums.ledgerMinor()));
        report.put("unbooked_net", money(sums.unbookedMinor()));
        Map<String, Object> byCode = new LinkedHashMap<>();
        long rows = 0;
        for (Map.Entry<String, ListedSum> listed : run.listed().entrySet()) {
            Map<String, Object> sum = new LinkedHashMap<>();
            sum.put("rows", listed.getValue().rows());
            sum.put("unbooked_net", money(listed.getValue().amountMinor()));
            byCode.put(listed.getKey(), sum);
            rows += listed.getValue().rows();
        }
        report.put("exceptions", rows);
        report.put("exceptions_by_code", byCode);
    }

    private static String money(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static void addTimes(Map<String, Object> report, ImportRun run, long rows) {
        Map<String, Object> seconds = new LinkedHashMap<>();
        double total = 0;
        for (Map.Entry<String, Double> step : run.seconds().entrySet()) {
            seconds.put(step.getKey(), rounded(step.getValue()));
            total += step.getValue();
        }
        report.put("seconds", seconds);
        report.put("seconds_total", rounded(total));
        report.put("rows_per_second", total == 0 ? 0 : Math.round(rows / total));
    }

    private static BigDecimal rounded(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP);
    }
}
