package dev.orderwright.channels.retail;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Works out the supply that lets a file's orders run: opening stock, then one receipt a month for what that month sells
 * and writes off, minus a chosen share of units that must end as backorders. The same file gives the same plan.
 *
 * <p>Receipts come on the first day of their month, before any order of it, so at every moment the stock of both nodes
 * together covers all orders and write-offs so far. Units that are found, cancelled or given back only add to it. That
 * would fill the chosen backorders unseen; so these are taken from articles that have no credits and no stock notes.
 * There the supply ends that many units short, and what is ordered last waits for ever.
 *
 * <p>The main node keeps every article, the second one a part of the best sellers: an order can mostly leave from one
 * node, and still both are used.
 */
final class RetailSupply {

    /** One unit in a hundred. */
    static final int SHORT_PER_MILLE = 10;

    private static final int SECOND_NODE_PERCENT = 30;
    /** An article is at first left short by at most one unit in so many, so that the shortage is spread. */
    private static final int SHORT_ONE_IN = 5;

    private static final int SCRAMBLE = 0x9e3779b1;

    private final SortedMap<String, Need> needs = new TreeMap<>();
    private LocalDate first = LocalDate.MAX;

    private static final class Need {
        private final SortedMap<YearMonth, Long> byMonth = new TreeMap<>();
        private long sold;
        private long lines;
        private boolean onlySold = true;

        private long total() {
            return byMonth.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    void add(RetailDecision decision) {
        LocalDateTime at = decision.invoice().at();
        for (RowOutcome outcome : decision.outcomes()) {
            switch (outcome) {
                case RowOutcome.GoodsOrdered(RetailLine line) -> sold(line, at);
                case RowOutcome.StockAdjusted(RetailLine line) -> adjusted(line, at);
                case RowOutcome.GoodsCredited(RetailLine line) -> need(line).onlySold = false;
                case RowOutcome.ServiceCharged charged -> {}
                case RowOutcome.ServiceCredited credited -> {}
                case RowOutcome.LedgerOnly ledger -> {}
                case RowOutcome.Unplaceable unplaceable -> {}
            }
        }
    }

    /** What to receive so that all but so many units in a thousand can be shipped; fewer where too few qualify. */
    SupplyPlan plan(int shortPerMille) {
        SortedMap<String, Long> backorders = backorders(shortPerMille);
        Set<String> bestSellers = bestSellers();
        List<SupplyReceipt> receipts = new ArrayList<>();
        needs.forEach((sku, need) -> {
            long left = need.total() - backorders.getOrDefault(sku, 0L);
            for (Map.Entry<YearMonth, Long> month : need.byMonth.entrySet()) {
                long quantity = Math.min(left, month.getValue());
                long second = bestSellers.contains(sku) ? quantity * SECOND_NODE_PERCENT / 100 : 0;
                receive(receipts, month.getKey(), sku, 0, quantity - second);
                receive(receipts, month.getKey(), sku, 1, second);
                left -= quantity;
            }
        });
        receipts.sort(SupplyReceipt.BY_TIME);
        return new SupplyPlan(List.copyOf(receipts), backorders);
    }

    private void sold(RetailLine line, LocalDateTime at) {
        Need need = need(line);
        need.sold += line.quantity();
        need.lines++;
        needed(need, line.quantity(), at);
    }

    private void adjusted(RetailLine line, LocalDateTime at) {
        Need need = need(line);
        need.onlySold = false;
        if (line.quantity() < 0) {
            needed(need, -line.quantity(), at);
        }
    }

    private void needed(Need need, long quantity, LocalDateTime at) {
        need.byMonth.merge(YearMonth.from(at), quantity, Long::sum);
        if (at.toLocalDate().isBefore(first)) {
            first = at.toLocalDate();
        }
    }

    private Need need(RetailLine line) {
        return need(line.code());
    }

    private void receive(List<SupplyReceipt> receipts, YearMonth month, String sku, int node, long quantity) {
        if (quantity > 0) {
            LocalDate day = month.equals(YearMonth.from(first)) ? first : month.atDay(1);
            receipts.add(new SupplyReceipt(day.atStartOfDay(), sku, node, quantity));
        }
    }

    /** The tenth of the articles that is ordered most often. */
    private Set<String> bestSellers() {
        return needs.keySet().stream()
                .sorted(Comparator.<String>comparingLong(sku -> -need(sku).lines)
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(1, needs.size() / 10))
                .collect(Collectors.toSet());
    }

    private SortedMap<String, Long> backorders(int shortPerMille) {
        long target = needs.values().stream().mapToLong(need -> need.sold).sum() * shortPerMille / 1000;
        List<String> candidates = needs.entrySet().stream()
                .filter(entry -> entry.getValue().onlySold && entry.getValue().sold > 0)
                .map(Map.Entry::getKey)
                .sorted(Comparator.<String>comparingInt(sku -> sku.hashCode() * SCRAMBLE)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        SortedMap<String, Long> backorders = new TreeMap<>();
        long left = leaveShort(candidates, target, SHORT_ONE_IN, backorders);
        leaveShort(candidates, left, 1, backorders);
        return backorders;
    }

    private long leaveShort(List<String> candidates, long target, int oneIn, Map<String, Long> backorders) {
        long left = target;
        for (String sku : candidates) {
            long already = backorders.getOrDefault(sku, 0L);
            long sold = need(sku).sold;
            long units = Math.min(left, Math.max(1, sold / oneIn) - already);
            if (units > 0) {
                backorders.merge(sku, units, Long::sum);
                left -= units;
            }
        }
        return left;
    }

    private Need need(String sku) {
        return needs.computeIfAbsent(sku, key -> new Need());
    }
}
