package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Flow;
import dev.orderwright.insight.Flow.Day;
import dev.orderwright.insight.Flow.Rates;
import dev.orderwright.insight.Flow.Span;
import dev.orderwright.shared.Recent;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.TodayPanels;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the start page: what was placed and shipped on the last days, today against yesterday, and how perfect the weeks were. */
@Component
class TodayFlow implements TodayPanels {

    private static final int DAYS = 14;
    private static final int WEEKS = 6;
    private static final int WEEK = 7;
    private static final int FIRST = 10;

    private final Flow flow;
    private final Recent recent;
    private final Show show;
    private final InstantSource clock;

    TodayFlow(Flow flow, Recent recent, Show show, InstantSource clock) {
        this.flow = flow;
        this.recent = recent;
        this.show = show;
        this.clock = clock;
    }

    private record Read(LocalDate today) {}

    /** @param weeks the oldest first; the last one is not over */
    private record Lately(List<Day> days, List<Week> weeks) {}

    private record Week(LocalDate from, LocalDate until, Rates rates) {}

    @Override
    public List<Panel> todayPanels(Who who) {
        if (!who.may("orders:read")) {
            return List.of();
        }
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        Lately lately = recent.shown(new Read(today), day -> lately(day.today()));
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(Panel.Place.MAIN, FIRST, "insight/todayThroughput.jte", throughput(lately.days(), today)));
        panels.add(new Panel(Panel.Place.ASIDE, FIRST, "insight/todayPerfect.jte", perfect(lately.weeks())));
        return panels;
    }

    private Lately lately(LocalDate today) {
        List<Week> weeks = new ArrayList<>();
        for (int i = WEEKS - 1; i >= 0; i--) {
            LocalDate until = today.plusDays(1).minusDays((long) i * WEEK);
            LocalDate from = until.minusDays(WEEK);
            weeks.add(new Week(from, until, flow.rates(new Span(from, until, "", 0))));
        }
        return new Lately(flow.days(new Span(today.minusDays(DAYS - 1), today.plusDays(1), "", 0)), weeks);
    }

    private static TodayFlowPage.Throughput throughput(List<Day> days, LocalDate today) {
        List<Plot.Column> columns = new ArrayList<>();
        for (Day day : days) {
            columns.add(new Plot.Column(
                    Texts.language().shortDay().format(day.day()),
                    List.of(new Plot.Part(
                            "comes",
                            day.placed(),
                            t("insight.todayFlow.placedOn", Show.day(day.day()), Show.number(day.placed())),
                            orders(day.day(), day.day()))),
                    day.shipped()));
        }
        Plot plot = Plot.of(
                t("insight.todayFlow.sentence", days.size()),
                columns,
                true,
                List.of(
                        new Plot.Legend("comes", t("insight.todayFlow.placed")),
                        new Plot.Legend("stands", t("insight.todayFlow.shipped"))),
                Show::number);
        return new TodayFlowPage.Throughput(
                plot,
                List.of(
                        KeyValue.of(t("insight.todayFlow.placed"), against(days, today, true)),
                        KeyValue.of(t("insight.todayFlow.shipped"), against(days, today, false))));
    }

    private static String against(List<Day> days, LocalDate today, boolean placed) {
        return t(
                "insight.todayFlow.against",
                Show.number(count(days, today, placed)),
                Show.number(count(days, today.minusDays(1), placed)));
    }

    private static long count(List<Day> days, LocalDate on, boolean placed) {
        return days.stream()
                .filter(day -> day.day().equals(on))
                .mapToLong(day -> placed ? day.placed() : day.shipped())
                .sum();
    }

    private static TodayFlowPage.Perfect perfect(List<Week> weeks) {
        List<Plot.Column> columns = new ArrayList<>();
        for (Week week : weeks) {
            Rates rates = week.rates();
            String span = t(
                    "insight.insightPages.to",
                    Show.day(week.from()),
                    Show.day(week.until().minusDays(1)));
            String percent = Measures.percent(rates.perfect(), rates.ended());
            columns.add(new Plot.Column(
                    Texts.language().shortDay().format(week.from()),
                    List.of(new Plot.Part(
                            "comes",
                            rates.ended() == 0 ? 0 : 100 * rates.perfect() / rates.ended(),
                            t("insight.todayFlow.perfectOf", span, percent, Show.number(rates.ended())),
                            orders(week.from(), week.until().minusDays(1)))),
                    0));
        }
        Rates last = weeks.getLast().rates();
        return new TodayFlowPage.Perfect(
                Measures.percent(last.perfect(), last.ended()),
                Plot.of(
                        t("insight.todayFlow.perfectSentence", weeks.size()),
                        columns,
                        false,
                        List.of(),
                        value -> value + " %"),
                List.of(
                        KeyValue.of(t("insight.todayFlow.onTime"), Measures.percent(last.onTime(), last.ended())),
                        KeyValue.of(t("insight.todayFlow.inFull"), Measures.percent(last.inFull(), last.ended())),
                        KeyValue.of(t("insight.todayFlow.unharmed"), Measures.percent(last.unharmed(), last.ended()))));
    }

    private static String orders(LocalDate from, LocalDate until) {
        return Link.to("/orders")
                .with("view", "all")
                .with("from", from.toString())
                .with("until", until.toString())
                .toString();
    }
}
