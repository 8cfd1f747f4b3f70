package dev.orderwright.bench;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Trade as it goes: buyers place orders one by one, and a warehouse takes all of them to the customers meanwhile. */
final class Trade implements AutoCloseable {

    private static final int NODE = 25;
    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;
    private static final int SET = 500;
    private static final int BUYERS = 16;
    private static final int WAITING_MAX = 2 * SET;
    private static final int REST_MILLIS = 50;

    private final Lab lab;
    private final Load.Requests placing;
    private final ExecutorService worker = Executors.newSingleThreadExecutor();
    private final Future<?> day;
    private final AtomicLong through = new AtomicLong();
    private volatile boolean over;

    private Trade(Lab lab, Warehouse warehouse, Load.Requests placing) {
        this.lab = lab;
        this.placing = placing;
        day = worker.submit(() -> {
            while (!over) {
                int passed = warehouse.pass(SET);
                through.addAndGet(passed);
                if (passed == 0) {
                    rest(REST_MILLIS);
                }
            }
        });
    }

    static Trade open(Lab lab) {
        Warehouse warehouse = Warehouse.open(lab, NODE, ARTICLES, LINES);
        return new Trade(lab, warehouse, lab.placing(lab.orders(Warehouse.prefix(NODE), ARTICLES, LINES)));
    }

    Load.Requests placing() {
        return placing;
    }

    /**
     * How many orders a second go the whole way at most, counted until the last of them is through: buyers place as fast as
     * they are answered, but wait for the warehouse when too many are before it.
     */
    double most(Duration duration) {
        long before = through.get();
        long begun = System.nanoTime();
        long[] placed = {0};
        Load.Requests paced = () -> {
            while (placed[0] - (through.get() - before) > WAITING_MAX) {
                requireOpen();
                rest(1);
            }
            placed[0]++;
            return placing.next();
        };
        try (Load load = new Load(lab.subject().port(), BUYERS, paced, Load.Answers.NONE)) {
            load.closed(duration, Long.MAX_VALUE);
        }
        while (through.get() - before < placed[0]) {
            requireOpen();
            rest(REST_MILLIS);
        }
        return placed[0] / ((System.nanoTime() - begun) / 1e9);
    }

    /** Fails when the warehouse has. */
    void requireOpen() {
        if (day.isDone()) {
            try {
                day.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("the warehouse stands still: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("the warehouse has closed");
        }
    }

    private static void rest(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The warehouse ends what it has begun. */
    @Override
    public void close() {
        over = true;
        worker.close();
    }
}
