package dev.orderwright.orders;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where single orders meet: concurrent callers queue up, a committer takes what is there and places it as one set in one
 * transaction, then answers each caller. Nobody waits for a batch to fill: a lone order is a batch of one. So a hot item
 * costs one row update per batch, not per order, and one flush to disk acknowledges many orders.
 */
@Component
public class OrderIntake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OrderIntake.class);
    private static final int QUEUE_MAX = 2_048;
    private static final int BATCH_MAX = 256;
    private static final int LINES_PER_BATCH_MAX = 8_000;
    private static final int COMMITTERS = 2;
    private static final int CROWD = 4;

    private final Orders orders;
    private final Workers workers;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final List<Thread> committers = new ArrayList<>();
    private volatile boolean running;

    OrderIntake(Orders orders, Workers workers) {
        this.orders = orders;
        this.workers = workers;
    }

    private record Waiting(PlaceRequest request, CompletableFuture<Outcome<Placed>> answer) {}

    /** The queue is full: the caller should come back in a moment. */
    public static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("more orders are waiting than can be taken; try again in a moment", null, false, false);
        }
    }

    /**
     * Places one order and waits for its answer, which comes after the commit.
     *
     * @throws Full when too many are waiting
     */
    public Outcome<Placed> place(PlaceRequest request) {
        Waiting waiting = new Waiting(request, new CompletableFuture<>());
        if (!running || !queue.offer(waiting)) {
            throw new Full();
        }
        try {
            return waiting.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the order may have been placed: ask again by its key", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /** Places a set that came in together, at once and in one transaction: {@link Orders#place}. */
    public List<Outcome<Placed>> place(List<PlaceRequest> requests) {
        if (requests.size() >= CROWD) {
            workers.callersWait();
        }
        return orders.place(requests);
    }

    /** How many orders wait to be committed. */
    public int waiting() {
        return queue.size();
    }

    private void commitForever() {
        while (running || !queue.isEmpty()) {
            try {
                commit(takeBatch());
            } catch (InterruptedException e) {
                log.debug("the committer stops");
            }
        }
    }

    private List<Waiting> takeBatch() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.poll(200, TimeUnit.MILLISECONDS);
        int lines = 0;
        while (next != null) {
            batch.add(next);
            lines += next.request().draft().lines().size();
            next = batch.size() < BATCH_MAX && lines < LINES_PER_BATCH_MAX ? queue.poll() : null;
        }
        return batch;
    }

    private void commit(List<Waiting> batch) {
        if (batch.isEmpty()) {
            return;
        }
        try {
            List<Outcome<Placed>> outcomes =
                    place(batch.stream().map(Waiting::request).toList());
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer().complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }

    @Override
    public void start() {
        running = true;
        for (int i = 0; i < COMMITTERS; i++) {
            committers.add(
                    Thread.ofPlatform().name("order-committer-" + i).daemon().start(this::commitForever));
        }
    }

    /** Takes no more, commits what is waiting, and stops. */
    @Override
    public void stop() {
        running = false;
        for (Thread committer : committers) {
            try {
                committer.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        committers.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
