package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders: views as tabs with counts, filters in the URL. */
@Controller
class OrderListScreens {

    private static final int PAGE = 50;
    private static final long COUNT_SHOWN_MAX = 10_000;
    private static final List<String> FILTERS =
            List.of("channel", "customer", "node", "sku", "state", "hold", "from", "until");

    private final OrderQueries queries;
    private final OrderFilters filters;
    private final Inventory inventory;
    private final OrderRows rows;
    private final Show show;

    OrderListScreens(OrderQueries queries, OrderFilters filters, Inventory inventory, OrderRows rows, Show show) {
        this.queries = queries;
        this.filters = filters;
        this.inventory = inventory;
        this.rows = rows;
        this.show = show;
    }

    @GetMapping("/orders")
    @Requires("orders:read")
    WebPage list(@RequestParam Map<String, String> parameters, Who who) {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.putIfAbsent("view", "open");
        Filter filter = filters.of(asked);
        Listed page = queries.list(filter, OrderFilters.cursor(parameters.get("after")), PAGE);
        OrdersPage view = new OrdersPage(
                tabs(filter.view(), asked),
                asked.get("view"),
                fields(asked),
                FILTERS.stream().allMatch(name -> asked.getOrDefault(name, "").isBlank())
                        ? ""
                        : link(Map.of())
                                .with("view", asked.getOrDefault("view", ""))
                                .toString(),
                page.rows().stream().map(row -> rows.row(row, who)).toList(),
                pager(page, link(asked), parameters.containsKey("after"), show.zone()),
                link(asked).with("after", "").toString(),
                Arrays.stream(HoldType.values())
                        .map(type -> new OrderPage.Option(type.name(), Show.words(type)))
                        .toList(),
                who.may("orders:hold"),
                who.may("orders:cancel"));
        return WebPage.of("orders/list.jte", view, t("shared.word.orders"))
                .in("orders")
                .with("console/table.js");
    }

    /**
     * The way on from a page of the list.
     *
     * @param here the list as it is filtered
     * @param later whether the page is not the first
     */
    static Pager pager(Listed page, Link here, boolean later, ZoneId zone) {
        String first = later ? here.with("after", "").toString() : "";
        String next = page.next() == null
                ? ""
                : here.with("after", Long.toString(page.next())).toString();
        if (page.lookedBackTo() == null) {
            String count =
                    t("orders.orderListScreens.count", Show.number(page.rows().size()));
            return new Pager(
                    next.isEmpty() ? count : t("orders.orderListScreens.shownThereAreMore", count), first, next);
        }
        String found = page.rows().isEmpty()
                ? t("orders.orderListScreens.noneFits")
                : Show.count(
                        page.rows().size(),
                        t("orders.orderListScreens.orderFits"),
                        t("orders.orderListScreens.ordersFit"));
        return new Pager(
                t("orders.orderListScreens.amongOrdersBackTo", found, Show.moment(page.lookedBackTo(), zone)),
                first,
                next,
                t("orders.orderListScreens.lookFurtherBack"));
    }

    private List<Tab> tabs(View active, Map<String, String> asked) {
        Map<View, Long> counts = queries.counts(filters.today());
        List<Tab> tabs = new ArrayList<>();
        for (View view : View.values()) {
            long count = counts.getOrDefault(view, 0L);
            String text = count > COUNT_SHOWN_MAX ? Show.number(COUNT_SHOWN_MAX) + "+" : Show.number(count);
            boolean alarming = (view == View.HELD || view == View.LATE || view == View.BACKORDERED) && count > 0;
            tabs.add(new Tab(
                    view.title(),
                    link(Map.of())
                            .with("view", view.name().toLowerCase(Locale.ROOT))
                            .toString(),
                    text,
                    view == active,
                    alarming ? Tone.WARN : Tone.NEUTRAL));
        }
        return tabs;
    }

    private List<Field> fields(Map<String, String> asked) {
        Map<String, String> nodes = new LinkedHashMap<>();
        nodes.put("", t("orders.orderListScreens.anyNode"));
        inventory.nodes().forEach(node -> nodes.put(node.code(), node.name()));
        return List.of(
                Field.text("channel", t("orders.orderListScreens.channel"), asked.getOrDefault("channel", "")),
                Field.text("customer", t("orders.orderListScreens.customerNo"), asked.getOrDefault("customer", "")),
                Field.text("sku", "SKU", asked.getOrDefault("sku", "")),
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
                Field.date("from", t("orders.orderListScreens.placedFrom"), asked.getOrDefault("from", "")),
                Field.date("until", t("orders.orderListScreens.placedUntil"), asked.getOrDefault("until", "")));
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

    private static Link link(Map<String, String> asked) {
        return new Link("/orders", asked);
    }
}
