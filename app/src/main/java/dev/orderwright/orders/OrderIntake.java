package dev.orderwright.orders;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Previews;
import dev.orderwright.shared.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where single orders meet: concurrent callers queue up, a committer takes what is there and places it as one set in one
 * transaction, then answers each caller. A lone order is a batch of one and waits for nobody; where many come at once,
 * {@link Gathering} lets them meet. So a hot item costs one row update per batch, not per order, and one flush to disk
 * acknowledges many orders. When the database does not answer, callers are told so within seconds: nobody waits for what
 * may never come.
 */
@Component
public class OrderIntake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OrderIntake.class);
    private static final int QUEUE_MAX = 2_048;
    private static final int BATCH_MAX = 256;
    private static final int LINES_PER_BATCH_MAX = 8_000;
    /** A committer without work looks this often whether it is to stop. */
    private static final int POLL_MILLIS = 50;

    private static final int COMMITTERS = 2;
    private static final int CROWD = 4;

    /** So long nothing may be committed before callers are sent away. */
    private static final long STALL_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** So long a batch may be under way, while others are committed. */
    private static final long BATCH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Orders orders;
    private final Workers workers;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_MAX);
    private final List<Thread> committers = new ArrayList<>();
    private final Gathering gathering = new Gathering(queue::size);
    private volatile boolean running;
    private volatile long lastAnswerAt = System.nanoTime();

    OrderIntake(Orders orders, Workers workers) {
        this.orders = orders;
        this.workers = workers;
    }

    /** A caller, and since when its order is being committed. */
    private static final class Waiting {
        private final PlaceRequest request;
        private final CompletableFuture<Outcome<Placed>> answer = new CompletableFuture<>();
        private final long since = System.nanoTime();
        private volatile long takenAt;

        Waiting(PlaceRequest request) {
            this.request = request;
        }

        /** Until when it is worth waiting, as things stand. */
        private long worthUntil(long lastAnswerAt) {
            long stalled = Math.max(since, lastAnswerAt) + STALL_NANOS;
            return takenAt == 0 ? stalled : Math.min(stalled, takenAt + BATCH_NANOS);
        }
    }

    /** The queue is full, or does not move: the caller should come back in a moment, with the same key. */
    public static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Full() {
            super("more orders are waiting than can be taken; try again in a moment", null, false, false);
        }
    }

    /**
     * Places one order and waits for its answer, which comes after the commit.
     *
     * @throws Full when too many are waiting, or for too long; in the second case the order may yet be placed
     */
    public Outcome<Placed> place(PlaceRequest request) {
        if (Previews.isRunning()) {
            return orders.place(List.of(request)).getFirst();
        }
        Waiting waiting = new Waiting(request);
        if (!running || !queue.offer(waiting)) {
            throw new Full();
        }
        gathering.arrived();
        try {
            return answer(waiting);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted; the order may have been placed: ask again by its key", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Outcome<Placed> answer(Waiting waiting) throws InterruptedException, ExecutionException {
        while (true) {
            long left = waiting.worthUntil(lastAnswerAt) - System.nanoTime();
            if (left <= 0 && waiting.answer.completeExceptionally(new Full())) {
                throw new Full();
            }
            try {
                return waiting.answer.get(Math.max(left, 1), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                log.trace("others may have been answered meanwhile");
            }
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
                List<Waiting> batch = gathering.take(this::takeBatch);
                commit(batch);
                gathering.answered(batch.size());
            } catch (InterruptedException e) {
                log.debug("the committer stops");
            }
        }
    }

    /** Those who have been sent away are left out. */
    private List<Waiting> takeBatch() throws InterruptedException {
        List<Waiting> batch = new ArrayList<>();
        Waiting next = queue.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
            gathering.await();
        }
        int lines = 0;
        while (next != null) {
            if (!next.answer.isDone()) {
                next.takenAt = System.nanoTime();
                batch.add(next);
                lines += next.request.draft().lines().size();
            }
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
                    place(batch.stream().map(waiting -> waiting.request).toList());
            lastAnswerAt = System.nanoTime();
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).answer.complete(outcomes.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(waiting -> waiting.answer.completeExceptionally(e));
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
