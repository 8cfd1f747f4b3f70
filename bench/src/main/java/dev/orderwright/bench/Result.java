package dev.orderwright.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scenario has given: figures by name, each a median with the lowest and the highest, and the bars. */
final class Result {

    private final Scenario scenario;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    Result(Scenario scenario) {
        this.scenario = scenario;
    }

    /** A median over runs, with the lowest and the highest of them. */
    record Figure(double median, double lowest, double highest, String unit) {}

    /** What a figure must reach, or must not pass. */
    record Bar(String figure, boolean atLeast, double value) {}

    /** How something went, row by row; the cells are numbers and words. */
    record Table(String name, List<String> columns, List<List<Object>> rows) {}

    Scenario scenario() {
        return scenario;
    }

    Map<String, Figure> figures() {
        return figures;
    }

    List<Bar> bars() {
        return bars;
    }

    List<Table> tables() {
        return tables;
    }

    Result table(String name, List<String> columns, List<List<Object>> rows) {
        tables.add(new Table(name, columns, rows));
        return this;
    }

    Result figure(String name, String unit, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        figures.put(name, new Figure(median(sorted), sorted.getFirst(), sorted.getLast(), unit));
        return this;
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    Result figure(String name, String unit, double value) {
        return figure(name, unit, List.of(value));
    }

    Result atLeast(String figure, double value) {
        bars.add(new Bar(figure, true, value));
        return this;
    }

    Result atMost(String figure, double value) {
        bars.add(new Bar(figure, false, value));
        return this;
    }

    double value(String figure) {
        Figure found = figures.get(figure);
        if (found == null) {
            throw new IllegalArgumentException(scenario.name() + " has no figure " + figure);
        }
        return found.median();
    }

    boolean met(Bar bar) {
        double value = value(bar.figure());
        return bar.atLeast() ? value >= bar.value() : value <= bar.value();
    }
}
