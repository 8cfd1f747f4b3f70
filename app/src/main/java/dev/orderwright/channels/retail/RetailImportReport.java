package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.ImportRun.ListedSum;
import dev.orderwright.channels.Through;
import dev.orderwright.channels.retail.RetailInvoiceStore.Sums;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The report of an import: what the file says, what was made of it, and how long that took. What was made of it is added
 * up from what was recorded, so an import that was taken up again reports the same as one that ran through.
 */
@Component
class RetailImportReport {

    private final RetailInvoiceStore store;

    RetailImportReport(RetailInvoiceStore store) {
        this.store = store;
    }

    /** @param worked whether any order went on, new or not */
    Map<String, Object> of(ImportRun run, RetailSurvey survey, SupplyPlan plan, boolean worked) {
        return of(run, survey, plan, store.sums(run.job().id()), worked);
    }

    /** @param sums what would be made of the new invoices */
    static Map<String, Object> rehearsed(ImportRun run, RetailSurvey survey, SupplyPlan plan, Sums sums) {
        return of(run, survey, plan, sums, false);
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
        addTimes(report, run, survey.rows());
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
