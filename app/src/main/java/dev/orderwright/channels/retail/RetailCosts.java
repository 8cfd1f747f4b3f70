package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.catalog.TaxPort;
import dev.orderwright.catalog.TaxQuestion;
import dev.orderwright.catalog.TaxRate;
import dev.orderwright.shared.Amounts;
import dev.orderwright.shared.Company;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out what orders of guests cost with their tax, because that is what guests had authorised when they ordered. */
@Component
class RetailCosts {

    private final Catalog catalog;
    private final TaxPort taxes;
    private final Company company;

    RetailCosts(Catalog catalog, TaxPort taxes, Company company) {
        this.catalog = catalog;
        this.taxes = taxes;
        this.company = company;
    }

    /** What is known about the articles of some orders. */
    final class Prices {
        private final Map<Sku, String> categories;

        private Prices(Map<Sku, String> categories) {
            this.categories = categories;
        }

        /** In cents; what has no rate costs no tax here, and its order is refused elsewhere. */
        long costOf(RetailInvoice invoice, List<RetailLine> lines, String country) {
            Set<TaxQuestion> questions = new HashSet<>();
            lines.forEach(line -> questions.add(question(invoice, line, country)));
            Map<TaxQuestion, TaxRate> rates = taxes.rates(questions);
            long cost = 0;
            for (RetailLine line : lines) {
                TaxRate rate = rates.get(question(invoice, line, country));
                long net = line.bookedCents();
                cost += net + Amounts.percent(net, rate == null ? BigDecimal.ZERO : rate.percent());
            }
            return cost;
        }

        private TaxQuestion question(RetailInvoice invoice, RetailLine line, String country) {
            return new TaxQuestion(
                    company.country(),
                    country,
                    "",
                    null,
                    categories.getOrDefault(Sku.of(line.code()), ""),
                    RetailDrafts.instant(invoice.at()).atZone(company.zone()).toLocalDate());
        }
    }

    Prices of(Collection<RetailLine> lines) {
        Set<Sku> skus = lines.stream().map(line -> Sku.of(line.code())).collect(Collectors.toSet());
        return new Prices(
                catalog.bySku(skus).values().stream().collect(Collectors.toMap(Item::sku, Item::taxCategory)));
    }
}
