package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.RetailArticles.Article;
import dev.orderwright.channels.retail.file.RetailReport;
import dev.orderwright.channels.retail.file.RetailRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the first reading of a file gathers: the figures of its report, what it needs of articles, services, customers
 * and supply, and which of its invoices are new.
 */
final class RetailSurvey {

    private final RetailReport report = new RetailReport();
    private final RetailOutcomes outcomes = new RetailOutcomes();
    private final RetailArticles articles = new RetailArticles();
    private final RetailSupply supply = new RetailSupply();
    private final SortedMap<String, ServiceCode> services = new TreeMap<>();
    private final SortedMap<String, String> countryByCustomer = new TreeMap<>();
    private final Map<Standing, Long> invoices = new EnumMap<>(Standing.class);
    private long rows;
    private long unreadable;

    void row(RetailRow row) {
        rows++;
        report.add(row);
    }

    void unreadable() {
        rows++;
        unreadable++;
    }

    void invoice(RetailDecision decision, Standing standing) {
        outcomes.add(decision);
        articles.add(decision);
        invoices.merge(standing, 1L, Long::sum);
        if (standing != Standing.NEW) {
            return;
        }
        supply.add(decision);
        if (decision.isOrder() && decision.invoice().hasCustomer()) {
            countryByCustomer.putIfAbsent(
                    decision.invoice().customerId(), decision.invoice().country());
        }
        for (RowOutcome outcome : decision.outcomes()) {
            if (outcome instanceof RowOutcome.ServiceCharged(RetailLine line)) {
                ServiceCode.of(line.code()).ifPresent(service -> services.put(line.code(), service));
            }
        }
    }

    /** All rows of the file, readable or not. */
    long rows() {
        return rows;
    }

    /** What the file says, and what becomes of its rows. */
    Map<String, Object> figures() {
        Map<String, Object> figures = report.figures();
        figures.put("rows_unreadable", unreadable);
        figures.putAll(outcomes.figures());
        return figures;
    }

    long invoices(Standing standing) {
        return invoices.getOrDefault(standing, 0L);
    }

    List<Article> articles() {
        return articles.articles().toList();
    }

    /** The services that new invoices charge, by the code under which they are items. */
    SortedMap<String, ServiceCode> services() {
        return services;
    }

    /** The customers of new orders, with the country of their first one as the file names it. */
    SortedMap<String, String> countryByCustomer() {
        return countryByCustomer;
    }

    SupplyPlan supply(int shortPerMille) {
        return supply.plan(shortPerMille);
    }
}
