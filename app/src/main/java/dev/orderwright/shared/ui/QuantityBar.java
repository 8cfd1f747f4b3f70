package dev.orderwright.shared.ui;

import dev.orderwright.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many units of a line are in which slice state, drawn as one stacked bar with its legend. */
public record QuantityBar(List<Part> parts) {

    private static final double WIDTH = 100;

    /**
     * Units in one state.
     *
     * @param state a slice state ({@code RESERVED}); decides the colour
     */
    public record Part(String state, long quantity) {

        /** As people read it: {@code Reserved}. */
        public String label() {
            return Texts.t("shared.units." + state);
        }

        public String css() {
            return "qty-" + state.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One rectangle of the drawing, in percent of the bar. */
    public record Segment(Part part, String x, String width) {}

    public QuantityBar {
        parts = parts.stream().filter(part -> part.quantity() > 0).toList();
    }

    public long total() {
        return parts.stream().mapToLong(Part::quantity).sum();
    }

    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        double total = total();
        long before = 0;
        for (Part part : parts) {
            segments.add(new Segment(part, percent(before * WIDTH / total), percent(part.quantity() * WIDTH / total)));
            before += part.quantity();
        }
        return segments;
    }

    /** The whole bar in one sentence, for screen readers: {@code 4 delivered, 3 packed}. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(part.quantity())
                    .append(' ')
                    .append(part.label().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
