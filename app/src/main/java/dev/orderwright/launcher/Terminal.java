package dev.orderwright.launcher;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/** Where a command talks to a person or to a script. */
final class Terminal {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean interactive;
    private boolean muted;

    Terminal(PrintStream out, PrintStream err, boolean interactive) {
        this.out = out;
        this.err = err;
        this.interactive = interactive;
    }

    static Terminal ofThisProcess() {
        boolean interactive =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new Terminal(System.out, System.err, interactive);
    }

    synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    synchronized void error(String text) {
        if (!muted) {
            err.println(text);
            err.flush();
        }
    }

    /** The last words of an interrupted command; what its threads stumble over after that is nobody's business. */
    synchronized void lastWords(String text) {
        error(text);
        muted = true;
    }

    /** Draws over the last drawn line; goes to the error stream, so that piped output stays clean. */
    synchronized void draw(String text) {
        if (!muted) {
            err.print("\r" + text + "\u001b[K");
            err.flush();
        }
    }

    synchronized void endDrawing() {
        err.println();
        err.flush();
    }

    /** Whether a person watches, so that lines may be drawn over. */
    boolean isInteractive() {
        return interactive;
    }
}
