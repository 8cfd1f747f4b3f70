package dev.orderwright.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A million orders come in at a stretch: what the program has in memory does not grow with them. */
record BulkMillion() implements Scenario {

    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;
    private static final int CHANNELS = 2;
    private static final int SET = 500;
    private static final int PARTS = 10;
    private static final double GROWTH_MAX = 1.1;

    @Override
    public String name() {
        return "bulk-million";
    }

    @Override
    public String what() {
        return "2 channels send a million orders of 3 lines, 500 per request: does the memory stay as it is?";
    }

    /** What was seen of a tenth of the orders. */
    private record Part(Lab.Measured measured, ProgramMemory memory) {

        double perSecond() {
            return measured.seen().goodPerSecond() * SET;
        }

        double p99() {
            return measured.seen().millis(99);
        }

        double refused() {
            return measured.seen().answers() - measured.seen().good();
        }

        double micros(double seconds) {
            return seconds * 1e6 / (measured.seen().good() * SET);
        }

        List<Object> row(int number) {
            return List.of(
                    number,
                    perSecond(),
                    p99(),
                    micros(measured.cost().programCpu()),
                    micros(measured.cost().databaseCpu()),
                    memory.residentMegabytes(),
                    memory.heapMegabytes());
        }
    }

    @Override
    public Result run(Lab lab) {
        lab.goods("B", ARTICLES, 2, Goods.PLENTY);
        OrderTexts texts = lab.orders("B", ARTICLES, LINES);
        Load.Requests sets = () -> {
            byte[] body = texts.next(SET);
            return lab.api().bytes("/api/v1/orders", "application/x-ndjson", texts.key(), body);
        };
        long perPart = Math.ceilDiv(lab.options().orders(), (long) PARTS * SET);
        List<Part> parts = new ArrayList<>();
        try (Load load = new Load(lab.subject().port(), CHANNELS, sets, Load.Answers.NONE)) {
            lab.say("warming up for " + lab.options().warmUp().toSeconds() + " s");
            load.closed(lab.options().warmUp(), Long.MAX_VALUE);
            lab.analyze();
            for (int part = 1; part <= PARTS; part++) {
                Lab.Measured measured = lab.measured(() -> load.closed(Duration.ofDays(1), perPart));
                parts.add(new Part(measured, ProgramMemory.of(lab.subject().pid())));
                lab.say("%,d orders, %,.0f a second; %,.0f MB, of which heap that is in use %,.0f MB"
                        .formatted(
                                part * perPart * SET,
                                parts.getLast().perSecond(),
                                parts.getLast().memory().residentMegabytes(),
                                parts.getLast().memory().heapMegabytes()));
            }
        }
        return tell(new Result(this), parts);
    }

    private static Result tell(Result result, List<Part> parts) {
        List<List<Object>> rows = new ArrayList<>();
        parts.forEach(part -> rows.add(part.row(rows.size() + 1)));
        return result.figure("orders/s", "orders", each(parts, Part::perSecond))
                .figure("memory MB", "MB", each(parts, part -> part.memory().residentMegabytes()))
                .figure("heap MB", "MB", each(parts, part -> part.memory().heapMegabytes()))
                .figure(
                        "memory, last to first tenth",
                        "×",
                        times(parts, part -> part.memory().residentMegabytes()))
                .figure(
                        "heap, last to first tenth",
                        "×",
                        times(parts, part -> part.memory().heapMegabytes()))
                .figure(
                        "refused",
                        "answers",
                        each(parts, Part::refused).stream().mapToDouble(d -> d).sum())
                .atMost("memory, last to first tenth", GROWTH_MAX)
                .atMost("heap, last to first tenth", GROWTH_MAX)
                .atMost("refused", 0)
                .table(
                        "tenths",
                        List.of("tenth", "orders/s", "p99 ms", "program µs", "database µs", "memory MB", "heap MB"),
                        rows);
    }

    private static List<Double> each(List<Part> parts, ToDoubleFunction<Part> figure) {
        return parts.stream().mapToDouble(figure).boxed().toList();
    }

    private static double times(List<Part> parts, ToDoubleFunction<Part> figure) {
        return figure.applyAsDouble(parts.getLast()) / figure.applyAsDouble(parts.getFirst());
    }
}
