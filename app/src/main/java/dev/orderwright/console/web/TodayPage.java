package dev.orderwright.console.web;

import dev.orderwright.shared.web.TodayTile;
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

    /** A queue with its number as it is written. */
    public record Tile(String title, String count, String url, String css, String hint) {

        static Tile of(TodayTile tile, String count) {
            String css = tile.count() == 0 ? "zero" : tile.tone().css();
            return new Tile(tile.title(), count, tile.url(), css, tile.hint());
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

    /** The refreshed part. */
    public record Tiles(List<Tile> tiles, List<String> unreadable) {}
}
