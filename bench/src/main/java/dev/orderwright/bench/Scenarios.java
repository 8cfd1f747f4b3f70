package dev.orderwright.bench;

import dev.orderwright.bench.sourcing.SourcingJudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Everything that can be measured. */
final class Scenarios {

    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;

    /** What is measured when nothing is named. */
    static final List<Scenario> ALL = List.of(
            new Place("place", 32, 5_000, 6.0, 50, 1.5),
            new Place("place-wide", 256, 7_000, 0, 120, 0),
            new Place("one", 1, 0, 2, 12, 0),
            new Hot("hot", 32, 6_000, 3.0),
            new Hot("hot-wide", 256, 9_000, 0),
            new HalfInStock(),
            new Bulk(),
            new Availability(),
            new Zipf(),
            new Chain(),
            new Edit(),
            new CancelStorm(),
            new Backorder(),
            new Overload(),
            new Reads(),
            Growth.lines(),
            Growth.units(),
            new Sourcing(SourcingJudge.Sizes.FULL));

    /** What takes long is measured only when it is named. */
    private static final List<Scenario> LONG = List.of(new Soak(), new BulkMillion());

    private Scenarios() {}

    /** Everything that can be named. */
    static Stream<Scenario> named() {
        return Stream.concat(ALL.stream(), LONG.stream());
    }

    /**
     * Buyers place one order per request, three lines over a thousand articles at two nodes, paid.
     *
     * @param perSecond the bar; 0 for none, and so for the others
     * @param ratio of the hand-written SQL with one transaction per order, at the same number of clients
     */
    record Place(String name, int buyers, double perSecond, double p50, double p99, double ratio) implements Scenario {

        @Override
        public String what() {
            return buyers + (buyers == 1 ? " buyer places" : " buyers place")
                    + " orders of 3 lines over 1,000 articles, one per request";
        }

        @Override
        public Result run(Lab lab) {
            lab.goods("B", ARTICLES, 2, Goods.PLENTY);
            List<Lab.Measured> runs = lab.closed(buyers, lab.placing(lab.orders("B", ARTICLES, LINES)));
            Result result = lab.told(new Result(this), "orders", runs, 1);
            if (perSecond > 0) {
                result.atLeast("orders/s", perSecond);
            }
            if (p50 > 0) {
                result.atMost("p50 ms", p50);
            }
            result.atMost("p99 ms", p99).atMost("refused", 0);
            if (ratio > 0) {
                compareOneByOne(lab, result, buyers, ARTICLES, LINES, ratio);
            }
            return result;
        }
    }

    private static void compareOneByOne(Lab lab, Result result, int clients, int articles, int lines, double bar) {
        compare(lab, result, articles, bar, (bare, duration) -> bare.oneByOne(clients, lines, articles, duration));
    }

    /** Writes the same rows by plain SQL, and tells how many times as much the program did. */
    private static void compare(
            Lab lab, Result result, int articles, double bar, BiFunction<BareSql, Duration, BareSql.Written> way) {
        lab.say("the same rows by plain SQL");
        BareSql bare = new BareSql(lab.subject(), articles);
        bare.prepare();
        BareSql.Written warmUp = way.apply(bare, Duration.ofSeconds(3));
        lab.say("%,.0f orders/s while it warmed up".formatted(warmUp.perSecond()));
        List<Double> perSecond = new ArrayList<>();
        for (int run = 0; run < lab.options().runs(); run++) {
            perSecond.add(way.apply(bare, lab.options().measured()).perSecond());
        }
        result.figure("plain SQL orders/s", "orders", perSecond);
        result.figure("times plain SQL", "×", result.value("orders/s") / result.value("plain SQL orders/s"));
        result.atLeast("times plain SQL", bar);
    }

    /** Everybody wants the same article at one node, and there is enough. */
    record Hot(String name, int buyers, double perSecond, double ratio) implements Scenario {

        @Override
        public String what() {
            return buyers + " buyers want one and the same article";
        }

        @Override
        public Result run(Lab lab) {
            lab.goods("HOT", 1, 1, Goods.PLENTY);
            List<Lab.Measured> runs = lab.closed(buyers, lab.placing(lab.orders("HOT", 1, 1)));
            Result result = lab.told(new Result(this), "orders", runs, 1)
                    .atLeast("orders/s", perSecond)
                    .atMost("refused", 0);
            if (ratio > 0) {
                compareOneByOne(lab, result, buyers, 1, 1, ratio);
            }
            return result;
        }
    }

    /** Everybody wants the same article, and there is enough for half of them: the others are refused, and nobody waits. */
    record HalfInStock() implements Scenario {

        private static final int WANTED = 20_000;

        @Override
        public String name() {
            return "sold-out";
        }

        @Override
        public String what() {
            return "32 buyers want 20,000 of an article of which there are 10,000";
        }

        @Override
        public Result run(Lab lab) {
            String article = "HALF" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
            lab.goods(article, 1, 1, WANTED / 2);
            OrderTexts texts = lab.orders(article, 1, 1).refusedWhenShort();
            List<Integer> otherwise = new ArrayList<>();
            Load.Answers answers = (status, body) -> {
                boolean soldOut = status == 422
                        && java.nio.charset.StandardCharsets.UTF_8
                                .decode(body)
                                .toString()
                                .contains("\"out-of-stock\"");
                if (status != 201 && !soldOut) {
                    otherwise.add(status);
                }
            };
            Load.Seen seen;
            try (Load load = new Load(lab.subject().port(), 32, lab.placing(texts), answers)) {
                seen = load.closed(Duration.ofMinutes(10), WANTED);
            }
            return new Result(this)
                    .figure("answers/s", "answers", seen.answers() / seen.seconds())
                    .figure("sold", "orders", seen.good())
                    .figure("other errors", "answers", otherwise.size())
                    .atLeast("sold", WANTED / 2.0)
                    .atMost("sold", WANTED / 2.0)
                    .atMost("other errors", 0);
        }
    }

    /** Orders come in as a stream of lines. */
    record Bulk() implements Scenario {

        private static final int BATCH = 500;

        @Override
        public String name() {
            return "bulk";
        }

        @Override
        public String what() {
            return "2 channels send 500 orders of 3 lines per request";
        }

        @Override
        public Result run(Lab lab) {
            lab.goods("B", ARTICLES, 2, Goods.PLENTY);
            OrderTexts texts = lab.orders("B", ARTICLES, LINES);
            List<Lab.Measured> runs = lab.closed(2, () -> {
                byte[] body = texts.next(BATCH);
                return lab.api().bytes("/api/v1/orders", "application/x-ndjson", texts.key(), body);
            });
            Result result = lab.told(new Result(this), "orders", runs, BATCH)
                    .atLeast("orders/s", 12_000)
                    .atMost("refused", 0);
            compare(lab, result, ARTICLES, 0.5, (bare, duration) -> bare.batched(2, BATCH, LINES, ARTICLES, duration));
            return result;
        }
    }

    /** Shops ask what is available a hundred times for each order that is placed. */
    record Availability() implements Scenario {

        private static final int ITEMS = 100;
        // Two processors are busy with these already; more would only stand in line.
        private static final int SHOPS = 4;

        @Override
        public String name() {
            return "availability";
        }

        @Override
        public String what() {
            return SHOPS + " shops ask for 100 articles at all nodes with dates, 100 questions per order";
        }

        @Override
        public Result run(Lab lab) {
            lab.goods("B", ARTICLES, 2, Goods.PLENTY);
            OrderTexts texts = lab.orders("B", ARTICLES, LINES);
            Load.Requests orders = lab.placing(texts);
            int[] asked = {0};
            List<Lab.Measured> runs = lab.closed(SHOPS, () -> {
                if (++asked[0] % 101 == 0) {
                    return orders.next();
                }
                StringBuilder path = new StringBuilder("/api/v1/availability?country=GB&postcode=LS1+4AP&channel=web");
                for (int i = 0; i < ITEMS; i++) {
                    path.append("&sku=").append(Goods.sku("B", 1 + (asked[0] * 37 + i) % ARTICLES));
                }
                return lab.api().bytes(path.toString());
            });
            return lab.told(new Result(this), "answers", runs, 1)
                    .atLeast("answers/s", 1_000)
                    .atMost("p99 ms", 10)
                    .atMost("refused", 0);
        }
    }

    /** Goods come in for which ten thousand order lines have been waiting. */
    record Backorder() implements Scenario {

        private static final int WAITING = 10_000;
        private static final int PER_CALL = 500;

        @Override
        public String name() {
            return "backorder";
        }

        @Override
        public String what() {
            return "a receipt lets 10,000 waiting lines be reserved";
        }

        @Override
        public Result run(Lab lab) {
            List<Double> seconds = new ArrayList<>();
            for (int run = 1; run <= lab.options().runs(); run++) {
                lab.say("run " + run + " of " + lab.options().runs());
                seconds.add(once(lab));
            }
            Result result = new Result(this).figure("seconds", "s", seconds);
            return result.figure("lines/s", "lines", WAITING / result.value("seconds"))
                    .atMost("seconds", 1);
        }

        private static double once(Lab lab) {
            String article = "BACK" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
            lab.goods(article, 10, 2, 0);
            OrderTexts texts = lab.orders(article, 10, 1);
            try (Load load = new Load(
                    lab.subject().port(),
                    2,
                    () -> lab.api().bytes("/api/v1/orders", "application/x-ndjson", texts.key(), texts.next(PER_CALL)),
                    Load.Answers.NONE)) {
                load.closed(Duration.ofMinutes(10), WAITING / PER_CALL);
            }
            lab.analyze();
            lab.awaitFollowers();
            long begun = System.nanoTime();
            Goods.receive(lab.api(), article, 1, 10, Goods.node(1), WAITING);
            lab.await("select count(*) = 0 from orders.slice s join catalog.item i on i.id = s.item_id"
                    + " where s.state = 'BACKORDERED' and i.sku like '" + article + "-%'");
            return (System.nanoTime() - begun) / 1e9;
        }
    }
}
