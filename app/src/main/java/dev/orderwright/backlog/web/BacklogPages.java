package dev.orderwright.backlog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.backlog.BacklogChange;
import dev.orderwright.backlog.BacklogChange.UnitMove;
import dev.orderwright.backlog.BacklogRun;
import dev.orderwright.backlog.BacklogRuns;
import dev.orderwright.backlog.BacklogState;
import dev.orderwright.backlog.StaysBecause;
import dev.orderwright.backlog.web.BacklogListPage.RunRow;
import dev.orderwright.backlog.web.BacklogPage.Answer;
import dev.orderwright.backlog.web.BacklogPage.Row;
import dev.orderwright.backlog.web.BacklogPage.Tile;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.promising.BacklogPlan.Figures;
import dev.orderwright.promising.BacklogPlan.Load;
import dev.orderwright.promising.Tariffs;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs as people read them. */
@Component
class BacklogPages {

    private final Show show;
    private final Inventory inventory;

    BacklogPages(Show show, Inventory inventory) {
        this.show = show;
        this.inventory = inventory;
    }

    private static Chip state(BacklogState state) {
        Tone tone = switch (state) {
            case WAITING, LOOKING, APPLYING -> Tone.INFO;
            case READY -> Tone.WARN;
            case DONE -> Tone.GOOD;
            case STOPPED -> Tone.NEUTRAL;
            case FAILED -> Tone.BAD;
        };
        return Chip.of(Texts.of(state), tone);
    }

    RunRow row(BacklogRun run) {
        Figures figures = run.figures();
        return new RunRow(
                BacklogScreens.URL + "/" + run.id(),
                show.moment(run.askedAt()),
                Show.actor(run.actor().code()),
                state(run.state()),
                figures == null ? "–" : Show.number(figures.changed()),
                figures == null ? "–" : fromTo(figures.shipmentsBefore(), figures.shipmentsAfter()),
                figures == null ? "–" : money(figures.costBefore() - figures.costAfter()));
    }

    BacklogPage page(
            BacklogRun run, BacklogRuns.Done done, Page<BacklogChange> changes, @Nullable String cursor, boolean may) {
        String url = BacklogScreens.URL + "/" + run.id();
        Figures figures = run.figures();
        boolean looking = run.state() == BacklogState.WAITING || run.state() == BacklogState.LOOKING;
        return new BacklogPage(
                t("backlog.page.heading", show.moment(run.askedAt())),
                state(run.state()),
                t(
                        "backlog.page.askedBy",
                        show.moment(run.askedAt()),
                        Show.actor(run.actor().code())),
                url + "/body",
                run.state().isAtWork(),
                looking ? t("backlog.page.looking") : t("backlog.page.applying"),
                run.done(),
                run.total(),
                looking
                        ? t("backlog.page.linesRead", Show.number(run.done()))
                        : t("backlog.page.of", Show.number(run.done()), Show.number(run.total())),
                may && run.state() == BacklogState.READY ? url + "/apply" : "",
                may && (run.state().isAtWork() || run.state() == BacklogState.READY) ? url + "/stop" : "",
                run.state() == BacklogState.FAILED ? Tone.BAD : Tone.INFO,
                note(run, done),
                figures == null ? null : answer(url, figures, changes, cursor));
    }

    private static String note(BacklogRun run, BacklogRuns.Done done) {
        Figures figures = run.figures();
        return switch (run.state()) {
            case FAILED ->
                run.problem().equals("too-many-lines") ? t("backlog.page.tooMany") : t("backlog.page.failed");
            case STOPPED ->
                done.moved() == 0
                        ? t("backlog.page.stopped")
                        : t("backlog.page.stoppedAfter", Show.number(done.moved()));
            case DONE ->
                run.total() == 0
                        ? t("backlog.page.nothing")
                        : t(
                                "backlog.page.done",
                                Show.number(done.moved()),
                                Show.number(done.fewer()),
                                money(done.saved()),
                                Show.number(done.left()));
            case READY ->
                figures != null && !figures.finished() ? t("backlog.page.brokenOff") : t("backlog.page.lookFirst");
            case WAITING, LOOKING, APPLYING -> "";
        };
    }

    private @Nullable Answer answer(String url, Figures figures, Page<BacklogChange> changes, @Nullable String cursor) {
        if (figures.changed() == 0) {
            return null;
        }
        List<Tile> tiles = List.of(
                new Tile(
                        t("backlog.page.shipments"),
                        fromTo(figures.shipmentsBefore(), figures.shipmentsAfter()),
                        t("backlog.page.fewer", Show.number(figures.shipmentsBefore() - figures.shipmentsAfter()))),
                new Tile(
                        t("backlog.page.saved"),
                        money(figures.costBefore() - figures.costAfter()),
                        t("backlog.page.carriageFrom", money(figures.costBefore()))),
                new Tile(
                        t("backlog.page.changed"),
                        Show.number(figures.changed()),
                        t("backlog.page.ofOrders", Show.number(figures.orders()), Show.number(figures.lines()))));
        Map<Long, String> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, Node::code));
        return new Answer(
                tiles,
                plot(figures.loads()),
                changes.items().stream().map(change -> row(change, nodes)).toList(),
                Pager.of(changes, Link.to(url), "cursor", cursor, t("backlog.page.one"), t("backlog.page.many")));
    }

    private static Row row(BacklogChange change, Map<Long, String> nodes) {
        StaysBecause because = change.leftBecause();
        Set<String> moves = new LinkedHashSet<>();
        for (UnitMove move : change.moves()) {
            moves.add(t(
                    "backlog.page.move",
                    nodes.getOrDefault(move.fromNode(), ""),
                    nodes.getOrDefault(move.toNode(), ""),
                    Integer.toString(move.lineNo())));
        }
        Tone tone = switch (change.state()) {
            case PLANNED -> Tone.NEUTRAL;
            case MOVED -> Tone.GOOD;
            case LEFT -> Tone.WARN;
        };
        return new Row(
                "/orders/" + change.orderId(),
                change.number(),
                List.copyOf(moves),
                fromTo(change.shipmentsBefore(), change.shipmentsAfter()),
                saved(change.costBefore() - change.costAfter()),
                Chip.of(Texts.of(change.state()), tone),
                because == null ? "" : Texts.of(because));
    }

    private static String saved(long minor) {
        return minor == 0 ? "–" : minor < 0 ? "−" + money(-minor) : money(minor);
    }

    private static String fromTo(long before, long after) {
        return before == after
                ? Show.number(before)
                : t("backlog.page.fromTo", Show.number(before), Show.number(after));
    }

    private static String money(long minor) {
        return Show.money(new Money(minor, Tariffs.CURRENCY));
    }

    /** Parcels of each node: before and after, next to each other. */
    private static Plot plot(List<Load> loads) {
        List<Plot.Column> columns = new ArrayList<>();
        for (Load load : loads) {
            columns.add(column(load.node(), "stands", load, load.before(), t("backlog.page.now")));
            columns.add(column("", "comes", load, load.after(), t("backlog.page.then")));
        }
        return Plot.of(
                t("backlog.page.nodes"),
                columns,
                false,
                List.of(
                        new Plot.Legend("stands", t("backlog.page.now")),
                        new Plot.Legend("comes", t("backlog.page.then"))),
                Show::number);
    }

    private static Plot.Column column(String label, String css, Load load, long value, String when) {
        String title = t("backlog.page.parcels", load.node(), when, Show.number(value));
        return new Plot.Column(label, value == 0 ? List.of() : List.of(new Plot.Part(css, value, title, "")), 0);
    }
}
