package dev.orderwright.workbench;

/**
 * What an open page is told.
 *
 * @param kind {@code changed}, or {@code editing} when it is edited by others than before
 * @param by who did it, as {@code user:ann}; or the names of those who edit it, empty when nobody does any more
 */
public record LiveEvent(String kind, String topic, String by) {

    static LiveEvent changed(String topic, String actor) {
        return new LiveEvent("changed", topic, actor);
    }

    static LiveEvent editing(String topic, String names) {
        return new LiveEvent("editing", topic, names);
    }
}
