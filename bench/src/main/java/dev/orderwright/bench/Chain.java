package dev.orderwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Orders go the whole way to the money, by the calls of a shop, a warehouse system and a carrier, many at a time. */
record Chain() implements Scenario {

    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;
    private static final int SET = 500;
    private static final int SETS = 5;
    private static final int NODES = 2;
    private static final int FIRST_NODE = 21;
    private static final double RUN_LINES = (double) NODES * SETS * SET * LINES;

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String what() {
        return "orders of 3 lines are placed, released, picked, packed, shipped, delivered, invoiced and paid at 2 nodes";
    }

    @Override
    public Result run(Lab lab) {
        long warmUntil = System.nanoTime() + lab.options().warmUp().toNanos();
        lab.say("warming up for " + lab.options().warmUp().toSeconds() + " s");
        do {
            once(lab, 1);
        } while (System.nanoTime() < warmUntil);
        lab.analyze();
        List<Double> perSecond = new ArrayList<>();
        List<Double> program = new ArrayList<>();
        List<Double> database = new ArrayList<>();
        Map<String, List<Double>> stages = new TreeMap<>();
        for (int run = 1; run <= lab.options().runs(); run++) {
            lab.say("run " + run + " of " + lab.options().runs());
            long begun = System.nanoTime();
            Meters before = lab.meters();
            Map<String, Double> seconds = once(lab, SETS);
            double all = (System.nanoTime() - begun) / 1e9;
            Meters cost = lab.meters().since(before);
            program.add(cost.programCpu() * 1e6 / RUN_LINES);
            database.add(cost.databaseCpu() * 1e6 / RUN_LINES);
            perSecond.add(RUN_LINES / all);
            seconds.forEach((stage, value) ->
                    stages.computeIfAbsent(stage, s -> new ArrayList<>()).add(value / NODES / all * 100));
        }
        Result result = new Result(this)
                .figure("lines/s", "lines", perSecond)
                .figure("program µs", "µs", program)
                .figure("database µs", "µs", database);
        stages.forEach((stage, shares) -> result.figure(stage + " %", "%", shares));
        return result.atLeast("lines/s", 4_000);
    }

    /** Every node at once; returns what the stages took, in seconds over all nodes. */
    private static Map<String, Double> once(Lab lab, int sets) {
        Map<String, Double> seconds = new TreeMap<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            List<Future<Warehouse>> days = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                Warehouse day = Warehouse.open(lab, FIRST_NODE + node, ARTICLES, LINES);
                days.add(nodes.submit(() -> day.work(sets, SET)));
            }
            for (Future<Warehouse> day : days) {
                day.get().seconds().forEach((stage, value) -> seconds.merge(stage, value, Double::sum));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the chain broke: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        long begun = System.nanoTime();
        lab.await("select not exists (select from billing.payment_transaction where state in ('PENDING', 'UNKNOWN'))");
        lab.await("select not exists (select from billing.invoice where state in ('ISSUED', 'PARTLY_PAID'))");
        seconds.put("paid", (System.nanoTime() - begun) / 1e9 * NODES);
        return seconds;
    }
}
