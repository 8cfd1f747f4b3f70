package dev.orderwright.shared.ui;

/**
 * A word with a tone: a status, a hold, a tag.
 *
 * @param hint shown on hover and read out, empty for none
 * @param url where it is dealt with, empty for nowhere
 */
public record Chip(String text, Tone tone, String hint, String url) {

    public Chip(String text, Tone tone, String hint) {
        this(text, tone, hint, "");
    }

    public static Chip of(String text) {
        return new Chip(text, Tone.NEUTRAL, "");
    }

    public static Chip of(String text, Tone tone) {
        return new Chip(text, tone, "");
    }

    /** The same, and it leads to where somebody deals with it. */
    public Chip leadingTo(String address) {
        return new Chip(text, tone, hint, address);
    }
}
