package dev.orderwright.shared;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs every {@link BackgroundWork}, each in a thread of its own: round after round while there is something to do, then
 * a rest that {@link #wake} can cut short. A round that fails is logged and tried again after a longer rest.
 */
@Component
public class Workers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Workers.class);
    private static final Duration REST_AFTER_FAILURE_MAX = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Duration CALLERS_REMEMBERED = Duration.ofMillis(500);
    private static final Duration GIVING_WAY = Duration.ofSeconds(1);
    private static final Duration BEHIND_MAX = Duration.ofMinutes(1);

    private final ObjectProvider<BackgroundWork> works;
    private final MeterRegistry meters;
    private final boolean enabled;
    private final InstantSource clock;
    private final Map<String, WorkNotes> notes = new ConcurrentHashMap<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private final OrderRounds orderRounds = new OrderRounds();
    private volatile boolean running;
    private volatile long quietAgain = System.nanoTime();

    Workers(
            ObjectProvider<BackgroundWork> works,
            MeterRegistry meters,
            @Value("${orderwright.workers:true}") boolean enabled,
            InstantSource clock) {
        this.works = works;
        this.meters = meters;
        this.enabled = enabled;
        this.clock = clock;
    }

    /** Whether background work is done by this program; what it does not do, others may. */
    public boolean isWorking() {
        return enabled && running;
    }

    /** How each work of this program is doing. */
    public List<WorkState> states() {
        return works.orderedStream().map(work -> notes(work).state()).toList();
    }

    private WorkNotes notes(BackgroundWork work) {
        return notes.computeIfAbsent(work.name(), name -> new WorkNotes(work, clock));
    }

    /** Something was just written that work may be waiting for; polling would find it a little later. */
    public void wake() {
        if (!Previews.isRunning() && wakeUps.availablePermits() < threads.size()) {
            wakeUps.release(threads.size());
        }
    }

    /**
     * Callers stand in a queue now. For the next moments work that {@linkplain BackgroundWork#givesWay() gives way} does
     * one round a second, so that it lags rather than makes them wait; more of them the further it is behind.
     */
    public void callersWait() {
        quietAgain = System.nanoTime() + CALLERS_REMEMBERED.toNanos();
    }

    /** Whether callers stood in a queue a moment ago; for work whose rounds are long and give way in themselves. */
    public boolean areCallersWaiting() {
        return quietAgain - System.nanoTime() > 0;
    }

    /** Somebody works alone until this is closed. */
    public interface Alone extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * For work during which nothing else may move orders on, such as a company that is simulated on other dates than
     * today's: the rounds that would do so rest on this program node until the answer is closed. Those that run are
     * waited for.
     */
    public Alone alone() {
        orderRounds.pause();
        return orderRounds::goOn;
    }

    /** Who may move orders on now. */
    private static final class OrderRounds {
        private int pauses;
        private int running;

        synchronized void pause() {
            pauses++;
            boolean interrupted = false;
            while (running > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        synchronized void goOn() {
            pauses--;
        }

        private synchronized boolean begin() {
            if (pauses > 0) {
                return false;
            }
            running++;
            return true;
        }

        private synchronized void end() {
            running--;
            notifyAll();
        }

        int round(BackgroundWork work) {
            if (!work.movesOrders()) {
                return work.round();
            }
            if (!begin()) {
                return 0;
            }
            try {
                return work.round();
            } finally {
                end();
            }
        }
    }

    private void workForever(BackgroundWork work) {
        Timer timer = meters.timer("orderwright.work", "name", work.name());
        WorkNotes own = notes(work);
        int failures = 0;
        while (running) {
            long begun = System.nanoTime();
            int done = 0;
            own.begins();
            try {
                done = orderRounds.round(work);
                failures = 0;
                own.ended(done, Duration.ofNanos(System.nanoTime() - begun));
            } catch (RuntimeException e) {
                failures = own.failed(e, Duration.ofNanos(System.nanoTime() - begun));
                log.warn("{} failed ({} in a row): {}", work.name(), failures, e.toString());
                log.debug("{}", work.name(), e);
            }
            timer.record(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            boolean giveWay = work.givesWay() && areCallersWaiting();
            if ((done == 0 && !rest(work, failures)) || (giveWay && !sleep(givingWayMillis(work.behind())))) {
                return;
            }
        }
    }

    /** A second while it has just begun to lag, nothing when it has lagged for a minute. */
    static long givingWayMillis(Duration behind) {
        double pressing = Math.clamp((double) behind.toMillis() / BEHIND_MAX.toMillis(), 0, 1);
        return Math.round(GIVING_WAY.toMillis() * (1 - pressing));
    }

    private static boolean sleep(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private boolean rest(BackgroundWork work, int failures) {
        try {
            wakeUps.tryAcquire(restMillis(work.rest().toMillis(), failures), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Longer with each failure, but not so long that work stands still for minutes when the database is back. */
    static long restMillis(long usual, int failures) {
        long longer = usual << Math.min(failures, 5);
        return Math.max(usual, Math.min(longer, REST_AFTER_FAILURE_MAX.toMillis()));
    }

    @Override
    public void start() {
        running = true;
        if (enabled) {
            works.orderedStream()
                    .forEach(work -> threads.add(
                            Thread.ofVirtual().name("work-" + work.name()).start(() -> workForever(work))));
        }
    }

    /** Rounds that run may end; what takes longer is interrupted. */
    @Override
    public void stop() {
        running = false;
        wakeUps.release(threads.size());
        long end = System.nanoTime() + GRACE.toNanos();
        if (!areOver(end)) {
            threads.forEach(Thread::interrupt);
            areOver(end + GRACE.toNanos());
        }
        threads.clear();
    }

    private boolean areOver(long endNanos) {
        for (Thread thread : threads) {
            try {
                if (!thread.join(Duration.ofNanos(Math.max(1, endNanos - System.nanoTime())))) {
                    return false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
