package dev.orderwright.channels.retail;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Gathers the articles of a file for the catalogue. Only sales and credits tell what an article is called, because the
 * descriptions of stock notes are remarks; the description and the price used most often are taken.
 */
final class RetailArticles {

    private final Map<String, Seen> articles = new TreeMap<>();

    private static final class Seen {
        private final Map<String, Integer> descriptions = LinkedHashMap.newLinkedHashMap(2);
        private final Map<BigDecimal, Integer> prices = LinkedHashMap.newLinkedHashMap(4);
    }

    /**
     * An article of the file.
     *
     * @param description the SKU itself where the file never tells
     * @param usualPrice 0 where it was never sold for money
     */
    record Article(String sku, String description, BigDecimal usualPrice) {}

    void add(RetailDecision decision) {
        for (RowOutcome outcome : decision.outcomes()) {
            switch (outcome) {
                case RowOutcome.GoodsOrdered(RetailLine line) -> traded(line);
                case RowOutcome.GoodsCredited(RetailLine line) -> traded(line);
                case RowOutcome.StockAdjusted(RetailLine line) -> seen(line);
                case RowOutcome.ServiceCharged charged -> {}
                case RowOutcome.ServiceCredited credited -> {}
                case RowOutcome.LedgerOnly ledger -> {}
                case RowOutcome.Unplaceable unplaceable -> {}
            }
        }
    }

    /** In the order of their SKUs. */
    Stream<Article> articles() {
        return articles.entrySet().stream()
                .map(entry -> new Article(
                        entry.getKey(),
                        mostOften(entry.getValue().descriptions, entry.getKey()),
                        mostOften(entry.getValue().prices, BigDecimal.ZERO)));
    }

    private void traded(RetailLine line) {
        Seen article = seen(line);
        if (!line.description().isEmpty()) {
            article.descriptions.merge(line.description(), 1, Integer::sum);
        }
        if (line.unitPrice().signum() > 0) {
            article.prices.merge(line.unitPrice().stripTrailingZeros(), 1, Integer::sum);
        }
    }

    private Seen seen(RetailLine line) {
        return articles.computeIfAbsent(line.code(), sku -> new Seen());
    }

    /** Of equals the one that came first. */
    private static <T> T mostOften(Map<T, Integer> counts, T otherwise) {
        T most = otherwise;
        int count = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            if (entry.getValue() > count) {
                most = entry.getKey();
                count = entry.getValue();
            }
        }
        return most;
    }
}
