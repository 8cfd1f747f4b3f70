package dev.orderwright.shared.web;

/**
 * A part of the page of an order, drawn by a template of the module it comes from.
 *
 * @param template file below {@code src/main/jte}; takes {@code view} and {@code shell}, as a page does
 * @param view record of ready strings, URLs and lists
 * @param order small numbers stand first
 */
public record OrderPanel(Place place, int order, String template, Object view) {

    /** Where it stands: broad, below the lines, or narrow, beside them. */
    public enum Place {
        MAIN,
        ASIDE
    }
}
