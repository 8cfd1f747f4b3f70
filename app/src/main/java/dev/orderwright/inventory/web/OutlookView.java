package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Draws what comes of an item and what is waited for, over the next four weeks. */
@Component
class OutlookView {

    private static final int DAYS = 28;

    private final Inventory inventory;

    OutlookView(Inventory inventory) {
        this.inventory = inventory;
    }

    List<OutlookRules.Day> days(long itemId, LocalDate today, List<StockLevel> levels, Map<StockKey, Long> kept) {
        long free = levels.stream()
                .mapToLong(level -> level.available() - kept.getOrDefault(level.key(), 0L))
                .sum();
        return OutlookRules.days(today, free, inventory.expected(itemId), inventory.waiting(itemId));
    }

    Plot plot(List<OutlookRules.Day> days, int decimals) {
        List<OutlookRules.Day> span = OutlookRules.span(days, DAYS);
        List<Plot.Column> columns = span.stream()
                .map(day -> {
                    List<Plot.Part> parts = new ArrayList<>();
                    String on = Show.day(day.day()) + ": ";
                    if (day.comes() > 0) {
                        String title = on + t("inventory.outlookView.come", Quantities.text(day.comes(), decimals));
                        parts.add(new Plot.Part("comes", day.comes(), title, ""));
                    }
                    if (day.wanted() > 0) {
                        String title =
                                on + t("inventory.outlookView.areWaitedFor", Quantities.text(day.wanted(), decimals));
                        parts.add(new Plot.Part("wanted", -day.wanted(), title, ""));
                    }
                    return new Plot.Column(Texts.language().shortDay().format(day.day()), parts, day.free());
                })
                .toList();
        return Plot.of(
                t(
                        "inventory.outlookView.whatComesAndWhatIs",
                        Quantities.text(span.getLast().free(), decimals)),
                columns,
                true,
                List.of(
                        new Plot.Legend("comes", t("inventory.outlookView.comes")),
                        new Plot.Legend("wanted", t("inventory.outlookView.waitedFor")),
                        new Plot.Legend("stands", t("inventory.outlookView.freeToPromise"))),
                value -> Quantities.text(value, decimals));
    }

    List<StockItemPage.Day> rows(List<OutlookRules.Day> days, int decimals) {
        return days.stream()
                .filter(day -> day.comes() > 0 || day.wanted() > 0)
                .map(day -> new StockItemPage.Day(
                        Show.day(day.day()),
                        day.comes() == 0 ? "" : "+" + Quantities.text(day.comes(), decimals),
                        day.wanted() == 0 ? "" : "−" + Quantities.text(day.wanted(), decimals),
                        Quantities.text(day.free(), decimals),
                        day.free() < 0))
                .toList();
    }
}
