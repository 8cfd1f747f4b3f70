package dev.orderwright.console.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Menu;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.TodayPanels;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: every queue the person works on, with its count, and one click to the rows. */
@Controller
class TodayScreens {

    private static final Logger log = LoggerFactory.getLogger(TodayScreens.class);
    private static final int NOON = 12;
    private static final int EVENING = 18;

    private final List<TodayTiles> providers;
    private final List<TodayPanels> panels;
    private final Menu menu;
    private final Show show;
    private final InstantSource clock;

    TodayScreens(List<TodayTiles> providers, List<TodayPanels> panels, Menu menu, Show show, InstantSource clock) {
        this.providers = providers;
        this.panels = panels;
        this.menu = menu;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/")
    @Requires("console:use")
    WebPage today(Who who) {
        ZonedDateTime now = clock.instant().atZone(show.zone());
        TodayPage.Tiles tiles = count(who);
        List<TodayPage.Link> links = menu.entriesFor(who).stream()
                .filter(entry -> !entry.url().equals("/"))
                .map(entry -> new TodayPage.Link(entry.label(), entry.url(), entry.icon()))
                .toList();
        TodayPage view = new TodayPage(
                greeting(now.getHour()) + ", " + who.displayName(),
                Show.day(now.toLocalDate()),
                tiles.tiles(),
                tiles.unreadable(),
                links);
        return WebPage.of("console/today.jte", view, t("console.todayScreens.today"))
                .in("today");
    }

    /** How the day goes, and what leaves when: it comes after the queues, so that they need not wait for it. */
    @GetMapping("/today/panels")
    @Requires("console:use")
    WebPage panels(Who who) {
        List<Panel> all = panels.stream()
                .flatMap(module -> module.todayPanels(who).stream())
                .toList();
        return WebPage.fragment(
                "console/todayPanels.jte",
                new TodayPage.Panels(Panel.at(Panel.Place.MAIN, all), Panel.at(Panel.Place.ASIDE, all)));
    }

    @GetMapping("/today/tiles")
    @Requires("console:use")
    WebPage tiles(Who who) {
        return WebPage.fragment("console/tiles.jte", count(who));
    }

    /** A queue that cannot be counted must not take the page with it. */
    private TodayPage.Tiles count(Who who) {
        List<TodayTile> tiles = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (TodayTiles provider : providers) {
            try {
                tiles.addAll(provider.tilesFor(who));
            } catch (RuntimeException e) {
                log.error(
                        "the queues of {} could not be counted",
                        provider.getClass().getSimpleName(),
                        e);
                unreadable.add(provider.getClass().getSimpleName());
            }
        }
        List<TodayPage.Tile> shown = tiles.stream()
                .sorted(Comparator.comparingInt(TodayTile::order).thenComparing(TodayTile::title))
                .map(tile -> TodayPage.Tile.of(tile, clock.instant()))
                .toList();
        return new TodayPage.Tiles(shown, unreadable);
    }

    private static String greeting(int hour) {
        if (hour < NOON) {
            return t("console.todayScreens.goodMorning");
        }
        return hour < EVENING ? t("console.todayScreens.goodAfternoon") : t("console.todayScreens.goodEvening");
    }
}
