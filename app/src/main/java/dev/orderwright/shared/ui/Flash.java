package dev.orderwright.shared.ui;

/**
 * A message that is shown once, on the next page.
 *
 * @param undoUrl where a POST takes the action back; empty when it cannot be undone
 */
public record Flash(Tone tone, String text, String undoUrl) {

    public static Flash done(String text) {
        return new Flash(Tone.GOOD, text, "");
    }

    public static Flash done(String text, String undoUrl) {
        return new Flash(Tone.GOOD, text, undoUrl);
    }

    public static Flash refused(String text) {
        return new Flash(Tone.BAD, text, "");
    }
}
