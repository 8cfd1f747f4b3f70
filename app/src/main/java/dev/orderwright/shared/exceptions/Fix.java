package dev.orderwright.shared.exceptions;

import org.jspecify.annotations.Nullable;

/**
 * A way to mend exceptions of a cause.
 *
 * @param name stable: {@code release}
 * @param label what its button says
 * @param effect what it will do, in a sentence
 * @param permission who may
 * @param asksWhy whether a reason has to be given: it cannot be taken back, or somebody will ask one day
 * @param undoPermission who may take it back; null when it cannot be
 */
public record Fix(
        String name,
        String label,
        String effect,
        String permission,
        boolean asksWhy,
        @Nullable String undoPermission) {

    /** One that is safe to repeat and needs no reason. */
    public static Fix of(String name, String label, String effect, String permission) {
        return new Fix(name, label, effect, permission, false, null);
    }

    /** One that a reason has to be given for. */
    public static Fix asking(String name, String label, String effect, String permission) {
        return new Fix(name, label, effect, permission, true, null);
    }

    public Fix undoneBy(String undoing) {
        return new Fix(name, label, effect, permission, asksWhy, undoing);
    }
}
