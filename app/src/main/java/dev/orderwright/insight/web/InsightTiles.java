package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.insight.Flow;
import dev.orderwright.orders.OrderCounts;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Recent;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** On the start page: what needs attention among the orders, how the day goes, and whether the books balance. */
@Component
class InsightTiles implements TodayTiles {

    private static final int STUCK_COUNTED_MAX = 1_000;

    private final OrderCounts orders;
    private final Flow flow;
    private final Books books;
    private final Recent recent;
    private final Show show;
    private final InstantSource clock;

    InsightTiles(OrderCounts orders, Flow flow, Books books, Recent recent, Show show, InstantSource clock) {
        this.orders = orders;
        this.flow = flow;
        this.books = books;
        this.recent = recent;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public List<TodayTile> tilesFor(Who who) {
        List<TodayTile> tiles = new ArrayList<>();
        if (who.may("orders:read")) {
            tiles.addAll(orders());
        }
        if (who.may("books:read")) {
            books.last().map(this::books).ifPresent(tiles::add);
        }
        return tiles;
    }

    private List<TodayTile> orders() {
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        OrderCounts.Counted counts = orders.shown(today);
        return List.of(
                view(counts, View.HELD, Tone.BAD, t("insight.insightTiles.someoneHasToDecide"), 10),
                view(counts, View.LATE, Tone.WARN, t("insight.insightTiles.expectedBeforeToday"), 20),
                new TodayTile(
                        t("insight.insightTiles.stuck"),
                        recent.<String, Long>shown("stuck orders", key -> flow.stuckOrders(STUCK_COUNTED_MAX)),
                        "/insight#stuck",
                        Tone.WARN,
                        t("insight.insightTiles.inOneStateForLonger"),
                        30),
                view(counts, View.BACKORDERED, Tone.WARN, t("insight.insightTiles.waitingForStock"), 40),
                view(counts, View.TO_RELEASE, Tone.NEUTRAL, t("insight.insightTiles.reservedNotAtANode"), 50),
                new TodayTile(
                        t("insight.insightTiles.placedToday"),
                        flow.placedOn(today),
                        Link.to("/orders")
                                .with("view", "all")
                                .with("from", today.toString())
                                .toString(),
                        Tone.NEUTRAL,
                        t("insight.insightTiles.sinceMidnight"),
                        80));
    }

    private static TodayTile view(OrderCounts.Counted counts, View view, Tone tone, String hint, int order) {
        return new TodayTile(
                        view.title(),
                        counts.orders().getOrDefault(view, 0L),
                        Link.to("/orders")
                                .with("view", view.name().toLowerCase(Locale.ROOT))
                                .toString(),
                        tone,
                        hint,
                        order)
                .waitingSince(counts.oldest().get(view));
    }

    private TodayTile books(BooksReport last) {
        return new TodayTile(
                last.balanced() ? t("insight.insightTiles.booksBalance") : t("insight.insightTiles.booksDoNotBalance"),
                last.drifts(),
                "/books",
                Tone.BAD,
                t("insight.insightTiles.thingsThatDoNotAdd", Show.ago(last.checkedAt(), clock.instant())),
                90);
    }
}
