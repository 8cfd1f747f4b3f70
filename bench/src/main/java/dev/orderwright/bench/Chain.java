package dev.orderwright.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Orders go the whole way to the money, by the calls of a shop, a warehouse system and a carrier, many at a time. */
record Chain() implements Scenario {

    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;
    private static final int SET = 500;
    private static final int SETS = 5;
    private static final int NODES = 2;
    private static final long PLENTY = 100_000_000;

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
        String prefix = "CH" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        lab.goods(prefix, 1, NODES, 0);
        for (int node = 1; node <= NODES; node++) {
            lab.goods(prefix + node, ARTICLES, NODES, 0);
            for (int from = 1; from <= ARTICLES; from += SET) {
                Goods.receive(lab.api(), prefix + node, from, from + SET - 1, Goods.node(node), PLENTY);
            }
        }
        long warmUntil = System.nanoTime() + lab.options().warmUp().toNanos();
        lab.say("warming up for " + lab.options().warmUp().toSeconds() + " s");
        do {
            once(lab, prefix, 1);
        } while (System.nanoTime() < warmUntil);
        lab.analyze();
        List<Double> perSecond = new ArrayList<>();
        Map<String, List<Double>> stages = new TreeMap<>();
        for (int run = 1; run <= lab.options().runs(); run++) {
            lab.say("run " + run + " of " + lab.options().runs());
            long begun = System.nanoTime();
            Map<String, Double> seconds = once(lab, prefix, SETS);
            double all = (System.nanoTime() - begun) / 1e9;
            perSecond.add(NODES * SETS * SET * LINES / all);
            seconds.forEach((stage, value) ->
                    stages.computeIfAbsent(stage, s -> new ArrayList<>()).add(value / NODES / all * 100));
        }
        Result result = new Result(this).figure("lines/s", "lines", perSecond);
        stages.forEach((stage, shares) -> result.figure(stage + " %", "%", shares));
        return result.atLeast("lines/s", 4_000);
    }

    /** Every node at once; returns what the stages took, in seconds over all nodes. */
    private static Map<String, Double> once(Lab lab, String prefix, int sets) {
        Map<String, Double> seconds = new TreeMap<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            List<Future<NodeDay>> days = new ArrayList<>();
            for (int node = 1; node <= NODES; node++) {
                NodeDay day = new NodeDay(lab.api(), Goods.node(node), lab.orders(prefix + node, ARTICLES, LINES));
                days.add(nodes.submit(() -> day.work(sets)));
            }
            for (Future<NodeDay> day : days) {
                day.get().seconds.forEach((stage, value) -> seconds.merge(stage, value, Double::sum));
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

    /** One warehouse's day: what its orders ask for leaves the house. */
    private static final class NodeDay {

        private final Map<String, Double> seconds = new TreeMap<>();
        private final Api api;
        private final String node;
        private final OrderTexts texts;

        NodeDay(Api api, String node, OrderTexts texts) {
            this.api = api;
            this.node = node;
            this.texts = texts;
        }

        NodeDay work(int sets) {
            for (int set = 0; set < sets; set++) {
                timed("place", () -> api.lines("/api/v1/orders", texts.next(SET)));
                List<String> works = timed("release", this::release);
                timed("accept", () -> api.post("/api/v1/fulfilment-orders/accept", Map.of("fulfilmentOrders", works)));
                timed(
                        "start",
                        () -> api.post("/api/v1/fulfilment-orders/start-pick", Map.of("fulfilmentOrders", works)));
                List<Walk> walks = timed("lists", this::lists);
                timed("pick", () -> pick(walks));
                List<String> packages = timed("pack", () -> pack(walks));
                List<String> labels = timed("label", () -> label(packages));
                timed("ship", () -> api.post("/api/v1/hand-overs", Map.of("packages", packages)));
                timed("deliver", () -> deliver(labels));
            }
            return this;
        }

        private <T> T timed(String stage, Supplier<T> work) {
            long begun = System.nanoTime();
            T result = work.get();
            seconds.merge(stage, (System.nanoTime() - begun) / 1e9, Double::sum);
            return result;
        }

        private List<String> release() {
            List<String> works = new ArrayList<>();
            while (works.size() < SET) {
                JsonNode released = api.post("/api/v1/releases?node=" + node, Map.of("limit", SET));
                released.path("released")
                        .forEach(one -> works.add(one.path("number").asString()));
            }
            return works;
        }

        /** What is to be taken where, for one fulfilment order. */
        private record Walk(String work, List<Map<String, Object>> picks) {}

        private List<Walk> lists() {
            List<Walk> walks = new ArrayList<>();
            JsonNode page = api.get("/api/v1/fulfilment-orders/pick-lists?list=IN_PICKING&limit=500&node=" + node);
            for (JsonNode list : page.path("items")) {
                List<Map<String, Object>> picks = new ArrayList<>();
                for (JsonNode stop : list.path("stops")) {
                    picks.add(Map.of(
                            "code", stop.path("sku").asString(),
                            "bin", stop.path("bin").asString(),
                            "quantity", stop.path("open").decimalValue()));
                }
                walks.add(new Walk(list.path("number").asString(), picks));
            }
            return walks;
        }

        private JsonNode pick(List<Walk> walks) {
            List<Object> lists = new ArrayList<>();
            walks.forEach(walk -> lists.add(Map.of("fulfilmentOrder", walk.work(), "picks", walk.picks())));
            return all(api.post("/api/v1/fulfilment-orders/picks", Map.of("lists", lists)));
        }

        private List<String> pack(List<Walk> walks) {
            List<Object> packs = new ArrayList<>();
            for (Walk walk : walks) {
                List<Map<String, Object>> contents = walk.picks().stream()
                        .map(pick -> {
                            Map<String, Object> content = new HashMap<>(pick);
                            content.remove("bin");
                            return content;
                        })
                        .toList();
                packs.add(Map.of("fulfilmentOrder", walk.work(), "boxes", List.of(Map.of("contents", contents))));
            }
            return each(all(api.post("/api/v1/packages/pack", Map.of("packs", packs))), "number");
        }

        private List<String> label(List<String> packages) {
            return each(all(api.post("/api/v1/labels", Map.of("packages", packages))), "trackingNumber");
        }

        private JsonNode deliver(List<String> labels) {
            String now = Instant.ofEpochMilli(System.currentTimeMillis()).toString();
            List<Object> events = new ArrayList<>();
            for (String label : labels) {
                events.add(Map.of(
                        "carrier",
                        "OWN",
                        "trackingNumber",
                        label,
                        "eventId",
                        "d-" + label,
                        "code",
                        "DELIVERED",
                        "at",
                        now));
            }
            return api.post("/api/v1/tracking-events", Map.of("events", events));
        }

        private static JsonNode all(JsonNode answer) {
            if (answer.path("refused").asInt() > 0) {
                throw new IllegalStateException("not all was done: " + answer);
            }
            return answer;
        }

        private static List<String> each(JsonNode answer, String field) {
            List<String> values = new ArrayList<>();
            for (JsonNode result : answer.path("results")) {
                result.path("packages")
                        .forEach(one -> values.add(one.path(field).asString()));
            }
            return values;
        }
    }
}
