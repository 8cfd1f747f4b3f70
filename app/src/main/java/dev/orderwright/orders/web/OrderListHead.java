package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderCounts;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.ListViews;
import dev.orderwright.workbench.ListViews.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What stands above the list of orders: its views and those that people saved, its filters, its columns. */
@Component
class OrderListHead {

    private static final String LIST = "orders";
    private static final long COUNT_SHOWN_MAX = 10_000;
    private static final List<String> FILTERS = List.of(
            "channel",
            "customer",
            "node",
            "sku",
            "state",
            "hold",
            "method",
            "from",
            "until",
            "expectedFrom",
            "expectedUntil",
            "min");

    private final OrderCounts counts;
    private final OrderFilters filters;
    private final Inventory inventory;
    private final ListViews lists;

    OrderListHead(OrderCounts counts, OrderFilters filters, Inventory inventory, ListViews lists) {
        this.counts = counts;
        this.filters = filters;
        this.inventory = inventory;
        this.lists = lists;
    }

    /** The list with these filters, from its newest order on. */
    static Link link(Map<String, String> asked) {
        Map<String, String> kept = new LinkedHashMap<>();
        kept.put("view", asked.getOrDefault("view", ""));
        FILTERS.forEach(name -> kept.put(name, asked.getOrDefault(name, "")));
        return new Link("/orders", kept);
    }

    static boolean isFiltered(Map<String, String> asked) {
        return FILTERS.stream().anyMatch(name -> !asked.getOrDefault(name, "").isBlank());
    }

    static List<Column> columns() {
        return List.of(
                new Column("customer", t("shared.word.customer"), true),
                new Column("placed", t("shared.word.placed"), true),
                new Column("state", t("shared.word.state"), true),
                new Column("units", t("shared.word.units"), true),
                new Column("total", t("shared.word.total"), true),
                new Column("expected", t("shared.word.expected"), true),
                new Column("promised", t("orders.orderPages.firstPromisedFor"), false),
                new Column("externalId", t("orders.list.channelsNumber"), false),
                new Column("lines", t("shared.word.lines"), false),
                new Column("priority", t("orders.orderPages.priority"), false),
                new Column("age", t("orders.list.age"), false));
    }

    Set<String> shown(Who who) {
        return lists.columns(who.actor(), LIST, columns());
    }

    ListViews.Saved saved(Map<String, String> asked, Who who) {
        return lists.of(who.actor(), new ListViews.Looked(LIST, link(asked), "/orders/count"));
    }

    /** The views of the product, then those that were saved. */
    List<Tab> tabs(View active, ListViews.Saved saved) {
        Map<View, Long> now = counts.of(filters.today());
        boolean own = saved.tabs().stream().anyMatch(Tab::active);
        List<Tab> tabs = new ArrayList<>();
        for (View view : View.values()) {
            long count = now.getOrDefault(view, 0L);
            String text = count > COUNT_SHOWN_MAX ? Show.number(COUNT_SHOWN_MAX) + "+" : Show.number(count);
            boolean alarming = (view == View.HELD || view == View.LATE || view == View.BACKORDERED) && count > 0;
            tabs.add(new Tab(
                    view.title(),
                    link(Map.of("view", view.name().toLowerCase(Locale.ROOT))).toString(),
                    text,
                    view == active && !own,
                    alarming ? Tone.WARN : Tone.NEUTRAL));
        }
        tabs.addAll(saved.tabs());
        return tabs;
    }

    /** The nodes that orders can come from. */
    List<OrdersPage.Option> nodes() {
        return inventory.nodes().stream()
                .filter(Node::active)
                .map(node -> new OrdersPage.Option(node.code(), node.code() + " · " + node.name()))
                .toList();
    }

    List<Field> fields(Map<String, String> asked) {
        Map<String, String> nodes = new LinkedHashMap<>();
        nodes.put("", t("orders.orderListScreens.anyNode"));
        inventory.nodes().forEach(node -> nodes.put(node.code(), node.name()));
        Map<String, String> methods = new LinkedHashMap<>();
        methods.put("", t("orders.list.anyMethod"));
        Arrays.stream(DeliveryMethod.values()).forEach(method -> methods.put(method.name(), Show.words(method)));
        return List.of(
                text("channel", t("orders.orderListScreens.channel"), asked),
                text("customer", t("orders.orderListScreens.customerNo"), asked),
                text("sku", "SKU", asked),
                Field.select("node", t("shared.word.node"), asked.getOrDefault("node", ""), nodes),
                choice(
                        "state",
                        t("shared.word.units"),
                        t("orders.orderListScreens.anyState"),
                        SliceState.values(),
                        asked),
                choice(
                        "hold",
                        t("orders.orderListScreens.hold"),
                        t("orders.orderListScreens.anyHold"),
                        HoldType.values(),
                        asked),
                Field.select("method", t("orders.orderPages.delivery"), asked.getOrDefault("method", ""), methods),
                date("from", t("orders.orderListScreens.placedFrom"), asked),
                date("until", t("orders.orderListScreens.placedUntil"), asked),
                date("expectedFrom", t("orders.list.expectedFrom"), asked),
                date("expectedUntil", t("orders.list.expectedUntil"), asked));
    }

    private static Field text(String name, String label, Map<String, String> asked) {
        return Field.text(name, label, asked.getOrDefault(name, ""));
    }

    private static Field date(String name, String label, Map<String, String> asked) {
        return Field.date(name, label, asked.getOrDefault(name, ""));
    }

    private static Field choice(String name, String label, String any, Enum<?>[] values, Map<String, String> asked) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", any);
        Arrays.stream(values).forEach(value -> choices.put(value.name(), Show.words(value)));
        return Field.select(
                name,
                label,
                asked.getOrDefault(name, "").toUpperCase(Locale.ROOT).replace('-', '_'),
                choices);
    }
}
