package dev.orderwright.bench.kill;

import java.util.List;
import java.util.SplittableRandom;

/** Goods come in: some that are waited for, some that are short, some that are only counted. */
final class Receiver implements Runnable {

    private static final int PAUSE_MILLIS = 150;
    private static final long LAST_UNITS = 5_000;

    private final Client client;
    private final Notebook notebook;

    Receiver(Client client, Notebook notebook) {
        this.client = client;
        this.notebook = notebook;
    }

    @Override
    public void run() {
        SplittableRandom random = client.random();
        while (!client.shift().isOver()) {
            int which = random.nextInt(100);
            switch (random.nextInt(3)) {
                case 0 -> receive(Range.counted(notebook, which), 1 + random.nextInt(9));
                case 1 -> receive(Range.scarce(notebook, which), 1 + random.nextInt(3));
                default -> receive(Range.late(notebook, which), 1 + random.nextInt(9));
            }
            Shift.pause(random.nextInt(2 * PAUSE_MILLIS));
        }
        Range.allLate(notebook).forEach(sku -> receive(sku, LAST_UNITS));
    }

    private void receive(String sku, long units) {
        Answer answer = client.insist(
                Question.post("/api/v1/receipts", notebook.name("r"), Range.receipts(List.of(sku), Range.NODE, units)));
        if (answer.isDone()) {
            notebook.received(sku, units);
        } else {
            notebook.contradict("a receipt of " + sku + " was refused: " + answer.body());
        }
    }
}
