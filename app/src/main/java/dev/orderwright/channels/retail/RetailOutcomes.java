package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.file.RetailReport;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what became of the rows of a file and adds up their money, exact and booked. All rows and all money are in it,
 * so its sums must be those of the {@link RetailReport}.
 */
final class RetailOutcomes {

    private final Map<String, Sum> outcomes = new TreeMap<>();
    private final Map<String, Sum> reasons = new TreeMap<>();
    private final Sum all = new Sum();

    /** Rows and their money. */
    static final class Sum {
        private long rows;
        private long bookedCents;
        private BigDecimal exact = BigDecimal.ZERO;

        private void add(RetailLine line) {
            rows++;
            exact = exact.add(line.exactAmount());
            bookedCents = Math.addExact(bookedCents, line.bookedCents());
        }

        long rows() {
            return rows;
        }

        BigDecimal exact() {
            return exact;
        }

        BigDecimal booked() {
            return BigDecimal.valueOf(bookedCents, 2);
        }

        /** What was lost by rounding each row to cents: exact minus booked. */
        BigDecimal roundingDifference() {
            return exact.subtract(booked());
        }

        private Map<String, Object> figures() {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("rows", rows);
            figures.put("net", exact.toPlainString());
            figures.put("booked_net", booked().toPlainString());
            figures.put("rounding_difference", roundingDifference().toPlainString());
            return figures;
        }
    }

    void add(RetailDecision decision) {
        for (RowOutcome outcome : decision.outcomes()) {
            all.add(outcome.line());
            sum(outcomes, name(outcome)).add(outcome.line());
            outcome.reason().ifPresent(reason -> sum(reasons, reason.code()).add(outcome.line()));
        }
    }

    Sum all() {
        return all;
    }

    /** What had this outcome; nothing where no row had. */
    Sum of(String outcome) {
        return outcomes.getOrDefault(outcome, new Sum());
    }

    /** Ready for JSON, beside the figures of the report. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("booked_net", all.booked().toPlainString());
        figures.put("rounding_difference", all.roundingDifference().toPlainString());
        figures.put("outcomes", figures(outcomes));
        figures.put("reasons", figures(reasons));
        return figures;
    }

    static String name(RowOutcome outcome) {
        return switch (outcome) {
            case RowOutcome.GoodsOrdered ordered -> "goods_ordered";
            case RowOutcome.ServiceCharged charged -> "service_charged";
            case RowOutcome.StockAdjusted adjusted -> "stock_adjusted";
            case RowOutcome.GoodsCredited credited -> "goods_credited";
            case RowOutcome.ServiceCredited credited -> "service_credited";
            case RowOutcome.LedgerOnly ledger -> "ledger_only";
            case RowOutcome.Unplaceable unplaceable -> "unplaceable";
        };
    }

    private static Sum sum(Map<String, Sum> sums, String name) {
        return sums.computeIfAbsent(name, key -> new Sum());
    }

    private static Map<String, Object> figures(Map<String, Sum> sums) {
        Map<String, Object> figures = new LinkedHashMap<>();
        sums.forEach((name, sum) -> figures.put(name, sum.figures()));
        return figures;
    }
}
