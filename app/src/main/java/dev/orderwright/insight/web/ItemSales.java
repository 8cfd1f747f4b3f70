package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.insight.Sales;
import dev.orderwright.insight.Sales.Week;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.ItemPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of an item: how many units of it were ordered in each of the last weeks. */
@Component
class ItemSales implements ItemPanels {

    private static final int FIRST = 5;
    private static final int WEEKS = 12;

    private final Sales sales;
    private final Catalog catalog;

    ItemSales(Sales sales, Catalog catalog) {
        this.sales = sales;
        this.catalog = catalog;
    }

    @Override
    public List<Panel> panelsFor(long itemId, Who who) {
        Item item = catalog.byId(List.of(itemId)).get(itemId);
        if (item == null || !who.may("orders:read")) {
            return List.of();
        }
        Sales.OfItem sold = sales.ofItem(itemId, WEEKS);
        ItemSalesPanel view = new ItemSalesPanel(
                plot(sold.weeks(), item),
                Quantities.text(sold.weeks().stream().mapToLong(Week::units).sum(), item.quantityDecimals()),
                sold.wholly() ? "" : t("insight.itemSales.ofTheNewest", Show.number(Sales.LINES_MAX)));
        return List.of(new Panel(Panel.Place.MAIN, FIRST, "insight/itemSales.jte", view));
    }

    private static Plot plot(List<Week> weeks, Item item) {
        List<Plot.Column> columns = weeks.stream()
                .map(week -> new Plot.Column(
                        Texts.language().shortDay().format(week.monday()),
                        List.of(new Plot.Part("comes", week.units(), title(week, item), url(week, item))),
                        0))
                .toList();
        return Plot.of(
                t("insight.itemSales.sentence"),
                columns,
                false,
                List.of(),
                value -> Quantities.text(value, item.quantityDecimals()));
    }

    private static String title(Week week, Item item) {
        return t(
                "insight.itemSales.week",
                Show.day(week.monday()),
                Quantities.text(week.units(), item.quantityDecimals()),
                Show.number(week.orders()));
    }

    private static String url(Week week, Item item) {
        return week.orders() == 0
                ? ""
                : Link.to("/orders")
                        .with("view", "all")
                        .with("sku", item.sku().code())
                        .with("from", week.monday().toString())
                        .with("until", week.monday().plusDays(6).toString())
                        .toString();
    }
}
