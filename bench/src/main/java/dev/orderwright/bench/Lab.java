package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** Where scenarios are run: a program of its own, its database, and the way to drive and to measure them. */
final class Lab implements AutoCloseable {

    private static final String JSON = "application/json";

    private final Options options;
    private final Subject subject;
    private final Api api;
    private final Connection database;
    private final Consumer<String> progress;
    private final Set<String> prepared = new HashSet<>();
    private int loads;

    Lab(Options options, Subject subject, Consumer<String> progress) {
        this.options = options;
        this.subject = subject;
        this.progress = progress;
        this.api = new Api(subject.port(), subject.key());
        this.database = subject.database();
        sql("create extension if not exists pg_stat_statements");
    }

    Options options() {
        return options;
    }

    Subject subject() {
        return subject;
    }

    Api api() {
        return api;
    }

    void say(String what) {
        progress.accept(what);
    }

    /** Articles with stock at every node, made at the first call. */
    void goods(String prefix, int articles, int nodes, long units) {
        if (prepared.add("nodes " + nodes)) {
            Goods.nodes(api, 1, nodes);
        }
        if (prepared.add(prefix)) {
            say(articles + " articles " + prefix + " at " + nodes + " nodes");
            Goods.items(api, prefix, articles, 1, nodes, units);
        }
    }

    /** Articles that lie at one node and nowhere else, made at the first call. */
    void warehouse(int node, String prefix, int articles) {
        if (prepared.add(prefix)) {
            say(articles + " articles " + prefix + " at a node of their own");
            Goods.nodes(api, node, node);
            Goods.items(api, prefix, articles, node, node, Goods.PLENTY);
        }
    }

    /** Orders that no other load of this lab has sent. */
    OrderTexts orders(String prefix, int articles, int lines) {
        return new OrderTexts(nextRun(), prefix, articles, lines, new SplittableRandom(options.seed() + loads));
    }

    /** The same, of the many kinds that there are. */
    ZipfTexts zipf(String prefix, int articles, int accounts) {
        return new ZipfTexts(nextRun(), prefix, articles, accounts, new SplittableRandom(options.seed() + loads));
    }

    private String nextRun() {
        return Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.currentTimeMillis(), 36) + "-"
                + ++loads;
    }

    /** Each request places one order. */
    Load.Requests placing(OrderTexts texts) {
        return () -> {
            byte[] body = texts.next();
            return api.bytes("/api/v1/orders", JSON, texts.key(), body);
        };
    }

    /** One measurement. */
    record Measured(Load.Seen seen, Meters cost) {}

    /** Buyers who each wait for their answer before they ask again: warm-up, then all runs. */
    List<Measured> closed(int buyers, Load.Requests requests) {
        try (Load load = new Load(subject.port(), buyers, requests, Load.Answers.NONE)) {
            say("warming up for " + options.warmUp().toSeconds() + " s");
            load.closed(options.warmUp(), Long.MAX_VALUE);
            analyze();
            List<Measured> runs = new ArrayList<>();
            for (int run = 1; run <= options.runs(); run++) {
                say("run " + run + " of " + options.runs());
                runs.add(measured(() -> load.closed(options.measured(), Long.MAX_VALUE)));
            }
            return runs;
        }
    }

    /** What has been spent so far. */
    Meters meters() {
        return Meters.read(subject, database);
    }

    /** What something costs. */
    Measured measured(Supplier<Load.Seen> work) {
        Meters before = meters();
        Load.Seen seen = work.get();
        return new Measured(seen, meters().since(before));
    }

    /** Figures of load that every scenario tells alike; {@code per} is how many things one good answer stands for. */
    Result told(Result result, String things, List<Measured> runs, double per) {
        Function<ToDoubleFunction<Measured>, List<Double>> each =
                figure -> runs.stream().mapToDouble(figure).boxed().toList();
        result.figure(things + "/s", things, each.apply(run -> run.seen().goodPerSecond() * per));
        result.figure("p50 ms", "ms", each.apply(run -> run.seen().millis(50)));
        result.figure("p99 ms", "ms", each.apply(run -> run.seen().millis(99)));
        result.figure("p99.9 ms", "ms", each.apply(run -> run.seen().millis(99.9)));
        result.figure("refused", "answers", each.apply(run ->
                (double) (run.seen().answers() - run.seen().good())));
        result.figure(
                "program µs", "µs", each.apply(run -> micros(run, run.cost().programCpu(), per)));
        result.figure(
                "database µs", "µs", each.apply(run -> micros(run, run.cost().databaseCpu(), per)));
        result.figure("load µs", "µs", each.apply(run -> micros(run, run.cost().loadCpu(), per)));
        result.figure(
                "transactions",
                "",
                each.apply(run -> run.cost().transactions() / (run.seen().good() * per)));
        result.figure(
                "statements",
                "",
                each.apply(run -> run.cost().statements() / (run.seen().good() * per)));
        result.figure(
                "WAL bytes",
                "bytes",
                each.apply(run -> run.cost().walBytes() / (run.seen().good() * per)));
        return result.figure("memory MB", "MB", Meters.residentMegabytes(subject.pid()));
    }

    private static double micros(Measured run, double seconds, double per) {
        return seconds * 1e6 / (run.seen().good() * per);
    }

    /** An empty or a fast growing table has no statistics yet, and its plans would measure that. */
    void analyze() {
        sql("analyze orders.sales_order, orders.order_line, orders.slice, shared.fact, shared.command, inventory.stock,"
                + " inventory.move, billing.payment, billing.payment_transaction");
    }

    void sql(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until a question to the database is answered by yes. */
    void await(String question) {
        try (Statement statement = database.createStatement()) {
            for (int ask = 0; ask < 60_000; ask++) {
                try (ResultSet row = statement.executeQuery(question)) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return;
                    }
                }
                Thread.sleep(10);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(question, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("it did not come: " + question);
    }

    /** Waits until search and milestones have followed all that has happened. */
    void awaitFollowers() {
        await("select bool_and((p.tx, p.fact_id) >= (f.tx::text::bigint, f.id)) from insight.projection p,"
                + " (select tx, id from shared.fact order by tx desc, id desc limit 1) f");
    }

    /** Asks the program to check its books, and fails when they do not balance: a fast wrong answer is worth nothing. */
    void requireBooksBalance() {
        say("checking the books");
        JsonNode report = api.get("/api/v1/books");
        if (!report.path("balanced").asBoolean(false)) {
            throw new IllegalStateException("the books do not balance: " + report);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            subject.close();
        }
    }
}
