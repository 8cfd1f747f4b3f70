package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.Dialog;
import java.util.ArrayList;
import java.util.List;

/**
 * A page to show. The template has the page's content only and takes the view record as {@code view}; the frame around
 * it (navigation, search, messages) is added unless htmx asked for the content alone.
 *
 * @param template file below {@code src/main/jte}
 * @param view record of ready strings, URLs and lists
 * @param section which entry of the menu is marked
 * @param files style sheets and scripts that this page needs beyond those that all have, below {@code static/}
 * @param frame template of the frame, empty for a fragment that never has one
 */
public record WebPage(
        String template,
        Object view,
        String title,
        String section,
        List<Crumb> crumbs,
        List<String> files,
        String frame,
        int status)
        implements Screen {

    /** The frame of the console. */
    public static final String CONSOLE = "console/layout.jte";

    /** The frame of pages before sign-in and of errors without a caller. */
    public static final String BARE = "console/bare.jte";

    private static final String NO_FRAME = "";
    private static final int OK = 200;

    /** One step of the way back above the title. */
    public record Crumb(String label, String url) {}

    public WebPage {
        crumbs = List.copyOf(crumbs);
        files = List.copyOf(files);
    }

    public static WebPage of(String template, Object view, String title) {
        return new WebPage(template, view, title, "", List.of(), List.of(), CONSOLE, OK);
    }

    /** A part of a page, to be swapped in by htmx. */
    public static WebPage fragment(String template, Object view) {
        return new WebPage(template, view, "", "", List.of(), List.of(), NO_FRAME, OK);
    }

    /** A question before something is done: a dialog over the page it was opened from, or a page of its own. */
    public static WebPage asking(Dialog question) {
        return of("console/dialog.jte", question, question.title());
    }

    /** Marks the entry of the menu with this key. */
    public WebPage in(String menuKey) {
        return new WebPage(template, view, title, menuKey, crumbs, files, frame, status);
    }

    /** Adds a step to the way back; the title itself is the last step and need not be added. */
    public WebPage crumb(String label, String url) {
        List<Crumb> more = new ArrayList<>(crumbs);
        more.add(new Crumb(label, url));
        return new WebPage(template, view, title, section, more, files, frame, status);
    }

    public WebPage framed(String frameTemplate) {
        return new WebPage(template, view, title, section, crumbs, files, frameTemplate, status);
    }

    /** An HTTP status other than 200, for example 422 for a form that is shown again with its errors. */
    public WebPage status(int httpStatus) {
        return new WebPage(template, view, title, section, crumbs, files, frame, httpStatus);
    }

    /** Loads these too, such as {@code console/desk.css} and {@code console/desk.js}. */
    public WebPage with(String... ownFiles) {
        return new WebPage(template, view, title, section, crumbs, List.of(ownFiles), frame, status);
    }

    public List<String> styles() {
        return files.stream().filter(file -> file.endsWith(".css")).toList();
    }

    public List<String> scripts() {
        return files.stream().filter(file -> file.endsWith(".js")).toList();
    }

    boolean isFragment() {
        return frame.equals(NO_FRAME);
    }
}
