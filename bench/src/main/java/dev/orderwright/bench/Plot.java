package dev.orderwright.bench;

import dev.orderwright.bench.Result.Figure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Throughput by scenario, with the spread of the runs and the plain SQL beside it, as a picture. */
final class Plot {

    private static final int LEFT = 150;
    private static final int WIDTH = 900;
    private static final int ROW = 46;
    private static final int BAR = 16;

    private Plot() {}

    static String svg(List<Result> results) {
        List<Result> told = results.stream().filter(r -> throughput(r) != null).toList();
        double most = told.stream()
                .mapToDouble(r ->
                        Math.max(highest(throughput(r)), highest(r.figures().get("plain SQL orders/s"))))
                .max()
                .orElse(1);
        double scale = (WIDTH - LEFT - 160) / most;
        StringBuilder svg = new StringBuilder();
        int height = 60 + told.size() * ROW;
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\">",
                WIDTH,
                height);
        line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, height);
        line(
                svg,
                "<text x=\"12\" y=\"24\" font-size=\"15\" fill=\"#1d2433\">Per second, median and spread of the runs;"
                        + " grey: the same rows by plain SQL</text>");
        for (int i = 0; i < told.size(); i++) {
            row(svg, told.get(i), 44 + i * ROW, scale);
        }
        return svg.append("</svg>\n").toString();
    }

    private static void row(StringBuilder svg, Result result, int y, double scale) {
        line(
                svg,
                "<text x=\"12\" y=\"%d\" font-size=\"13\" fill=\"#1d2433\">%s</text>",
                y + 13,
                result.scenario().name());
        bar(svg, throughput(result), y, scale, "#2f6fed");
        bar(svg, result.figures().get("plain SQL orders/s"), y + BAR + 3, scale, "#a7afbd");
    }

    private static void bar(StringBuilder svg, @Nullable Figure figure, int y, double scale, String colour) {
        if (figure == null) {
            return;
        }
        double width = figure.median() * scale;
        line(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\" fill=\"%s\"/>",
                LEFT,
                y,
                width,
                BAR,
                colour);
        line(
                svg,
                "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#1d2433\"/>",
                LEFT + figure.lowest() * scale,
                y + BAR / 2,
                LEFT + figure.highest() * scale,
                y + BAR / 2);
        line(
                svg,
                "<text x=\"%.1f\" y=\"%d\" font-size=\"12\" fill=\"#1d2433\">%s</text>",
                LEFT + Math.max(width, figure.highest() * scale) + 8,
                y + 13,
                Report.number(figure.median()));
    }

    private static @Nullable Figure throughput(Result result) {
        return result.figures().entrySet().stream()
                .filter(entry ->
                        entry.getKey().endsWith("/s") && !entry.getKey().startsWith("plain"))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static double highest(@Nullable Figure figure) {
        return figure == null ? 0 : figure.highest();
    }

    private static void line(StringBuilder svg, String pattern, Object... values) {
        svg.append(String.format(Locale.ROOT, pattern, values)).append('\n');
    }
}
