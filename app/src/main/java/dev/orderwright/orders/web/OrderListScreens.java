package dev.orderwright.orders.web;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.orders.SliceState;
import dev.orderwright.orders.web.OrdersPage.FilterField;
import dev.orderwright.orders.web.OrdersPage.Option;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Show show;

    OrderListScreens(OrderQueries queries, OrderFilters filters, Inventory inventory, Show show) {
        this.queries = queries;
        this.filters = filters;
        this.inventory = inventory;
        this.show = show;
    }

    @GetMapping("/orders")
    @Requires("orders:read")
    WebPage list(@RequestParam Map<String, String> parameters, Who who) {
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.putIfAbsent("view", "open");
        Filter filter = filters.of(asked);
        List<OrderQueries.Row> rows = queries.list(filter, OrderFilters.cursor(parameters.get("after")), PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<OrderQueries.Row> page = more ? rows.subList(0, PAGE) : rows;
        String next = more ? url(asked, "after", Long.toString(page.getLast().id())) : "";
        OrdersPage view = new OrdersPage(
                tabs(filter.view(), asked),
                asked.get("view"),
                fields(asked),
                FILTERS.stream().anyMatch(name -> !asked.getOrDefault(name, "").isBlank()),
                page.stream().map(row -> row(row, who)).toList(),
                new Pager(page.size() + (more ? " of more" : ""), "", next));
        return WebPage.of("orders/list.jte", view, "Orders").in("orders");
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
                    url(Map.of(), "view", view.name().toLowerCase(Locale.ROOT)),
                    text,
                    view == active,
                    alarming ? Tone.WARN : Tone.NEUTRAL));
        }
        return tabs;
    }

    private List<FilterField> fields(Map<String, String> asked) {
        List<Option> nodes = new ArrayList<>(List.of(new Option("", "Any node", false)));
        inventory
                .nodes()
                .forEach(node -> nodes.add(
                        new Option(node.code(), node.name(), node.code().equals(asked.get("node")))));
        return List.of(
                text("channel", "Channel", "text", asked),
                text("customer", "Customer no.", "text", asked),
                text("sku", "SKU", "text", asked),
                new FilterField("node", "Node", "select", "", nodes),
                new FilterField(
                        "state", "Units", "select", "", choices("Any state", SliceState.values(), asked.get("state"))),
                new FilterField(
                        "hold", "Hold", "select", "", choices("Any hold", HoldType.values(), asked.get("hold"))),
                text("from", "Placed from", "date", asked),
                text("until", "Placed until", "date", asked));
    }

    private static FilterField text(String name, String label, String type, Map<String, String> asked) {
        return new FilterField(name, label, type, asked.getOrDefault(name, ""), List.of());
    }

    private static <E extends Enum<E>> List<Option> choices(String any, E[] values, @Nullable String chosen) {
        List<Option> options = new ArrayList<>(List.of(new Option("", any, false)));
        Arrays.stream(values)
                .map(value -> new Option(
                        value.name(),
                        words(value),
                        chosen != null && value.name().equalsIgnoreCase(chosen)))
                .forEach(options::add);
        return options;
    }

    private OrdersPage.Row row(OrderQueries.Row row, Who who) {
        List<Chip> chips = new ArrayList<>();
        chips.add(lifecycle(row.lifecycle().name()));
        row.holds().forEach(hold -> chips.add(Chip.of(words(hold) + " hold", Tone.BAD)));
        if (row.priority() > 5) {
            chips.add(Chip.of("priority " + row.priority(), Tone.INFO));
        }
        boolean late = row.lifecycle().isOpen()
                && row.expectedOn() != null
                && row.expectedOn().isBefore(filters.today());
        if (late) {
            chips.add(Chip.of("late", Tone.WARN));
        }
        return new OrdersPage.Row(
                row.number(),
                "/orders/" + row.number(),
                who.personal(row.shipToName(), Masks::name),
                row.country(),
                row.channel(),
                show.moment(row.placedAt()),
                chips,
                bar(row.units()),
                Show.money(new Money(row.totalMinor(), row.currency())),
                row.expectedOn() == null ? "no date yet" : Show.day(row.expectedOn()));
    }

    static QuantityBar bar(Map<SliceState, Long> units) {
        return new QuantityBar(units.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new QuantityBar.Part(entry.getKey().name(), entry.getValue()))
                .toList());
    }

    static Chip lifecycle(String lifecycle) {
        Tone tone = lifecycle.equals("PLACED") ? Tone.WARN : Tone.NEUTRAL;
        return Chip.of(lifecycle.toLowerCase(Locale.ROOT), tone);
    }

    static String words(Enum<?> value) {
        String words = value.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String url(Map<String, String> asked, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(asked);
        all.put(name, value);
        StringBuilder url = new StringBuilder("/orders");
        all.forEach((key, text) -> {
            if (!text.isBlank()) {
                url.append(url.indexOf("?") < 0 ? '?' : '&')
                        .append(URLEncoder.encode(key, StandardCharsets.UTF_8))
                        .append('=')
                        .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        });
        return url.toString();
    }
}
