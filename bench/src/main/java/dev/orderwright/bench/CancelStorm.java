package dev.orderwright.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** Ten thousand orders are cancelled, wherever they are on their way, while others are placed. */
record CancelStorm() implements Scenario {

    private static final int SET = 500;
    private static final int SETS = 20;
    private static final int ARTICLES = 1_000;
    private static final int NODE = 23;
    private static final int BUYERS = 32;
    private static final int CLERKS = 4;
    private static final byte[] CHANGED_MIND = "{\"reason\":\"changed my mind\"}".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String name() {
        return "cancel-storm";
    }

    @Override
    public String what() {
        return "4 clerks cancel 10,000 orders at whatever stage while 32 buyers place";
    }

    @Override
    public Result run(Lab lab) {
        lab.goods("B", ARTICLES, 2, Goods.PLENTY);
        List<String> orders = orders(lab, Warehouse.open(lab, NODE, ARTICLES, 3));
        Collections.shuffle(orders, new Random(lab.options().seed()));
        Load.Requests placing = lab.placing(lab.orders("B", ARTICLES, 3));
        Load.Seen alone;
        Load.Seen beside;
        Load.Seen cancelled;
        try (Load buyers = new Load(lab.subject().port(), BUYERS, placing, Load.Answers.NONE)) {
            lab.say("warming up for " + lab.options().warmUp().toSeconds() + " s");
            buyers.closed(lab.options().warmUp(), Long.MAX_VALUE);
            lab.analyze();
            lab.say("without cancellations");
            alone = buyers.closed(lab.options().measured(), Long.MAX_VALUE);
            lab.say("with them");
            CompletableFuture<Load.Seen> storm = CompletableFuture.supplyAsync(() -> cancelAll(lab, orders));
            beside = buyers.closed(Duration.ofMinutes(10), Long.MAX_VALUE, storm::isDone);
            cancelled = storm.join();
        }
        return new Result(this)
                .figure("orders/s alone", "orders", alone.goodPerSecond())
                .figure("orders/s", "orders", beside.goodPerSecond())
                .figure("kept", "", beside.goodPerSecond() / alone.goodPerSecond())
                .figure("p99 ms", "ms", beside.millis(99))
                .figure("cancelled", "orders", cancelled.good())
                .figure("cancellations/s", "orders", cancelled.goodPerSecond())
                .figure("cancel p99 ms", "ms", cancelled.millis(99))
                .figure("errors", "answers", errors(cancelled) + errors(beside))
                .atLeast("kept", 0.6)
                .atLeast("cancelled", orders.size())
                .atMost("errors", 0);
    }

    private static long errors(Load.Seen seen) {
        return seen.answers() - seen.good();
    }

    private static Load.Seen cancelAll(Lab lab, List<String> orders) {
        Iterator<String> next = orders.iterator();
        Load.Requests cancelling = () -> {
            String order = next.next();
            String path = "/api/v1/orders/" + order + "/cancellations";
            return lab.api().bytes(path, "application/json", "storm-" + order, CHANGED_MIND);
        };
        try (Load clerks = new Load(lab.subject().port(), CLERKS, cancelling, Load.Answers.NONE)) {
            return clerks.closed(Duration.ofMinutes(10), orders.size());
        }
    }

    /** As many sets reserved as released, accepted, in picking, picked, and packed. */
    private static List<String> orders(Lab lab, Warehouse warehouse) {
        lab.say("10,000 orders on their way");
        List<String> orders = new ArrayList<>();
        for (int set = 0; set < SETS; set++) {
            orders.addAll(warehouse.place(SET));
            if (set % 4 != 0) {
                List<String> works = warehouse.release(SET);
                if (set % 4 > 1) {
                    warehouse.accept(works);
                    warehouse.start(works);
                    List<Warehouse.Walk> walks = warehouse.lists();
                    warehouse.pick(walks);
                    if (set % 4 > 2) {
                        warehouse.pack(walks);
                    }
                }
            }
        }
        return orders;
    }
}
