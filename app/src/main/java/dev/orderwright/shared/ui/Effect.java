package dev.orderwright.shared.ui;

import java.util.List;

/**
 * What will change, said before it is done.
 *
 * @param hints what else it will do, in sentences
 * @param refused why it could not be done now; empty when it can
 */
public record Effect(List<Change> changes, List<String> hints, List<String> refused) {

    public static final Effect NONE = new Effect(List.of(), List.of(), List.of());

    /**
     * One value before and after.
     *
     * @param about what else helps to understand it, empty for nothing
     * @param impossible whether it cannot become that
     */
    public record Change(String what, String before, String after, String about, boolean impossible) {}

    public Effect {
        changes = List.copyOf(changes);
        hints = List.copyOf(hints);
        refused = List.copyOf(refused);
    }

    public static Effect refused(List<String> reasons) {
        return new Effect(List.of(), List.of(), reasons);
    }

    public boolean isEmpty() {
        return changes.isEmpty() && hints.isEmpty() && refused.isEmpty();
    }
}
