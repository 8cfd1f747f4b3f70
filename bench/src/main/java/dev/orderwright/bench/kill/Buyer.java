package dev.orderwright.bench.kill;

import dev.orderwright.bench.kill.Notebook.Goods;
import dev.orderwright.bench.kill.Notebook.Wanted;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Places orders, asks some of them twice with the same key, and cancels some. */
final class Buyer implements Runnable {

    private static final int PAUSE_MILLIS = 40;

    private final Client client;
    private final Notebook notebook;
    private final AtomicInteger ordersLeft;
    private final SplittableRandom random;

    Buyer(Client client, Notebook notebook, AtomicInteger ordersLeft) {
        this.client = client;
        this.notebook = notebook;
        this.ordersLeft = ordersLeft;
        this.random = client.random();
    }

    @Override
    public void run() {
        while (!client.shift().isOver()) {
            if (ordersLeft.getAndDecrement() > 0) {
                buy();
            } else {
                look();
            }
            Shift.pause(random.nextInt(2 * PAUSE_MILLIS));
        }
    }

    private void buy() {
        int chance = random.nextInt(100);
        int which = random.nextInt(100);
        long units = 1 + random.nextInt(3);
        Wanted order;
        String lines;
        if (chance < 60) {
            order = notebook.wants(Goods.PLENTY, Range.plenty(which), 3 * units);
            lines = line(Range.plenty(which), units) + "," + line(Range.plenty(which + 1), units) + ","
                    + line(Range.plenty(which + 2), units);
        } else if (chance < 80) {
            order = notebook.wants(Goods.SCARCE, Range.scarce(notebook, which), units);
            lines = line(order.sku(), units);
        } else {
            order = notebook.wants(Goods.LATE, Range.late(notebook, which), units);
            lines = line(order.sku(), units);
        }
        place(order, lines);
        if (order.number() != null && random.nextInt(100) < 5) {
            place(order, lines);
        }
        if (order.number() != null && random.nextInt(100) < 15) {
            cancel(order);
        }
    }

    private static String line(String sku, long units) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":" + units + "}";
    }

    private void place(Wanted order, String lines) {
        String ifShort = order.goods() == Goods.SCARCE ? "REFUSE" : "BACKORDER";
        Answer answer = client.insist(Question.post("/api/v1/orders", order.externalId(), """
                {"channel":"%s","externalId":"%s","ifShort":"%s","method":"STANDARD","terms":"PREPAID",\
                "payment":{"method":"card","token":"tok_5fK2","authorisation":"auth_%s","authorisedMinor":1000000},\
                "shipTo":{"name":"Ada Palmer","street":"12 Mill Lane","city":"Leeds","postcode":"LS1 4AP",\
                "country":"GB","email":"%s@example.org"},"lines":[%s]}""".formatted(
                notebook.channel(), order.externalId(), ifShort, order.externalId(), order.externalId(), lines)));
        if (answer.isDone()) {
            notebook.placed(order, answer.json().path("number").asString());
        } else {
            notebook.refused(order, answer.code());
        }
    }

    private void cancel(Wanted order) {
        Answer answer = client.insist(Question.post(
                "/api/v1/orders/" + order.number() + "/cancellations",
                order.externalId() + "-c",
                "{\"reason\":\"changed my mind\"}"));
        if (!answer.isDone()) {
            return;
        }
        long done = 0;
        long asked = 0;
        for (JsonNode line : answer.json().path("lines")) {
            done += line.path("done").asLong(0);
            asked += line.path("asked").asLong(0);
        }
        notebook.cancelled(order, done, asked);
    }

    /** Who has bought enough still looks around, so that it is seen when the program is well again. */
    private void look() {
        client.insist(Question.get("/api/v1/stock/" + Range.plenty(random.nextInt(100))));
    }
}
