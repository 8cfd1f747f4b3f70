package dev.orderwright.shared.web;

import java.util.Comparator;
import java.util.List;

/**
 * A part of a page that another module adds to it, drawn by a template of that module.
 *
 * @param template file below {@code src/main/jte}; takes {@code view} and {@code shell}, as a page does
 * @param view record of ready strings, URLs and lists
 * @param order small numbers stand first
 */
public record Panel(Place place, int order, String template, Object view) {

    /** Where it stands: right below the title, broad below what the page itself shows, or narrow beside it. */
    public enum Place {
        TOP,
        MAIN,
        ASIDE
    }

    /** Those that stand at a place, in their order. */
    public static List<Panel> at(Place place, List<Panel> panels) {
        return panels.stream()
                .filter(panel -> panel.place() == place)
                .sorted(Comparator.comparingInt(Panel::order))
                .toList();
    }
}
