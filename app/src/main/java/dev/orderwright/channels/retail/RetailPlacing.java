package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.retail.RetailDrafts.Rows;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.PlaceRequest;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Places the orders of invoices, in sets that are small enough for one transaction. */
@Component
class RetailPlacing {

    private static final int LINES_MAX = 8_000;

    private final Orders orders;
    private final RetailCosts costs;

    RetailPlacing(Orders orders, RetailCosts costs) {
        this.orders = orders;
        this.costs = costs;
    }

    private record Wish(RetailInvoice invoice, Rows rows) {}

    /** What became of the orders, by invoice number; invoices that ask for none are left out. */
    Map<String, Outcome<Placed>> place(ImportRun run, List<RetailDecision> decisions) {
        Map<String, Outcome<Placed>> outcomes = new LinkedHashMap<>();
        List<Wish> set = new ArrayList<>();
        int lines = 0;
        for (RetailDecision decision : decisions) {
            Rows rows = RetailDrafts.rows(decision);
            int more = rows.good().size();
            if (more == 0) {
                continue;
            }
            if (set.size() == Orders.SET_MAX || (!set.isEmpty() && lines + more > LINES_MAX)) {
                placeSet(run, set, outcomes);
                set.clear();
                lines = 0;
            }
            set.add(new Wish(decision.invoice(), rows));
            lines += more;
        }
        if (!set.isEmpty()) {
            placeSet(run, set, outcomes);
        }
        return outcomes;
    }

    private void placeSet(ImportRun run, List<Wish> set, Map<String, Outcome<Placed>> outcomes) {
        RetailCosts.Prices prices = costs.of(set.stream()
                .filter(wish -> !wish.invoice().hasCustomer())
                .flatMap(wish -> wish.rows().good().stream())
                .toList());
        List<PlaceRequest> requests = set.stream()
                .map(wish -> request(run, wish.invoice(), wish.rows().good(), prices))
                .toList();
        List<Outcome<Placed>> results = orders.place(requests);
        for (int i = 0; i < set.size(); i++) {
            outcomes.put(set.get(i).invoice().number(), results.get(i));
        }
    }

    private static PlaceRequest request(
            ImportRun run, RetailInvoice invoice, List<RetailLine> lines, RetailCosts.Prices prices) {
        Cause cause = run.cause("order/" + invoice.number(), RetailDrafts.instant(invoice.at()));
        return new PlaceRequest(
                cause, RetailDrafts.draft(invoice, lines, country -> prices.costOf(invoice, lines, country)));
    }
}
