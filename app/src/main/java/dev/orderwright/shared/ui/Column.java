package dev.orderwright.shared.ui;

/**
 * The head of one table column.
 *
 * @param sortUrl where a click goes to sort by it, empty when it cannot be sorted by
 * @param sorted {@code ascending}, {@code descending} or empty
 * @param number true for right-aligned figures
 */
public record Column(String label, String sortUrl, String sorted, boolean number) {

    public static Column text(String label) {
        return new Column(label, "", "", false);
    }

    public static Column number(String label) {
        return new Column(label, "", "", true);
    }

    public Column sortBy(String url, String direction) {
        return new Column(label, url, direction, number);
    }
}
