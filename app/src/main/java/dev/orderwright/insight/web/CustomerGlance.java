package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.insight.Sales;
import dev.orderwright.insight.Sales.Lifetime;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.CustomerPanels;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of a customer, first: his orders in figures, what holds them up, what he buys most, what he was written. */
@Component
class CustomerGlance implements CustomerPanels {

    private static final int FIRST = 5;
    private static final long ALL = 100;

    private final Sales sales;
    private final Customers customers;
    private final Show show;

    CustomerGlance(Sales sales, Customers customers, Show show) {
        this.sales = sales;
        this.customers = customers;
        this.show = show;
    }

    @Override
    public List<Panel> panelsFor(long customerId, Who who) {
        Customer customer = customers.byId(List.of(customerId)).get(customerId);
        if (customer == null || !who.may("orders:read")) {
            return List.of();
        }
        Sales.OfCustomer his = sales.ofCustomer(customerId);
        String url = "/customers/" + customer.key();
        CustomerGlancePanel view = new CustomerGlancePanel(
                his.lifetimes().stream()
                        .flatMap(life -> figures(life, customer).stream())
                        .toList(),
                his.orders() < Sales.ORDERS_MAX
                        ? ""
                        : t("insight.customerGlance.ofTheNewest", Show.number(Sales.ORDERS_MAX)),
                his.holds().stream()
                        .map(hold -> new CustomerGlancePanel.Hold(
                                hold.reason(),
                                hold.placedBy() + ", " + show.moment(hold.placedAt()),
                                who.may("orders:release-hold") ? url + "/holds/" + hold.id() + "/release" : ""))
                        .toList(),
                who.may("orders:hold") ? url + "/hold" : "",
                his.bought().stream().map(item -> item(item, customer, who)).toList(),
                his.messages().stream().map(message -> message(message, who)).toList());
        return List.of(new Panel(Panel.Place.MAIN, FIRST, "insight/customerGlance.jte", view));
    }

    private static List<KeyValue> figures(Lifetime life, Customer customer) {
        List<KeyValue> figures = new ArrayList<>();
        figures.add(KeyValue.link(
                t("insight.customerGlance.orders"), Show.number(life.orders()), orders(customer, "all", "")));
        figures.add(KeyValue.of(t("insight.customerGlance.bought"), money(life.boughtMinor(), life)));
        figures.add(KeyValue.link(
                t("insight.customerGlance.open"), Show.number(life.open()), orders(customer, "open", "")));
        figures.add(KeyValue.link(
                t("insight.customerGlance.openMoney"), money(life.openMinor(), life), orders(customer, "open", "")));
        if (life.held() > 0) {
            figures.add(KeyValue.link(
                    t("insight.customerGlance.held"), Show.number(life.held()), orders(customer, "held", "")));
        }
        if (life.late() > 0) {
            figures.add(KeyValue.link(
                    t("insight.customerGlance.late"), Show.number(life.late()), orders(customer, "late", "")));
        }
        if (life.backordered() > 0) {
            figures.add(KeyValue.link(
                    t("insight.customerGlance.backordered"),
                    Show.number(life.backordered()),
                    orders(customer, "backordered", "")));
        }
        figures.add(KeyValue.link(
                t("insight.customerGlance.cancelled"),
                share(life.cancelled(), life.orders()),
                orders(customer, "cancelled", "")));
        figures.add(KeyValue.link(
                t("insight.customerGlance.onTime"),
                life.delivered() == 0 ? "–" : share(life.onTime(), life.delivered()),
                orders(customer, "closed", "")));
        return figures;
    }

    private static String share(long part, long whole) {
        return Show.number(Math.round((double) part * ALL / Math.max(1, whole))) + " %";
    }

    private static String money(long minor, Lifetime life) {
        return Show.money(new Money(minor, life.currency()));
    }

    private static String orders(Customer customer, String view, String sku) {
        return Link.to("/orders")
                .with("view", view)
                .with("customer", customer.number())
                .with("sku", sku)
                .toString();
    }

    private static CustomerGlancePanel.Item item(Sales.Bought item, Customer customer, Who who) {
        return new CustomerGlancePanel.Item(
                item.sku(),
                who.may("inventory:read") ? "/inventory/" + item.itemId() : "",
                item.description(),
                Quantities.text(item.units(), item.decimals()),
                Show.number(item.orders()),
                orders(customer, "all", item.sku()));
    }

    private CustomerGlancePanel.Message message(Sales.Message message, Who who) {
        return new CustomerGlancePanel.Message(
                who.personal(message.subject(), Masks::text),
                "/admin/messages/" + message.id(),
                message.order(),
                "/orders/" + message.order(),
                show.moment(message.writtenAt()),
                message.sent());
    }
}
