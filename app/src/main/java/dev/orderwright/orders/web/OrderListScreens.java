package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.ListViews;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders: views as tabs with counts, filters in the URL. */
@Controller
class OrderListScreens {

    private static final int PAGE = 50;
    private static final int COUNTED_MAX = 100;

    private final OrderQueries queries;
    private final OrderFilters filters;
    private final OrderListHead head;
    private final OrderRows rows;
    private final Show show;

    OrderListScreens(OrderQueries queries, OrderFilters filters, OrderListHead head, OrderRows rows, Show show) {
        this.queries = queries;
        this.filters = filters;
        this.head = head;
        this.rows = rows;
        this.show = show;
    }

    @GetMapping("/orders")
    @Requires("orders:read")
    WebPage list(@RequestParam Map<String, String> parameters, Who who) {
        Map<String, String> asked = asked(parameters);
        Filter filter = filters.of(asked);
        Listed page = queries.list(filter, OrderFilters.cursor(parameters.get("after")), PAGE);
        ListViews.Saved saved = head.saved(asked, who);
        Link here = OrderListHead.link(asked);
        String view = asked.getOrDefault("view", "");
        OrdersPage shown = new OrdersPage(
                tabs(filter, asked, saved),
                view,
                head.fields(asked),
                OrderListHead.isFiltered(asked)
                        ? OrderListHead.link(Map.of("view", view)).toString()
                        : "",
                saved.saveUrl(),
                saved.deleteUrl(),
                OrderListHead.columns(),
                head.shown(who),
                page.rows().stream().map(row -> rows.row(row, who)).toList(),
                pager(page, here, parameters.containsKey("after"), show.zone()),
                here.toString(),
                Arrays.stream(HoldType.values())
                        .map(type -> new OrdersPage.Option(type.name(), Show.words(type)))
                        .toList(),
                who.may("orders:hold"),
                who.may("orders:release-hold"),
                who.may("orders:cancel"),
                who.may("orders:write") ? head.nodes() : List.of());
        return WebPage.of("orders/list.jte", shown, t("shared.word.orders"))
                .in("orders")
                .with("console/table.js");
    }

    /** The views above the list with their counts of now: they fetch themselves again while the list is open. */
    @GetMapping("/orders/tabs")
    @Requires("orders:read")
    WebPage tabs(@RequestParam Map<String, String> parameters, Who who) {
        Map<String, String> asked = asked(parameters);
        return WebPage.fragment("orders/tabs.jte", tabs(filters.of(asked), asked, head.saved(asked, who)));
    }

    private OrdersPage.Tabs tabs(Filter filter, Map<String, String> asked, ListViews.Saved saved) {
        String url = OrderListHead.link(asked).toString().replaceFirst("^/orders", "/orders/tabs");
        return new OrdersPage.Tabs(head.tabs(filter.view(), saved), url);
    }

    /** How many orders a saved view has, as far as it is worth counting. */
    @GetMapping("/orders/count")
    @Requires("orders:read")
    WebPage count(@RequestParam Map<String, String> parameters) {
        int count = queries.ids(filters.of(asked(parameters)), COUNTED_MAX + 1).size();
        return WebPage.fragment("console/count.jte", count > COUNTED_MAX ? COUNTED_MAX + "+" : Show.number(count));
    }

    static Map<String, String> asked(Map<String, String> parameters) {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.putIfAbsent("view", "open");
        return asked;
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
}
