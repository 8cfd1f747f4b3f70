package dev.orderwright.shared.ui;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * The way through a long list, which goes forward from the first page.
 *
 * @param text how much is shown: {@code 50 items on this page}
 * @param firstUrl empty on the first page
 * @param nextUrl empty on the last
 * @param nextText what the way on is called
 */
public record Pager(String text, String firstUrl, String nextUrl, String nextText) {

    public Pager(String text, String firstUrl, String nextUrl) {
        this(text, firstUrl, nextUrl, t("shared.pager.next"));
    }

    /**
     * The way through a list in a console address.
     *
     * @param first where its first page is
     * @param parameter what the address calls the cursor
     * @param cursor of the page that is shown; null on the first one
     * @param one what a row is called, and several are
     */
    public static Pager of(
            Page<?> page, Link first, String parameter, @Nullable String cursor, String one, String many) {
        boolean all = cursor == null && page.next() == null;
        String shown = Show.count(page.items().size(), one, many);
        return of(all ? shown : t("shared.pager.onThisPage", shown), page, first, parameter, cursor);
    }

    /** The same, with a text of its own. */
    public static Pager of(String text, Page<?> page, Link first, String parameter, @Nullable String cursor) {
        return new Pager(
                text,
                cursor == null ? "" : first.toString(),
                page.next() == null ? "" : first.with(parameter, page.next()).toString());
    }
}
