package dev.orderwright.delivery.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.delivery.Confidence;
import dev.orderwright.delivery.Confidence.Known;
import dev.orderwright.delivery.LaneRules;
import dev.orderwright.delivery.estimate.EstimateAccuracy;
import dev.orderwright.delivery.estimate.EstimateReplay.Replayed;
import dev.orderwright.delivery.estimate.Lane;
import dev.orderwright.delivery.web.ConfidencePage.LaneRow;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How sure days of delivery are: what would have been told of each past order, and how often it held. */
@Controller
class ConfidenceScreens {

    private static final int LANES_MAX = 50;
    private static final int WANTED = 80;
    /** Shares of fewer orders say little. */
    private static final int JUDGED_MIN = 30;

    private final Confidence confidence;
    private final Show show;

    ConfidenceScreens(Confidence confidence, Show show) {
        this.confidence = confidence;
        this.show = show;
    }

    @GetMapping("/promises/confidence")
    @Requires("orders:read")
    WebPage page() {
        Known known = confidence.known();
        List<Replayed> replayed = known.learned().replayed();
        ConfidencePage view = new ConfidencePage(
                t("delivery.page.learned", show.moment(known.at()), Show.number(replayed.size())),
                replayed.size() < JUDGED_MIN ? t("delivery.page.few", replayed.size()) : "",
                replayed.isEmpty() ? List.of() : figures(EstimateAccuracy.of(replayed)),
                replayed.isEmpty() ? null : months(replayed),
                lanes(replayed));
        return WebPage.of("delivery/confidence.jte", view, t("delivery.page.title"))
                .in("promises");
    }

    private static List<KeyValue> figures(EstimateAccuracy accuracy) {
        return List.of(
                figure("delivery.page.half", accuracy.held50()),
                figure("delivery.page.most", accuracy.held80()),
                figure("delivery.page.nearlyAll", accuracy.held95()),
                figure("delivery.page.gain", accuracy.gain()).hint(t("delivery.page.gainMeans")));
    }

    private static KeyValue figure(String label, double share) {
        return KeyValue.number(t(label), percent(share));
    }

    private static String percent(double share) {
        return String.format(Texts.language().locale(), "%.1f %%", 100 * share);
    }

    private static Plot months(List<Replayed> replayed) {
        List<Plot.Column> columns = new ArrayList<>();
        EstimateAccuracy.byMonth(replayed)
                .forEach((month, accuracy) -> columns.add(new Plot.Column(
                        month.toString(),
                        List.of(new Plot.Part(
                                "qty-shipped", Math.round(100 * accuracy.held80()), title(month, accuracy), "")),
                        WANTED)));
        return Plot.of(
                t("delivery.page.monthsSay"),
                columns,
                true,
                List.of(
                        new Plot.Legend("qty-shipped", t("delivery.page.held")),
                        new Plot.Legend("stands", t("delivery.page.wanted"))),
                value -> value + " %");
    }

    private static String title(YearMonth month, EstimateAccuracy accuracy) {
        return t("delivery.page.month", month, percent(accuracy.held80()), Show.number(accuracy.orders()));
    }

    private record Way(String node, String country, String method) {}

    private static List<LaneRow> lanes(List<Replayed> replayed) {
        Map<Way, List<Replayed>> byWay = replayed.stream()
                .collect(Collectors.groupingBy(one -> way(one.order().lane())));
        return byWay.entrySet().stream()
                .sorted(Comparator.<Map.Entry<Way, List<Replayed>>>comparingInt(
                                entry -> -entry.getValue().size())
                        .thenComparing(entry -> entry.getKey().toString()))
                .limit(LANES_MAX)
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Way way(Lane lane) {
        return new Way(LaneRules.node(lane), LaneRules.country(lane), LaneRules.method(lane));
    }

    private static LaneRow row(Way way, List<Replayed> orders) {
        double[] days = orders.stream()
                .mapToDouble(one -> one.order().leadDays())
                .sorted()
                .toArray();
        return new LaneRow(
                way.node(),
                way.country(),
                method(way.method()),
                Show.number(orders.size()),
                days(days[days.length / 2]),
                days(days[Math.min(days.length - 1, (int) (days.length * 0.8))]),
                percent(EstimateAccuracy.of(orders).held80()));
    }

    private static String method(String method) {
        String key = "orders.DeliveryMethod." + method;
        return Texts.has(key) ? t(key) : method;
    }

    private static String days(double days) {
        return t("delivery.page.days", String.format(Texts.language().locale(), "%.1f", days));
    }
}
