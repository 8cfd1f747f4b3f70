package dev.orderwright.shared.ui;

/**
 * One line of a panel of facts.
 *
 * @param url the rows behind the value, empty when there are none
 * @param hint a second, quieter line, empty for none
 * @param number true for values that stand right-aligned in even figures
 * @param code true for what programs call something, in no language
 */
public record KeyValue(String label, String value, String url, String hint, boolean number, boolean code) {

    public static KeyValue of(String label, String value) {
        return new KeyValue(label, value, "", "", false, false);
    }

    public static KeyValue link(String label, String value, String url) {
        return new KeyValue(label, value, url, "", false, false);
    }

    public static KeyValue number(String label, String value) {
        return new KeyValue(label, value, "", "", true, false);
    }

    /** What programs call something. */
    public static KeyValue code(String label, String value) {
        return new KeyValue(label, value, "", "", false, true);
    }

    /** The same, and it leads there. */
    public KeyValue to(String address) {
        return new KeyValue(label, value, address, hint, number, code);
    }

    public KeyValue hint(String text) {
        return new KeyValue(label, value, url, text, number, code);
    }
}
