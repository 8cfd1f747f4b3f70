package dev.orderwright.shared.ui;

/**
 * One view of a list.
 *
 * @param count how many rows it has, empty when it is not counted, or later
 * @param countUrl where the count is asked for once the page is there; empty for nowhere
 */
public record Tab(String label, String url, String count, boolean active, Tone tone, String countUrl) {

    public Tab(String label, String url, String count, boolean active, Tone tone) {
        this(label, url, count, active, tone, "");
    }

    public static Tab of(String label, String url, boolean active) {
        return new Tab(label, url, "", active, Tone.NEUTRAL);
    }

    public static Tab of(String label, String url, String count, boolean active) {
        return new Tab(label, url, count, active, Tone.NEUTRAL);
    }
}
