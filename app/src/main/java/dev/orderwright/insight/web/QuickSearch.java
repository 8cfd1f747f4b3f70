package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.customers.Customers;
import dev.orderwright.insight.Search;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is found while somebody types into the palette: the first orders, customers and items that fit. Answers are JSON. */
@Controller
public class QuickSearch {

    private static final int ORDERS = 6;
    private static final int OTHERS = 4;
    private static final int LETTERS = 2;

    private final Search search;
    private final Customers customers;
    private final Catalog catalog;

    QuickSearch(Search search, Customers customers, Catalog catalog) {
        this.search = search;
        this.customers = customers;
        this.catalog = catalog;
    }

    /**
     * Something that one can go to.
     *
     * @param note what it is
     */
    public record Hit(String text, String note, String url) {}

    @GetMapping("/search/quick")
    @Requires("console:use")
    ResponseEntity<List<Hit>> quick(@RequestParam(defaultValue = "") String q, Who who) {
        List<Hit> hits = new ArrayList<>();
        if (q.strip().length() >= LETTERS) {
            if (who.may("orders:read")) {
                search.find(q, null, ORDERS)
                        .orders()
                        .forEach(head -> hits.add(new Hit(
                                head.number() + " · "
                                        + who.personal(head.shipTo().name(), Masks::name),
                                t("shared.word.order"),
                                "/orders/" + head.number())));
            }
            hits.addAll(others(q, who));
        }
        return ResponseEntity.ok(hits);
    }

    /** Customers and items that fit; none for who may not see them. */
    List<Hit> others(String typed, Who who) {
        List<Hit> hits = new ArrayList<>();
        if (who.may("customers:read")) {
            customers
                    .find(typed, OTHERS)
                    .forEach(customer -> hits.add(new Hit(
                            customer.number() + " · " + who.personal(customer.name(), Masks::name),
                            t("shared.word.customer"),
                            "/customers/" + customer.key())));
        }
        if (who.may("catalog:read")) {
            catalog.search(typed, null, OTHERS)
                    .items()
                    .forEach(item -> hits.add(new Hit(
                            item.sku() + " · " + item.description(),
                            t("shared.word.item"),
                            "/inventory/" + item.id())));
        }
        return hits;
    }
}
