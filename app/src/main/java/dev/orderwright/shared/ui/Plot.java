package dev.orderwright.shared.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * A small picture of numbers over days or steps: columns that stand above and hang below a line of zero, and a line of
 * its own. It is drawn by the server in percent of its place, so that it fits a desk and a phone alike.
 *
 * @param sentence what it shows, for those who do not see it
 * @param bars rectangles, each with what it says when one points at it
 * @param path the line, as points of an SVG polyline; empty when there is none
 * @param zero where the line of zero stands
 * @param scale labels from top to bottom
 * @param steps labels from left to right
 * @param columns how many columns there are; with as many labels each stands below its own
 * @param legend what the colours mean
 */
public record Plot(
        String sentence,
        List<Bar> bars,
        String path,
        String zero,
        List<String> scale,
        List<String> steps,
        int columns,
        List<Legend> legend) {

    private static final double SIZE = 100;
    private static final double GAP = 0.2;
    private static final int STEPS_MAX = 7;
    private static final double[] ROUND = {1, 2, 5, 10};

    /** @param url the rows behind it, empty for none */
    public record Bar(String css, String x, String y, String width, String height, String title, String url) {}

    /** One colour and its meaning. */
    public record Legend(String css, String text) {}

    /**
     * Numbers of one day or step.
     *
     * @param line where the line stands here
     */
    public record Column(String label, List<Part> parts, long line) {}

    /** A number in a column; below 0 it hangs down. */
    public record Part(String css, long value, String title, String url) {}

    /** Whether it can be clicked through, so that it is more than a picture. */
    public boolean hasLinks() {
        return bars.stream().anyMatch(bar -> !bar.url().isEmpty());
    }

    /** @param withLine whether the columns' lines are drawn */
    public static Plot of(
            String sentence, List<Column> columns, boolean withLine, List<Legend> legend, LongFunction<String> text) {
        long top = 0;
        long bottom = 0;
        for (Column column : columns) {
            top = Math.max(top, Math.max(sum(column, true), withLine ? column.line() : 0));
            bottom = Math.min(bottom, Math.min(sum(column, false), withLine ? column.line() : 0));
        }
        double step = step(Math.max(1, top - bottom));
        double high = Math.ceil(top / step) * step;
        double low = Math.floor(bottom / step) * step;
        Scale scale = new Scale(low, high <= low ? low + step : high);
        List<String> labels = new ArrayList<>();
        for (double value = scale.high; value > scale.low - step / 2; value -= step) {
            labels.add(text.apply(Math.round(value)));
        }
        return new Plot(
                sentence,
                bars(columns, scale),
                withLine ? path(columns, scale) : "",
                number(scale.y(0)),
                labels,
                steps(columns),
                columns.size(),
                legend);
    }

    private record Scale(double low, double high) {
        double y(double value) {
            return SIZE - (value - low) * SIZE / (high - low);
        }
    }

    private static long sum(Column column, boolean above) {
        return column.parts().stream()
                .mapToLong(Part::value)
                .filter(value -> above == value > 0)
                .sum();
    }

    /** A round step, so that two to five of them make the height; never less than 1, as whole things are counted. */
    private static double step(long range) {
        double rough = range / 4.0;
        double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double round : ROUND) {
            if (round * magnitude >= rough) {
                return Math.max(1, round * magnitude);
            }
        }
        return Math.max(1, magnitude * SIZE);
    }

    private static List<Bar> bars(List<Column> columns, Scale scale) {
        List<Bar> bars = new ArrayList<>();
        double width = SIZE / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            long up = 0;
            long down = 0;
            for (Part part : columns.get(i).parts()) {
                long from = part.value() > 0 ? up : down;
                double y = scale.y(Math.max(from, from + part.value()));
                double height = Math.abs(scale.y(from) - scale.y(from + part.value()));
                up += Math.max(0, part.value());
                down += Math.min(0, part.value());
                bars.add(new Bar(
                        part.css(),
                        number((i + GAP / 2) * width),
                        number(y),
                        number(width * (1 - GAP)),
                        number(height),
                        part.title(),
                        part.url()));
            }
        }
        return bars.stream().filter(bar -> !bar.height().equals("0.000")).toList();
    }

    /** What stands at the end of a day stands until the next: a stair, not a slope. */
    private static String path(List<Column> columns, Scale scale) {
        StringBuilder points = new StringBuilder();
        double width = SIZE / columns.size();
        for (int i = 0; i < columns.size(); i++) {
            String y = number(scale.y(columns.get(i).line()));
            points.append(number(i * width)).append(',').append(y).append(' ');
            points.append(number((i + 1) * width)).append(',').append(y).append(' ');
        }
        return points.toString().strip();
    }

    private static List<String> steps(List<Column> columns) {
        int every = Math.max(1, (columns.size() + STEPS_MAX - 1) / STEPS_MAX);
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < columns.size(); i += every) {
            steps.add(columns.get(i).label());
        }
        return steps;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
