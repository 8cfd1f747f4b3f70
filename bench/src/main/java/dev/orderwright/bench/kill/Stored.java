package dev.orderwright.bench.kill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a program has stored of a round, read over its API after all is over. */
record Stored(List<Order> orders, Map<String, Long> available) {

    private static final int PAGE = 200;

    /** An order with its units by state. */
    record Order(String externalId, String number, String lifecycle, Map<String, Long> units) {

        long units(String... states) {
            long sum = 0;
            for (String state : states) {
                sum += units.getOrDefault(state, 0L);
            }
            return sum;
        }

        long allUnits() {
            return units.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static Stored read(Client client, Notebook notebook) {
        Map<String, Long> available = new HashMap<>();
        notebook.received().keySet().forEach(sku -> available.put(sku, available(client, sku)));
        return new Stored(orders(client, notebook), available);
    }

    private static long available(Client client, String sku) {
        long sum = 0;
        for (JsonNode level : get(client, "/api/v1/stock/" + sku).path("levels")) {
            sum += level.path("available").asLong(0);
        }
        return sum;
    }

    static List<Order> orders(Client client, Notebook notebook) {
        List<Order> orders = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(client, "/api/v1/orders?channel=" + notebook.channel() + "&limit=" + PAGE + cursor);
            for (JsonNode row : page.path("items")) {
                orders.add(order(row));
            }
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        return orders;
    }

    private static Order order(JsonNode row) {
        Map<String, Long> units = new HashMap<>();
        row.path("units")
                .properties()
                .forEach(unit -> units.put(unit.getKey(), unit.getValue().asLong()));
        return new Order(
                row.path("externalId").asString(),
                row.path("number").asString(),
                row.path("lifecycle").asString(),
                units);
    }

    static JsonNode get(Client client, String path) {
        Answer answer = client.insist(Question.get(path));
        if (!answer.isDone()) {
            throw new IllegalStateException(path + ": " + answer.status() + " " + answer.body());
        }
        return answer.json();
    }
}
