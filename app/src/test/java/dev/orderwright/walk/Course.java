package dev.orderwright.walk;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One program's way through a command, step by step, with what hits it. Threads that it starts go the same way. */
final class Course {

    private static final long PAUSE_MAX_SECONDS = 20;
    private static final InheritableThreadLocal<@Nullable Course> CURRENT = new InheritableThreadLocal<>();

    private final int program;
    private final Blow blow;
    private final CountDownLatch paused = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private int steps;
    private boolean struck;
    private volatile boolean dead;
    private @Nullable String where;

    Course(int program, Blow blow) {
        this.program = program;
        this.blow = blow;
    }

    enum Step {
        STATEMENT,
        COMMIT,
        CALL
    }

    static @Nullable Course current() {
        return CURRENT.get();
    }

    /** Who is called while nobody is on his way. */
    static int program() {
        Course course = CURRENT.get();
        return course == null ? 0 : course.program;
    }

    void go(Runnable way) {
        Course before = CURRENT.get();
        CURRENT.set(this);
        try {
            way.run();
        } finally {
            CURRENT.set(before);
            paused.countDown();
        }
    }

    /** @param cut breaks the connection that the step is made over */
    void before(Step step, String what, Runnable cut) throws SQLException {
        requireAlive(cut);
        if (!blow.edges() || step != Step.STATEMENT) {
            steps++;
        }
        if (blow.isAt(steps, false) && !struck) {
            strike(step, "before " + shortly(what), cut);
        }
    }

    void after(Step step, String what, Runnable cut) throws SQLException {
        requireAlive(cut);
        if (blow.isAt(steps, true) && !struck && (!blow.edges() || step != Step.STATEMENT)) {
            strike(step, "after " + shortly(what), cut);
        }
    }

    private static String shortly(String what) {
        String line = what.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(60, line.length()));
    }

    private void requireAlive(Runnable cut) {
        if (dead) {
            cut.run();
            throw new Crash(where());
        }
    }

    private void strike(Step step, String place, Runnable cut) throws SQLException {
        struck = true;
        where = place;
        switch (blow.kind()) {
            case NONE -> {}
            case CRASH -> {
                dead = true;
                cut.run();
                throw new Crash(place);
            }
            case LOSS -> {
                cut.run();
                if (step == Step.CALL) {
                    throw new IllegalStateException("connection lost " + place);
                }
                throw new SQLException("connection lost " + place, "08006");
            }
            case PAUSE -> pause();
        }
    }

    private void pause() {
        paused.countDown();
        try {
            if (!goOn.await(PAUSE_MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody has let it go on " + where);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Until it stands still, or has come to its end. */
    void awaitPause() throws InterruptedException {
        if (!paused.await(PAUSE_MAX_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it neither pauses nor ends");
        }
    }

    void goOn() {
        goOn.countDown();
    }

    boolean isStruck() {
        return struck;
    }

    /** Whether what it did may have come to no end, by what has struck it. */
    boolean isBroken() {
        return struck && blow.kind() != Blow.Kind.PAUSE;
    }

    boolean isDead() {
        return dead;
    }

    private String where() {
        return where == null ? "nowhere" : where;
    }

    @Override
    public String toString() {
        return "program " + program + ": " + blow.kind().name().toLowerCase(Locale.ROOT) + " " + where();
    }
}
