package dev.orderwright.shared.api;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what is missing or wrong in the fields of a request: a placeholder goes on, and {@link #done()} refuses the
 * whole with every field that is to blame.
 */
public final class InputCheck {

    private final List<Refusal> refusals = new ArrayList<>();

    /** To be called when everything is read. */
    public void done() {
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
    }

    public void refuse(String code, String field, String reason) {
        refusals.add(Refusal.of(code, field, reason));
    }

    public <T> T required(String field, @Nullable T value, T placeholder) {
        if (value == null) {
            refuse("missing", field, "'" + field + "' is required.");
            return placeholder;
        }
        return value;
    }

    /** A text that says something. */
    public String text(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            refuse("missing", field, "'" + field + "' is required.");
            return "";
        }
        return value.strip();
    }

    /** A quantity in whole units, as a number of the item's smallest unit. */
    public long units(String field, @Nullable BigDecimal quantity, int decimals) {
        if (quantity == null) {
            refuse("missing", field, "'" + field + "' is required.");
            return 0;
        }
        OptionalLong units = Quantities.units(quantity, decimals);
        if (units.isEmpty()) {
            refuse("too-many-decimals", field, "This item is counted with " + decimals + " decimals.");
        }
        return units.orElse(0);
    }

    /** A list that is not longer than one transaction should hold. */
    public <L> List<L> atMost(String field, List<L> lines, int most) {
        if (lines.size() > most) {
            refuse("too-many", field, "At most " + most + " at once, not " + lines.size() + ".");
        }
        return lines;
    }

    /**
     * What names in the body of a request stand for, in their order: what is not there is a wrong input, not a wrong
     * address. Refuses the whole when one is not there.
     *
     * @param field of a name, with {@code %d} for its place
     * @param what for people, as in "There is no package PK-1."
     */
    public <T> List<T> found(String field, List<String> names, Map<String, T> found, String code, String what) {
        List<T> things = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            T thing = found.get(names.get(i));
            if (thing == null) {
                refuse(code, field.formatted(i), t("shared.refusal.thereIsNoNamed", what, names.get(i)));
            } else {
                things.add(thing);
            }
        }
        done();
        return things;
    }

    /** The lines of a list that has to have some; a line that is null is refused. */
    public <L> List<L> lines(String field, @Nullable List<@Nullable L> lines) {
        List<L> present = new ArrayList<>();
        if (lines == null || lines.isEmpty()) {
            refuse("missing", field, "'" + field + "' needs at least one entry.");
            return present;
        }
        for (int i = 0; i < lines.size(); i++) {
            @Nullable L line = lines.get(i);
            if (line == null) {
                refuse("missing", field + "[" + i + "]", "There is nothing in this entry.");
            } else {
                present.add(line);
            }
        }
        return present;
    }
}
