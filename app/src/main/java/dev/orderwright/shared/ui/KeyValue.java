package dev.orderwright.shared.ui;

/**
 * One line of a panel of facts.
 *
 * @param url the rows behind the value, empty when there are none
 * @param hint a second, quieter line, empty for none
 * @param number true for values that stand right-aligned in even figures
 */
public record KeyValue(String label, String value, String url, String hint, boolean number) {

    public static KeyValue of(String label, String value) {
        return new KeyValue(label, value, "", "", false);
    }

    public static KeyValue link(String label, String value, String url) {
        return new KeyValue(label, value, url, "", false);
    }

    public static KeyValue number(String label, String value) {
        return new KeyValue(label, value, "", "", true);
    }

    public KeyValue hint(String text) {
        return new KeyValue(label, value, url, text, number);
    }
}
