package dev.orderwright.orders.web;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.web.CustomerPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of a customer: his orders, the newest first. */
@Component
class CustomerOrders implements CustomerPanels {

    private static final int SHOWN_MAX = 20;

    private final Customers customers;
    private final OrderQueries queries;
    private final OrderRows rows;
    private final OrderFilters filters;

    CustomerOrders(Customers customers, OrderQueries queries, OrderRows rows, OrderFilters filters) {
        this.customers = customers;
        this.queries = queries;
        this.rows = rows;
        this.filters = filters;
    }

    @Override
    public List<Panel> panelsFor(long customerId, Who who) {
        Customer customer = customers.byId(List.of(customerId)).get(customerId);
        if (customer == null || !who.may("orders:read")) {
            return List.of();
        }
        Filter his = filter(View.ALL, customerId, filters.today());
        List<OrderQueries.Row> found = queries.list(his, null, SHOWN_MAX).rows();
        String all = Link.to("/orders")
                .with("view", "all")
                .with("customer", customer.number())
                .toString();
        return List.of(new Panel(
                Panel.Place.MAIN,
                10,
                "orders/customer-orders.jte",
                new CustomerOrdersPanel(
                        found.stream().map(row -> rows.row(row, who)).toList(), all)));
    }

    static Filter filter(View view, long customerId, LocalDate today) {
        return new Filter(view, null, customerId, null, null, null, null, null, null, null, null, null, null, today);
    }
}
