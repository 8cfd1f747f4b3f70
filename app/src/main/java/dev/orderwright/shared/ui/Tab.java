package dev.orderwright.shared.ui;

/**
 * One view of a list.
 *
 * @param count how many rows it has, empty when it is not counted
 */
public record Tab(String label, String url, String count, boolean active, Tone tone) {

    public static Tab of(String label, String url, boolean active) {
        return new Tab(label, url, "", active, Tone.NEUTRAL);
    }

    public static Tab of(String label, String url, String count, boolean active) {
        return new Tab(label, url, count, active, Tone.NEUTRAL);
    }
}
