package dev.orderwright.bench.kill;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the company sells: some of it is made once for a data folder, the rest anew for each round. */
final class Range {

    static final String NODE = "B01";

    private static final String OTHER_NODE = "B02";
    private static final int PLENTY = 20;
    private static final int SCARCE = 3;
    private static final int LATE = 3;
    private static final int COUNTED = 3;
    private static final long SCARCE_UNITS = 30;

    private final Client client;

    Range(Client client) {
        this.client = client;
    }

    /** Two nodes, and goods of which there are always enough. Harmless where they are already. */
    void prepareCompany(String key) {
        for (String node : List.of(NODE, OTHER_NODE)) {
            done(Question.put("/api/v1/nodes/" + node, key + "-" + node, """
                    {"name":"Depot %s","zone":"Europe/London","street":"1 Dock Road","city":"London",\
                    "postcode":"E16 2QU","country":"GB"}""".formatted(node)));
        }
        List<String> skus = IntStream.range(0, PLENTY).mapToObj(Range::plenty).toList();
        makeItems(skus, key);
        receive(skus, NODE, 1_000_000, key + "-r1");
        receive(skus, OTHER_NODE, 1_000_000, key + "-r2");
    }

    /** The goods of one round. */
    void prepareRound(Notebook notebook) {
        List<String> skus = new ArrayList<>();
        IntStream.range(0, SCARCE).forEach(i -> skus.add(scarce(notebook, i)));
        IntStream.range(0, LATE).forEach(i -> skus.add(late(notebook, i)));
        IntStream.range(0, COUNTED).forEach(i -> skus.add(counted(notebook, i)));
        makeItems(skus, notebook.name("i"));
        for (int i = 0; i < SCARCE; i++) {
            receive(List.of(scarce(notebook, i)), NODE, SCARCE_UNITS, notebook.name("r"));
            notebook.received(scarce(notebook, i), SCARCE_UNITS);
        }
    }

    static String plenty(int i) {
        return "PLENTY-" + i % PLENTY;
    }

    static String scarce(Notebook notebook, int i) {
        return sku(notebook, "SCARCE", i % SCARCE);
    }

    static String late(Notebook notebook, int i) {
        return sku(notebook, "LATE", i % LATE);
    }

    /** Received only, and never sold: what is there is what was received. */
    static String counted(Notebook notebook, int i) {
        return sku(notebook, "COUNTED", i % COUNTED);
    }

    static List<String> allLate(Notebook notebook) {
        return IntStream.range(0, LATE).mapToObj(i -> late(notebook, i)).toList();
    }

    private static String sku(Notebook notebook, String kind, int i) {
        return (kind + "-" + notebook.channel() + "-" + i).toUpperCase(Locale.ROOT);
    }

    private void makeItems(List<String> skus, String key) {
        String items = skus.stream()
                .map(sku -> "{\"sku\":\"" + sku + "\",\"description\":\"Article " + sku
                        + "\",\"listPrice\":4.99,\"weightGrams\":250}")
                .collect(Collectors.joining(","));
        done(Question.post("/api/v1/items", key, "{\"items\":[" + items + "]}"));
    }

    private void receive(List<String> skus, String node, long units, String key) {
        done(Question.post("/api/v1/receipts", key, receipts(skus, node, units)));
    }

    static String receipts(List<String> skus, String node, long units) {
        return skus.stream()
                .map(sku -> "{\"sku\":\"" + sku + "\",\"node\":\"" + node + "\",\"quantity\":" + units + "}")
                .collect(Collectors.joining(",", "{\"receipts\":[", "]}"));
    }

    private void done(Question question) {
        Answer answer = client.insist(question);
        if (!answer.isDone()) {
            throw new IllegalStateException(
                    question.method() + " " + question.path() + ": " + answer.status() + " " + answer.body());
        }
    }
}
