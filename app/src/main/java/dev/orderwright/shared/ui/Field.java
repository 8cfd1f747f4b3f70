package dev.orderwright.shared.ui;

import dev.orderwright.shared.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form, with what was typed and what was wrong with it.
 *
 * @param type an HTML input type, {@code textarea} or {@code select}
 * @param autocomplete what the browser may fill in, {@code off} for nothing
 * @param options what can be chosen; empty for all but a select
 */
public record Field(
        String name,
        String label,
        String type,
        String value,
        String hint,
        String error,
        boolean required,
        String autocomplete,
        List<Option> options) {

    public Field {
        options = List.copyOf(options);
    }

    public static Field text(String name, String label, String value) {
        return new Field(name, label, "text", value, "", "", false, "off", List.of());
    }

    public static Field number(String name, String label, String value) {
        return new Field(name, label, "number", value, "", "", false, "off", List.of());
    }

    public static Field date(String name, String label, String value) {
        return new Field(name, label, "date", value, "", "", false, "off", List.of());
    }

    public static Field textarea(String name, String label, String value) {
        return new Field(name, label, "textarea", value, "", "", false, "off", List.of());
    }

    /** A password is never sent back to the browser. */
    public static Field password(String name, String label, String autocomplete) {
        return new Field(name, label, "password", "", "", "", true, autocomplete, List.of());
    }

    /** One choice of a select. */
    public record Option(String value, String label, boolean selected) {}

    /**
     * A select.
     *
     * @param value the choice that stands now
     * @param choices labels by value, in their order
     */
    public static Field select(String name, String label, String value, Map<String, String> choices) {
        List<Option> options = choices.entrySet().stream()
                .map(choice -> new Option(
                        choice.getKey(), choice.getValue(), choice.getKey().equals(value)))
                .toList();
        return new Field(name, label, "select", value, "", "", false, "off", options);
    }

    public Field hint(String text) {
        return new Field(name, label, type, value, text, error, required, autocomplete, options);
    }

    public Field mandatory() {
        return new Field(name, label, type, value, hint, error, true, autocomplete, options);
    }

    public Field fillBy(String token) {
        return new Field(name, label, type, value, hint, error, required, token, options);
    }

    /** Takes the first refusal that is about this field. */
    public Field errorsOf(Collection<Refusal> refusals) {
        String text = refusals.stream()
                .filter(refusal -> refusal.field().equals(name))
                .map(Refusal::reason)
                .findFirst()
                .orElse("");
        return new Field(name, label, type, value, hint, text, required, autocomplete, options);
    }

    /** The refusals that no field of the form shows. */
    public static List<Refusal> rest(Collection<Refusal> refusals, Collection<Field> fields) {
        return refusals.stream()
                .filter(refusal ->
                        fields.stream().noneMatch(field -> field.name().equals(refusal.field())))
                .toList();
    }

    public boolean hasError() {
        return !error.isEmpty();
    }

    /** Whether one goes on here in a form: at the first field that is wrong or, where all are right, the first of all. */
    public boolean beginsIn(List<Field> form) {
        Field first = form.stream().filter(Field::hasError).findFirst().orElse(form.getFirst());
        return first.name().equals(name);
    }

    /**
     * Ids of the hint and the error, for {@code aria-describedby}; null leaves the attribute out.
     *
     * @param prefix of all ids of the form
     */
    public @Nullable String describedBy(String prefix) {
        if (hasError()) {
            return prefix + name + "-error";
        }
        return hint.isEmpty() ? null : prefix + name + "-hint";
    }
}
