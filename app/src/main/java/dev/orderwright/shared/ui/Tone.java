package dev.orderwright.shared.ui;

import java.util.Locale;

/** How much attention something asks for. Colour is kept for exceptions, so most things are neutral. */
public enum Tone {
    /** Nothing to do. */
    NEUTRAL,
    /** Worth knowing. */
    INFO,
    /** Finished, or back in order. */
    GOOD,
    /** Someone should look at it. */
    WARN,
    /** Wrong, late or stopped. */
    BAD;

    /** The class name in the style sheet. */
    public String css() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
