package dev.orderwright.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the measured company sells and where it lies, brought in over the API. */
final class Goods {

    /** More than anybody will want. */
    static final long PLENTY = 100_000_000;

    private static final int PER_CALL = 500;

    private Goods() {}

    /** Nodes {@code B01} … with equal calendars. */
    static void nodes(Api api, int first, int last) {
        for (int n = first; n <= last; n++) {
            api.put(
                    "/api/v1/nodes/" + node(n),
                    Map.of(
                            "name", "Bench " + n,
                            "zone", "Europe/London",
                            "street", n + " Dock Road",
                            "city", "London",
                            "postcode", "E16 2QU",
                            "country", "GB"));
        }
    }

    static String node(int n) {
        return String.format(Locale.ROOT, "B%02d", n);
    }

    /** Items {@code prefix-00001} … with {@code units} of each at every one of these nodes. */
    static void items(Api api, String prefix, int count, int firstNode, int lastNode, long units) {
        for (int from = 1; from <= count; from += PER_CALL) {
            List<Map<String, Object>> items = new ArrayList<>();
            for (int i = from; i < from + PER_CALL && i <= count; i++) {
                items.add(Map.of(
                        "sku",
                        sku(prefix, i),
                        "description",
                        "Benchmark article " + i,
                        "listPrice",
                        4.99,
                        "weightGrams",
                        250));
            }
            api.post("/api/v1/items", Map.of("items", items));
            for (int n = firstNode; n <= lastNode && units > 0; n++) {
                receive(api, prefix, from, Math.min(count, from + PER_CALL - 1), node(n), units);
            }
        }
    }

    static void receive(Api api, String prefix, int first, int last, String node, long units) {
        List<Map<String, Object>> receipts = new ArrayList<>();
        for (int i = first; i <= last; i++) {
            receipts.add(Map.of("sku", sku(prefix, i), "node", node, "quantity", units));
        }
        api.post("/api/v1/receipts", Map.of("receipts", receipts));
    }

    static String sku(String prefix, int i) {
        return String.format(Locale.ROOT, "%s-%05d", prefix, i);
    }
}
