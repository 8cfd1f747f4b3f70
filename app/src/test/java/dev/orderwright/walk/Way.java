package dev.orderwright.walk;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something that one of the programs does, here or beside what others do. */
final class Way<T> {

    private static final long END_MAX_SECONDS = 40;
    private static final long LOOK_MILLIS = 4;

    private final Course course;
    private final FutureTask<T> task;

    private Way(int program, Blow blow, Supplier<T> what) {
        course = new Course(program, blow);
        task = new FutureTask<>(what::get);
    }

    /** Goes to its end. */
    static <T> Way<T> gone(int program, Blow blow, Supplier<T> what) {
        Way<T> way = new Way<>(program, blow, what);
        way.course.go(way.task);
        return way;
    }

    /** Goes beside the caller. */
    static <T> Way<T> begun(int program, Blow blow, Supplier<T> what) {
        Way<T> way = new Way<>(program, blow, what);
        Thread.ofVirtual().name("program-" + program).start(() -> way.course.go(way.task));
        return way;
    }

    Course course() {
        return course;
    }

    /** Until it pauses or ends. */
    void awaitPause() {
        try {
            course.awaitPause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for its end; false when it waits for somebody else's lock before. */
    boolean endsBeforeItWaits(Programs programs) {
        while (true) {
            try {
                task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                if (programs.somebodyWaits()) {
                    return false;
                }
            } catch (ExecutionException e) {
                return true;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** What came of it; null when the blow has broken it off. */
    @Nullable
    T end() {
        course.goOn();
        try {
            return task.get(END_MAX_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (course.isBroken()) {
                return null;
            }
            throw new AssertionError("nothing throws: " + e.getCause(), e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("it does not end", e);
        }
    }
}
