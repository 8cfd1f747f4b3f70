package dev.orderwright.orders;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When a committer begins its batch. What a transaction costs is to a large part the same for one order and for twenty, so
 * while one committer works, the other lets orders meet: until half of all callers that there have been lately are
 * there, but never longer than {@link #PATIENCE}. A lone caller is half of all callers and more: he never waits.
 */
final class Gathering {

    /** What an order may wait for others at most: less than what placing it takes when it has to share the processors. */
    static final Duration PATIENCE = Duration.ofMillis(3);

    /** How fast a crowd is forgotten that has gone: by a tenth with every batch. */
    private static final double REMEMBERED = 0.9;

    private final IntSupplier waiting;
    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicInteger underWay = new AtomicInteger();
    private double crowd;
    private volatile int wanted;
    private volatile @Nullable Thread gatherer;

    /** @param waiting how many orders have come and were not taken */
    Gathering(IntSupplier waiting) {
        this.waiting = waiting;
    }

    /** An order has come. */
    void arrived() {
        Thread thread = gatherer;
        if (thread != null && waiting.getAsInt() >= wanted) {
            LockSupport.unpark(thread);
        }
    }

    /** Takes what has come. */
    @FunctionalInterface
    interface Taking<T> {

        List<T> take() throws InterruptedException;
    }

    /** One committer at a time takes a batch. */
    <T> List<T> take(Taking<T> taking) throws InterruptedException {
        turn.lockInterruptibly();
        try {
            List<T> batch = taking.take();
            underWay.addAndGet(batch.size());
            return batch;
        } finally {
            turn.unlock();
        }
    }

    /** Waits, with one order in hand, until enough others are there. */
    void await() {
        crowd = Math.max(1 + waiting.getAsInt() + underWay.get(), crowd * REMEMBERED);
        wanted = (int) (crowd / 2) - 1;
        long until = System.nanoTime() + PATIENCE.toNanos();
        gatherer = Thread.currentThread();
        try {
            for (long left = PATIENCE.toNanos();
                    left > 0 && waiting.getAsInt() < wanted;
                    left = until - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        } finally {
            gatherer = null;
        }
    }

    /** The callers of a batch have their answers. */
    void answered(int orders) {
        underWay.addAndGet(-orders);
    }
}
