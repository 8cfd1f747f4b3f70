package dev.orderwright.channels.retail.file;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The figures of a report that are about what was sold: stock codes as they are written, services among them. */
final class SkuFigures {

    private static final int TOP = 10;

    private final Map<String, Sold> sold = new LinkedHashMap<>();

    private static final class Sold {
        private long lines;
        private long units;
        private BigDecimal revenue = BigDecimal.ZERO;
    }

    void add(RetailRow row, BigDecimal amount) {
        Sold sku = sold.computeIfAbsent(row.stockCode(), code -> new Sold());
        sku.lines++;
        sku.units += row.quantity();
        sku.revenue = sku.revenue.add(amount);
    }

    long count() {
        return sold.size();
    }

    /** How uneven the sales are: what the best sellers have of all lines and units. */
    Map<String, Object> hot() {
        Map<String, Long> lines = by(sku -> sku.lines);
        Map<String, Long> units = by(sku -> sku.units);
        int hundredth = Math.max(1, sold.size() / 100);
        int tenth = Math.max(1, sold.size() / 10);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "top1_by_lines",
                Ranking.pairs(lines, 1).stream().flatMap(List::stream).toList());
        figures.put("top10_share_of_lines", Ranking.shareOfLargest(lines.values(), TOP));
        figures.put("top1pct_share_of_lines", Ranking.shareOfLargest(lines.values(), hundredth));
        figures.put("top10pct_share_of_lines", Ranking.shareOfLargest(lines.values(), tenth));
        figures.put("top1pct_share_of_units", Ranking.shareOfLargest(units.values(), hundredth));
        return figures;
    }

    List<List<Object>> topByLines() {
        return Ranking.pairs(by(sku -> sku.lines), TOP);
    }

    List<List<Object>> topByUnits() {
        return Ranking.pairs(by(sku -> sku.units), TOP);
    }

    /** Money as text, so that no reader makes a binary fraction of it. */
    List<List<Object>> topByRevenue() {
        Map<String, BigDecimal> revenue = by(sku -> sku.revenue);
        return Ranking.top(revenue, TOP).stream()
                .map(top -> List.<Object>of(top.getKey(), top.getValue().toPlainString()))
                .toList();
    }

    private <V> Map<String, V> by(Function<Sold, V> figure) {
        return sold.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> figure.apply(entry.getValue()), (a, b) -> b, LinkedHashMap::new));
    }
}
