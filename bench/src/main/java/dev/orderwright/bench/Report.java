package dev.orderwright.bench;

import dev.orderwright.bench.Result.Bar;
import dev.orderwright.bench.Result.Figure;
import dev.orderwright.bench.Result.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as people read them, and as programs do. */
final class Report {

    private Report() {}

    /** What it ran on. */
    static String machine(double idleMegabytes) {
        return Runtime.getRuntime().availableProcessors() + " processors for program, database and load; "
                + number(idleMegabytes) + " MB resident after the start";
    }

    /** The figures of a scenario. */
    static String text(Result result) {
        StringBuilder text = new StringBuilder(result.scenario().name());
        text.append(": ").append(result.scenario().what());
        int width = result.figures().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        String row = "%n  %-" + Math.max(20, width) + "s %12s";
        result.figures().forEach((name, figure) -> {
            text.append(String.format(Locale.ROOT, row, name, number(figure.median())));
            if (figure.lowest() != figure.highest()) {
                text.append("   (").append(number(figure.lowest())).append(" to ");
                text.append(number(figure.highest())).append(')');
            }
        });
        result.tables().forEach(table -> text.append(String.format("%n")).append(table(table)));
        return text.toString();
    }

    private static String table(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns());
        for (List<Object> cells : table.rows()) {
            rows.add(cells.stream()
                    .map(cell -> cell instanceof Number value ? number(value.doubleValue()) : cell.toString())
                    .toList());
        }
        StringBuilder text = new StringBuilder("  ").append(table.name());
        for (List<String> row : rows) {
            text.append(String.format("%n "));
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width =
                        rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
                text.append(String.format(
                        Locale.ROOT, column == 0 ? " %-" + width + "s" : "  %" + width + "s", row.get(at)));
            }
        }
        return text.toString();
    }

    /** A bar with its figure. */
    static String bar(Result result, Bar bar) {
        return String.format(
                Locale.ROOT,
                "  %-6s %s %s: %s, %s %s",
                result.met(bar) ? "met" : "MISSED",
                result.scenario().name(),
                bar.figure(),
                number(result.value(bar.figure())),
                bar.atLeast() ? "at least" : "at most",
                number(bar.value()));
    }

    /** Three digits that count. */
    static String number(double value) {
        double size = Math.abs(value);
        String pattern =
                size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, pattern, value);
    }

    /** Everything, for programs. */
    static String json(Options options, List<Result> results) {
        List<Map<String, Object>> scenarios = new ArrayList<>();
        for (Result result : results) {
            Map<String, Object> figures = new LinkedHashMap<>();
            result.figures().forEach((name, figure) -> figures.put(name, figure(figure)));
            List<Map<String, Object>> bars = result.bars().stream()
                    .map(bar -> Map.<String, Object>of(
                            "figure",
                            bar.figure(),
                            bar.atLeast() ? "atLeast" : "atMost",
                            bar.value(),
                            "met",
                            result.met(bar)))
                    .toList();
            Map<String, Object> scenario = new LinkedHashMap<>();
            scenario.put("name", result.scenario().name());
            scenario.put("what", result.scenario().what());
            scenario.put("figures", figures);
            scenario.put("bars", bars);
            if (!result.tables().isEmpty()) {
                scenario.put("tables", result.tables());
            }
            scenarios.add(scenario);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("runs", options.runs());
        report.put("secondsPerRun", options.measured().toMillis() / 1_000.0);
        report.put("warmUpSeconds", options.warmUp().toSeconds());
        report.put("seed", options.seed());
        report.put("stored", options.stored());
        report.put("scenarios", scenarios);
        return Api.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }

    private static Map<String, Object> figure(Figure figure) {
        return Map.of(
                "median",
                figure.median(),
                "lowest",
                figure.lowest(),
                "highest",
                figure.highest(),
                "unit",
                figure.unit());
    }
}
