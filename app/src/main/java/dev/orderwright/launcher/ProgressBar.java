package dev.orderwright.launcher;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Shows how far long work is: a bar that moves for a person, a line now and then for a script. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final Terminal terminal;
    private final LongSupplier nanoTime;
    private final long started;
    private String lastPhase = "";
    private long lastLine;
    private boolean drawn;

    ProgressBar(Terminal terminal, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
    }

    void show(String phase, long done, long total) {
        if (terminal.isInteractive()) {
            terminal.draw(bar(done, total) + "  " + text(phase, done, total));
            drawn = true;
            return;
        }
        long now = nanoTime.getAsLong();
        if (!phase.equals(lastPhase) || now - lastLine >= BETWEEN_LINES.toNanos()) {
            terminal.error(text(phase, done, total));
            lastPhase = phase;
            lastLine = now;
        }
    }

    /** Leaves the last state of the bar on the screen. */
    void end() {
        if (drawn) {
            terminal.endDrawing();
            drawn = false;
        }
    }

    private String text(String phase, long done, long total) {
        long seconds = Duration.ofNanos(nanoTime.getAsLong() - started).toSeconds();
        String time = String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
        return total > 0
                ? String.format(
                        Locale.ROOT, "%s: %,d of %,d (%d %%), %s", phase, done, total, percent(done, total), time)
                : String.format(Locale.ROOT, "%s: %,d, %s", phase, done, time);
    }

    private static String bar(long done, long total) {
        int full = total > 0 ? (int) (percent(done, total) * WIDTH / 100) : 0;
        return "[" + "#".repeat(full) + ".".repeat(WIDTH - full) + "]";
    }

    private static long percent(long done, long total) {
        return Math.clamp(100 * done / total, 0, 100);
    }
}
