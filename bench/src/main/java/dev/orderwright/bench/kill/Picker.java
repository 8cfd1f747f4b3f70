package dev.orderwright.bench.kill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Takes orders from their release to the carrier, and some to their customers, who have then paid. */
final class Picker implements Runnable {

    private static final int PAUSE_MILLIS = 150;
    private static final int LABEL_LOOKS = 40;

    private final Client client;
    private final Notebook notebook;

    Picker(Client client, Notebook notebook) {
        this.client = client;
        this.notebook = notebook;
    }

    /** What the node does not do, because the customer has changed his mind. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("cancelled", null, false, false);
        }
    }

    @Override
    public void run() {
        while (!client.shift().isOver()) {
            Answer answer = client.insist(Question.post("/api/v1/releases", notebook.name("w"), "{\"limit\":4}"));
            for (JsonNode work : answer.isDone() ? answer.json().path("released") : List.<JsonNode>of()) {
                try {
                    walk(work.path("number").asString());
                } catch (Stopped cancelled) {
                    stop(work.path("number").asString());
                }
            }
            Shift.pause(client.random().nextInt(2 * PAUSE_MILLIS));
        }
    }

    private void walk(String work) {
        String at = "/api/v1/fulfilment-orders/" + work;
        step(work, Question.post(at + "/accept", notebook.name("w"), "{}"));
        JsonNode list = step(work, Question.post(at + "/start-pick", notebook.name("w"), "{}"));
        List<JsonNode> stops = new ArrayList<>();
        list.path("stops").forEach(stop -> {
            if (stop.path("open").asLong(0) > 0) {
                stops.add(stop);
            }
        });
        String picks = stops.stream()
                .map(stop -> "{\"code\":\"" + stop.path("sku").asString() + "\",\"bin\":\""
                        + stop.path("bin").asString() + "\",\"quantity\":"
                        + stop.path("open").asLong() + "}")
                .collect(Collectors.joining(","));
        step(work, Question.post(at + "/picks", notebook.name("w"), "{\"picks\":[" + picks + "]}"));
        String contents = stops.stream()
                .map(stop -> "{\"code\":\"" + stop.path("sku").asString() + "\",\"quantity\":"
                        + stop.path("open").asLong() + "}")
                .collect(Collectors.joining(","));
        ship(work, contents, list.path("orderNumber").asString(), units(stops));
    }

    private static long units(List<JsonNode> stops) {
        return stops.stream().mapToLong(stop -> stop.path("open").asLong()).sum();
    }

    private void ship(String work, String contents, String order, long units) {
        JsonNode packed = step(
                        work, Question.post("/api/v1/packages/pack", notebook.name("w"), """
                                {"packs":[{"fulfilmentOrder":"%s","boxes":[{"contents":[%s],\
                                "measures":{"weightGrams":900}}]}]}""".formatted(work, contents)))
                .path("results")
                .path(0);
        if (!packed.path("errors").isEmpty()) {
            stopUnlessCancelled(work, "pack", packed.path("errors").toString());
        }
        String parcel = packed.path("packages").path(0).path("number").asString();
        String at = "/api/v1/packages/" + parcel;
        JsonNode label = step(work, Question.post(at + "/label", notebook.name("w"), "{}"));
        for (int look = 0; label.path("trackingNumber").asString("").isEmpty() && look < LABEL_LOOKS; look++) {
            Shift.pause(250);
            label = step(work, Question.get(at));
        }
        JsonNode gone = step(
                work, Question.post("/api/v1/hand-overs", notebook.name("w"), "{\"packages\":[\"" + parcel + "\"]}"));
        if (gone.path("shipments").isEmpty()) {
            stopUnlessCancelled(work, "hand over", gone.path("refused").toString());
        }
        notebook.shipped(order, units);
        if (client.random().nextBoolean()) {
            step(work, Question.post("/api/v1/tracking-events", notebook.name("w"), """
                    {"events":[{"carrier":"%s","trackingNumber":"%s","eventId":"%s","code":"DELIVERED","at":"%s"}]}\
                    """.formatted(
                            label.path("carrier").asString(),
                            label.path("trackingNumber").asString(),
                            notebook.name("e"),
                            Instant.now())));
        }
    }

    /** A refusal is for a reason that a person at the node would know: the customer has cancelled. */
    private JsonNode step(String work, Question question) {
        Answer answer = client.insist(question);
        if (!answer.isDone()) {
            stopUnlessCancelled(work, question.path(), answer.body());
        }
        return answer.json();
    }

    private void stopUnlessCancelled(String work, String step, String refusal) {
        String state = client.insist(Question.get("/api/v1/fulfilment-orders/" + work))
                .json()
                .path("state")
                .asString("");
        if (!state.startsWith("CANCEL") && !state.equals("CLOSED")) {
            notebook.stuck(work + " is " + state + " and could not go on at " + step + ": " + refusal);
        }
        throw new Stopped();
    }

    private void stop(String work) {
        Answer now = client.insist(Question.get("/api/v1/fulfilment-orders/" + work));
        if (now.json().path("state").asString("").equals("CANCEL_REQUESTED")) {
            client.insist(Question.post(
                    "/api/v1/fulfilment-orders/" + work + "/cancel-answer", notebook.name("w"), "{\"stopped\":true}"));
        }
    }
}
