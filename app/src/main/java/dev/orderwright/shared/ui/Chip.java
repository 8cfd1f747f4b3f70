package dev.orderwright.shared.ui;

/**
 * A word with a tone: a status, a hold, a tag.
 *
 * @param hint shown on hover and read out, empty for none
 */
public record Chip(String text, Tone tone, String hint) {

    public static Chip of(String text) {
        return new Chip(text, Tone.NEUTRAL, "");
    }

    public static Chip of(String text, Tone tone) {
        return new Chip(text, tone, "");
    }
}
