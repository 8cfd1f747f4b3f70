package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Flow;
import dev.orderwright.insight.Flow.DaysCounted;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.insight.Flow.Stage;
import dev.orderwright.insight.Flow.Stuck;
import dev.orderwright.insight.Flow.Waiting;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the page of how well orders flow. */
@Component
class InsightPages {

    static final List<Integer> SPANS = List.of(7, 28, 91);
    private static final int STUCK_MAX = 50;
    private static final long HOUR_SECONDS = 3_600;

    private final Flow flow;
    private final Inventory inventory;
    private final Show show;
    private final InstantSource clock;

    InsightPages(Flow flow, Inventory inventory, Show show, InstantSource clock) {
        this.flow = flow;
        this.inventory = inventory;
        this.show = show;
        this.clock = clock;
    }

    InsightPage page(Span span, int days, Link link) {
        Rates rates = flow.rates(span);
        Map<Long, Node> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        List<Stage> stages = flow.stages(span);
        List<Stuck> stuck = flow.stuck(STUCK_MAX + 1);
        String orders = Link.to("/orders")
                .with("view", "all")
                .with("channel", span.channel())
                .with("from", span.from().toString())
                .with("until", span.until().minusDays(1).toString())
                .toString();
        return new InsightPage(
                SPANS.stream()
                        .map(length -> Tab.of(
                                t("insight.insightPages.days", length),
                                link.with("days", Integer.toString(length)).toString(),
                                length == days))
                        .toList(),
                Integer.toString(days),
                filters(span, nodes),
                span.channel().isEmpty() && span.nodeId() == 0
                        ? ""
                        : Link.to("/insight")
                                .with("days", Integer.toString(days))
                                .toString(),
                counting(span),
                rates.orders() == 0,
                figures(rates, orders),
                throughput(span, days),
                stages.stream().map(InsightPages::stage).toList(),
                stagePlot(stages),
                perfect(rates),
                stuck.stream().limit(STUCK_MAX).map(one -> stuck(one, nodes)).toList(),
                stuck.size() > STUCK_MAX ? t("insight.insightPages.theLongestAreShown", STUCK_MAX) : "",
                flow.limits().entrySet().stream()
                        .map(limit -> KeyValue.of(state(limit.getKey()), Measures.span(limit.getValue())))
                        .toList());
    }

    private String counting(Span span) {
        return flow.counted()
                .map(counted -> counting(counted, span))
                .orElse(t("insight.insightPages.theDaysHaveNotBeen"));
    }

    private String counting(DaysCounted counted, Span span) {
        if (!counted.zone().equals(show.zone().getId())) {
            return t("insight.insightPages.daysAreCountedAsThey", counted.zone(), show.zone());
        }
        LocalDate backTo = counted.backTo();
        return counted.isDone() || (backTo != null && backTo.isBefore(span.from()))
                ? ""
                : t(
                        "insight.insightPages.daysAreBeingCountedThe",
                        (backTo == null ? "" : t("insight.insightPages.soFarBackTo", Show.day(backTo))));
    }

    private List<Field> filters(Span span, Map<Long, Node> nodes) {
        Map<String, String> channels = new LinkedHashMap<>(Map.of("", t("insight.insightPages.everyChannel")));
        flow.channels().forEach(channel -> channels.put(channel, channel));
        Map<String, String> codes = new LinkedHashMap<>(Map.of("", t("insight.insightPages.everyNode")));
        inventory.nodes().forEach(node -> codes.put(node.code(), node.name()));
        Node chosen = nodes.get(span.nodeId());
        return List.of(
                Field.select("channel", t("insight.insightPages.channel"), span.channel(), channels),
                Field.select(
                        "node", t("insight.insightPages.firstReleasedAt"), chosen == null ? "" : chosen.code(), codes));
    }

    private List<InsightPage.Figure> figures(Rates rates, String orders) {
        Waiting waiting = flow.waiting();
        Instant oldest = waiting.oldest();
        return List.of(
                figure(
                        t("shared.word.orders"),
                        Show.number(rates.orders()),
                        t("insight.insightPages.placedOnTheseDays"),
                        orders),
                figure(
                        t("insight.insightPages.filledAtOnce"),
                        Measures.percent(rates.ordersAtOnce(), rates.orders()),
                        t("insight.insightPages.ofOrdersOfUnits", Measures.percent(rates.unitsAtOnce(), rates.units())),
                        orders),
                figure(
                        t("insight.insightPages.split"),
                        Measures.percent(rates.split(), rates.shipped()),
                        t(
                                "insight.insightPages.ofShippedOrders",
                                Show.number(rates.split()),
                                Show.number(rates.shipped())),
                        orders),
                figure(
                        t("insight.insightPages.cancelled"),
                        Measures.percent(rates.unitsCancelled(), rates.units()),
                        t(
                                "insight.insightPages.ofUnits",
                                Show.number(rates.unitsCancelled()),
                                Show.number(rates.units())),
                        Link.to("/orders").with("view", "cancelled").toString()),
                figure(
                        t("insight.insightPages.backorderedNow"),
                        Show.number(waiting.units()),
                        oldest == null
                                ? t("insight.insightPages.noOrderWaits")
                                : t(
                                        "insight.insightPages.unitsOfOrdersTheOldest",
                                        Show.number(waiting.orders()),
                                        Show.age(oldest, clock.instant())),
                        Link.to("/orders").with("view", "backordered").toString()));
    }

    private static InsightPage.Figure figure(String title, String value, String hint, String url) {
        return new InsightPage.Figure(title, value, hint, url);
    }

    private Plot throughput(Span span, int days) {
        int width = days > 28 ? 7 : 1;
        List<Flow.Day> all = flow.days(span);
        List<Plot.Column> columns = new ArrayList<>();
        for (int i = 0; i < all.size(); i += width) {
            List<Flow.Day> part = all.subList(i, Math.min(all.size(), i + width));
            LocalDate first = part.getFirst().day();
            LocalDate last = part.getLast().day();
            long placed = part.stream().mapToLong(Flow.Day::placed).sum();
            long shipped = part.stream().mapToLong(Flow.Day::shipped).sum();
            String when = width == 1 ? Show.day(first) : t("insight.insightPages.to", Show.day(first), Show.day(last));
            String url = Link.to("/orders")
                    .with("view", "all")
                    .with("channel", span.channel())
                    .with("from", first.toString())
                    .with("until", last.toString())
                    .toString();
            String title = t("insight.insightPages.placedShipped", when, Show.number(placed), Show.number(shipped));
            columns.add(new Plot.Column(
                    Texts.language().shortDay().format(first),
                    List.of(new Plot.Part("comes", placed, title, url)),
                    shipped));
        }
        return Plot.of(
                t(
                        "insight.insightPages.ordersPlacedAndOrdersShipped",
                        (width == 1 ? t("insight.insightPages.dayByDay") : t("insight.insightPages.weekByWeek"))),
                columns,
                true,
                List.of(
                        new Plot.Legend("comes", t("insight.todayFlow.placed")),
                        new Plot.Legend("stands", t("insight.todayFlow.shipped"))),
                Show::number);
    }

    private static InsightPage.StageRow stage(Stage stage) {
        return new InsightPage.StageRow(
                state(stage.stage()),
                Show.number(stage.orders()),
                Measures.span(stage.median()),
                Measures.span(stage.nineOfTen()),
                Measures.span(stage.allButOneOfHundred()));
    }

    private static Plot stagePlot(List<Stage> stages) {
        List<Plot.Column> columns = stages.stream()
                .map(stage -> {
                    long median = hours(stage.median());
                    long nine = hours(stage.nineOfTen());
                    long most = hours(stage.allButOneOfHundred());
                    String name = state(stage.stage()) + ": ";
                    return new Plot.Column(
                            state(stage.stage()),
                            List.of(
                                    new Plot.Part(
                                            "qty-shipped",
                                            median,
                                            t("insight.insightPages.halfWithin", name, Measures.span(stage.median())),
                                            ""),
                                    new Plot.Part(
                                            "qty-picked",
                                            nine - median,
                                            t(
                                                    "insight.insightPages.nineOfTenWithin",
                                                    name,
                                                    Measures.span(stage.nineOfTen())),
                                            ""),
                                    new Plot.Part(
                                            "qty-reserved",
                                            most - nine,
                                            t(
                                                    "insight.insightPages.ofWithin",
                                                    name,
                                                    Measures.span(stage.allButOneOfHundred())),
                                            "")),
                            0);
                })
                .toList();
        return Plot.of(
                t("insight.insightPages.hoursFromBeingPlacedTo"),
                columns,
                false,
                List.of(
                        new Plot.Legend("qty-shipped", t("insight.insightPages.halfOfTheOrders")),
                        new Plot.Legend("qty-picked", t("insight.insightPages.nineOfTen")),
                        new Plot.Legend("qty-reserved", t("insight.insightPages.ninetyNineOfHundred"))),
                value -> Show.number(value) + " h");
    }

    private static long hours(Duration duration) {
        return Math.max(0, (duration.toSeconds() + HOUR_SECONDS / 2) / HOUR_SECONDS);
    }

    private static List<KeyValue> perfect(Rates rates) {
        return List.of(
                KeyValue.number(t("insight.insightPages.perfect"), Measures.percent(rates.perfect(), rates.ended()))
                        .hint(t(
                                "insight.insightPages.ofEndedOrders",
                                Show.number(rates.perfect()),
                                Show.number(rates.ended()))),
                KeyValue.number(t("insight.insightPages.onTime"), Measures.percent(rates.onTime(), rates.ended()))
                        .hint(t("insight.insightPages.deliveredByTheDayThat")),
                KeyValue.number(t("insight.insightPages.inFull"), Measures.percent(rates.inFull(), rates.ended()))
                        .hint(t("insight.insightPages.nothingWasCancelled")),
                KeyValue.number(t("insight.insightPages.unharmed"), Measures.percent(rates.unharmed(), rates.ended()))
                        .hint(t("insight.insightPages.nothingWasLostOrCame")));
    }

    private InsightPage.StuckRow stuck(Stuck one, Map<Long, Node> nodes) {
        Node node = one.nodeId() == null ? null : nodes.get(one.nodeId());
        return new InsightPage.StuckRow(
                one.orderNumber(),
                "/orders/" + one.orderNumber(),
                one.channel(),
                Chip.of(state(one.state()), Tone.WARN),
                Show.age(one.since(), clock.instant()),
                show.moment(one.since()),
                Show.number(one.units()),
                node == null ? "–" : node.code(),
                one.reason());
    }

    private static String state(String code) {
        return t("shared.units." + code);
    }
}
