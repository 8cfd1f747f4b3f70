package dev.orderwright.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How the cost grows with what is in an order. Kinds of orders are sent in short turns, each time in another order, and with
 * about as many lines per request: so that the machine's mood hits all alike. A turn is over when the search and all else
 * that follows has caught up, so what an order costs later is counted with it.
 *
 * @param against the kind of which each larger one may cost at most a tenth more per line, turn by turn
 */
record Growth(String name, String what, List<Kind> kinds, Kind against) implements Scenario {

    private static final int ARTICLES = 1_000;
    private static final int CHANNELS = 2;
    private static final int LINES_PER_REQUEST = 1_000;
    private static final int ORDERS_PER_REQUEST = 500;
    /** So many turns in the time of a measurement. */
    private static final int TURNS = 4;

    private static final double GROWTH_MAX = 1.1;

    /** Orders that are alike. */
    record Kind(String name, int lines, int units) {

        int orders() {
            return Math.min(ORDERS_PER_REQUEST, LINES_PER_REQUEST / lines);
        }

        double linesPerRequest() {
            return (double) orders() * lines;
        }

        boolean isLargerThan(Kind other) {
            return (long) lines * units > (long) other.lines * other.units;
        }
    }

    static Growth lines() {
        Kind three = new Kind("3 lines", 3, 1);
        return new Growth(
                "lines",
                "orders of 1, 3, 50 and 1,000 lines in turns, some 1,000 lines per request",
                List.of(
                        new Kind("1 line", 1, 1),
                        three,
                        new Kind("50 lines", 50, 1),
                        new Kind("1,000 lines", 1_000, 1)),
                three);
    }

    static Growth units() {
        Kind single = new Kind("1 unit", 3, 1);
        return new Growth(
                "units",
                "orders of 3 lines of 1 and of 1,000 units in turns, some 1,000 lines per request",
                List.of(single, new Kind("1,000 units", 3, 1_000)),
                single);
    }

    /** What a turn has cost. */
    private record Turn(double programMicros, double databaseMicros, double linesPerSecond, double p50) {

        double micros() {
            return programMicros + databaseMicros;
        }
    }

    /** The orders of a kind that are sent, and what was seen of them. */
    private record Series(Kind kind, Load.Requests requests, List<Turn> turns) {

        static Series of(Lab lab, Kind kind) {
            OrderTexts texts = lab.orders("B", ARTICLES, kind.lines()).ofUnits(kind.units());
            return new Series(
                    kind,
                    () -> {
                        byte[] body = texts.next(kind.orders());
                        return lab.api().bytes("/api/v1/orders", "application/x-ndjson", texts.key(), body);
                    },
                    new ArrayList<>());
        }

        Turn turn(Lab lab, Duration duration) {
            Lab.Measured measured = lab.measured(() -> {
                Load.Seen seen;
                try (Load load = new Load(lab.subject().port(), CHANNELS, requests, Load.Answers.NONE)) {
                    seen = load.closed(duration, Long.MAX_VALUE);
                }
                lab.awaitFollowers();
                return seen;
            });
            Load.Seen seen = measured.seen();
            if (seen.good() < seen.answers()) {
                throw new IllegalStateException(kind.name() + ": not all was placed: " + seen.byStatus());
            }
            double lines = seen.good() * kind.linesPerRequest();
            return new Turn(
                    measured.cost().programCpu() * 1e6 / lines,
                    measured.cost().databaseCpu() * 1e6 / lines,
                    lines / seen.seconds(),
                    seen.millis(50));
        }

        List<Double> each(ToDoubleFunction<Turn> figure) {
            return turns.stream().mapToDouble(figure).boxed().toList();
        }

        /** Turn by turn, because those were close in time. */
        List<Double> times(Series other) {
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < turns.size(); i++) {
                times.add(turns.get(i).micros() / other.turns.get(i).micros());
            }
            return times;
        }
    }

    @Override
    public Result run(Lab lab) {
        lab.goods("B", ARTICLES, 2, Goods.PLENTY);
        List<Series> all = kinds.stream().map(kind -> Series.of(lab, kind)).toList();
        Duration warmUp = lab.options().warmUp();
        lab.say("warming up for " + warmUp.toSeconds() + " s");
        for (int turn = 0; turn < TURNS && warmUp.isPositive(); turn++) {
            for (Series series : all) {
                series.turn(lab, warmUp.dividedBy((long) kinds.size() * TURNS));
            }
        }
        lab.analyze();
        List<Series> order = new ArrayList<>(all);
        Random random = new Random(lab.options().seed());
        for (int run = 1; run <= lab.options().runs(); run++) {
            lab.say("run " + run + " of " + lab.options().runs());
            for (int turn = 0; turn < TURNS; turn++) {
                Collections.shuffle(order, random);
                for (Series series : order) {
                    series.turns().add(series.turn(lab, lab.options().measured().dividedBy(TURNS)));
                }
            }
        }
        return tell(all);
    }

    private Result tell(List<Series> all) {
        Result result = new Result(this);
        for (Series series : all) {
            String name = series.kind().name();
            result.figure(name + ": lines/s", "lines", series.each(Turn::linesPerSecond));
            result.figure(name + ": request p50 ms", "ms", series.each(Turn::p50));
            result.figure(name + ": program µs a line", "µs", series.each(Turn::programMicros));
            result.figure(name + ": database µs a line", "µs", series.each(Turn::databaseMicros));
            result.figure(name + ": µs a line", "µs", series.each(Turn::micros));
        }
        Series base = all.get(kinds.indexOf(against));
        for (Series series : all) {
            String times = series.kind().name() + ": times " + against.name();
            if (series != base) {
                result.figure(times, "×", series.times(base));
            }
            if (series.kind().isLargerThan(against)) {
                result.atMost(times, GROWTH_MAX);
            }
        }
        return result;
    }
}
