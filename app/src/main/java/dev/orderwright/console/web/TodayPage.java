package dev.orderwright.console.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.TodayTile;
import java.time.Instant;
import java.util.List;

/**
 * The start page.
 *
 * @param greeting with the name of who is there
 * @param day today, with its weekday
 * @param unreadable titles of queues that could not be counted
 * @param links where to go when there is nothing to do yet
 */
public record TodayPage(String greeting, String day, List<Tile> tiles, List<String> unreadable, List<Link> links) {

    /**
     * A queue with its number as it is written.
     *
     * @param age since when the first of them waits; empty when nobody knows
     */
    public record Tile(String title, String count, String url, String css, String hint, String age) {

        static Tile of(TodayTile tile, Instant now) {
            Instant oldest = tile.oldest();
            String css = tile.count() == 0 ? "zero" : tile.tone().css();
            return new Tile(
                    tile.title(),
                    Show.number(tile.count()),
                    tile.url(),
                    css,
                    tile.hint(),
                    oldest == null || tile.count() == 0 ? "" : t("console.today.oldest", Show.age(oldest, now)));
        }
    }

    /** A section to begin with. */
    public record Link(String label, String url, String icon) {}

    public boolean isEmpty() {
        return tiles.isEmpty();
    }

    /** What the part of the page that refreshes itself needs. */
    public Tiles tilesPart() {
        return new Tiles(tiles, unreadable);
    }

    /** What modules tell of the day: broad, and narrow beside it. */
    public record Panels(List<Panel> main, List<Panel> aside) {}

    /** The refreshed part. */
    public record Tiles(List<Tile> tiles, List<String> unreadable) {}
}
