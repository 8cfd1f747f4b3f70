package dev.orderwright.bench.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until nothing waits any more: what the program's own rounds have to move on, they move on in this time. */
final class Settling {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final int POLL_MILLIS = 250;

    private final Client client;
    private final Notebook notebook;

    private Settling(Client client, Notebook notebook) {
        this.client = client;
        this.notebook = notebook;
    }

    /** What still waits when the time is over, one entry each. */
    static List<String> await(Client client, Notebook notebook) {
        Settling settling = new Settling(client, notebook);
        long end = System.nanoTime() + LIMIT.toNanos();
        List<String> waiting = settling.waiting();
        while (!waiting.isEmpty() && System.nanoTime() < end) {
            Shift.pause(POLL_MILLIS);
            waiting = settling.waiting();
        }
        return waiting;
    }

    private List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (String view : List.of("pending", "unknown", "attention")) {
            Stored.get(client, "/api/v1/payment-transactions?view=" + view + "&limit=20")
                    .path("items")
                    .forEach(one -> waiting.add("payment " + view + ": " + one));
        }
        if (!waiting.isEmpty()) {
            return waiting;
        }
        for (Stored.Order order : Stored.orders(client, notebook)) {
            if (order.units("BACKORDERED", "OPEN") > 0) {
                waiting.add(order.number() + " waits for goods that are there: " + order.units());
            }
        }
        if (waiting.isEmpty()) {
            search(waiting);
        }
        return waiting;
    }

    /** The readers of the facts have seen the last order as well. */
    private void search(List<String> waiting) {
        notebook.orders().stream()
                .filter(order -> order.number() != null)
                .max(java.util.Comparator.comparing(order -> String.valueOf(order.number())))
                .ifPresent(last -> {
                    if (!Stored.get(client, "/api/v1/search?q=" + last.externalId())
                            .toString()
                            .contains(String.valueOf(last.number()))) {
                        waiting.add("the search does not find " + last.number());
                    }
                });
    }
}
