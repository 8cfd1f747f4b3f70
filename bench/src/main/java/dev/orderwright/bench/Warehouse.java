package dev.orderwright.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** A warehouse system, and the shop and the carrier beside it: orders come in, and what they ask for leaves the house. */
final class Warehouse {

    private final Map<String, Double> seconds = new TreeMap<>();
    private final Api api;
    private final String node;
    private final OrderTexts texts;

    /** A warehouse of its own for these orders, with enough of everything. */
    static Warehouse open(Lab lab, int number, int articles, int lines) {
        lab.warehouse(number, prefix(number), articles);
        return new Warehouse(lab.api(), Goods.node(number), lab.orders(prefix(number), articles, lines));
    }

    /** What begins the numbers of the articles that lie in a warehouse of its own. */
    static String prefix(int number) {
        return "W" + number;
    }

    private Warehouse(Api api, String node, OrderTexts texts) {
        this.api = api;
        this.node = node;
        this.texts = texts;
    }

    /** Takes so many sets of so many orders the whole way. */
    Warehouse work(int sets, int size) {
        for (int set = 0; set < sets; set++) {
            timed("place", () -> place(size));
            List<String> works = timed("release", () -> release(size));
            timed("accept", () -> accept(works));
            timed("start", () -> start(works));
            List<Walk> walks = timed("lists", this::lists);
            timed("pick", () -> pick(walks));
            List<String> packages = timed("pack", () -> pack(walks));
            List<String> labels = timed("label", () -> label(packages));
            timed("ship", () -> ship(packages));
            timed("deliver", () -> deliver(labels));
        }
        return this;
    }

    /** Takes what waits at the node the whole way, at most so many; returns how many fulfilment orders these were. */
    int pass(int most) {
        JsonNode released = api.post("/api/v1/releases?node=" + node, Map.of("limit", most));
        List<String> works = new ArrayList<>();
        released.path("released").forEach(one -> works.add(one.path("number").asString()));
        if (!works.isEmpty()) {
            accept(works);
            start(works);
            List<Walk> walks = lists();
            pick(walks);
            List<String> packages = pack(walks);
            List<String> labels = label(packages);
            ship(packages);
            deliver(labels);
        }
        return works.size();
    }

    /** What each stage has taken. */
    Map<String, Double> seconds() {
        return seconds;
    }

    private <T> T timed(String stage, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        seconds.merge(stage, (System.nanoTime() - begun) / 1e9, Double::sum);
        return result;
    }

    /** Returns the ids of the orders. */
    List<String> place(int size) {
        List<String> orders = new ArrayList<>();
        for (JsonNode one : api.lines("/api/v1/orders", texts.next(size))) {
            orders.add(one.path("order").path("id").asString());
        }
        return orders;
    }

    /** Returns the fulfilment orders of all that waits at the node, which must be so many. */
    List<String> release(int size) {
        List<String> works = new ArrayList<>();
        while (works.size() < size) {
            JsonNode released = api.post("/api/v1/releases?node=" + node, Map.of("limit", size));
            released.path("released")
                    .forEach(one -> works.add(one.path("number").asString()));
        }
        return works;
    }

    JsonNode accept(List<String> works) {
        return all(api.post("/api/v1/fulfilment-orders/accept", Map.of("fulfilmentOrders", works)));
    }

    JsonNode start(List<String> works) {
        return all(api.post("/api/v1/fulfilment-orders/start-pick", Map.of("fulfilmentOrders", works)));
    }

    /** What is to be taken where, for one fulfilment order. */
    record Walk(String work, List<Map<String, Object>> picks) {}

    /** The walks of what is in picking, at most 500. */
    List<Walk> lists() {
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

    JsonNode pick(List<Walk> walks) {
        List<Object> lists = new ArrayList<>();
        walks.forEach(walk -> lists.add(Map.of("fulfilmentOrder", walk.work(), "picks", walk.picks())));
        return all(api.post("/api/v1/fulfilment-orders/picks", Map.of("lists", lists)));
    }

    /** Returns the numbers of the packages. */
    List<String> pack(List<Walk> walks) {
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

    /** Returns the tracking numbers. */
    List<String> label(List<String> packages) {
        return each(all(api.post("/api/v1/labels", Map.of("packages", packages))), "trackingNumber");
    }

    JsonNode ship(List<String> packages) {
        return api.post("/api/v1/hand-overs", Map.of("packages", packages));
    }

    JsonNode deliver(List<String> labels) {
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
            result.path("packages").forEach(one -> values.add(one.path(field).asString()));
        }
        return values;
    }
}
