package dev.orderwright.shared.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, read field by field; what cannot be understood is gathered under the field's name. */
public final class FormInput {

    private final Map<String, String> in;
    private final List<Refusal> refusals = new ArrayList<>();

    public FormInput(Map<String, String> in) {
        this.in = Map.copyOf(in);
    }

    /** What could not be understood so far. */
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public String text(String name) {
        return in.getOrDefault(name, "").strip();
    }

    public @Nullable String textOrNull(String name) {
        return text(name).isEmpty() ? null : text(name);
    }

    /** A text that must be there; empty after it was refused. */
    public String required(String name, String label) {
        if (text(name).isEmpty()) {
            refusals.add(Refusal.of("missing", name, t("shared.refusal.isRequired", label)));
        }
        return text(name);
    }

    /** A whole number; an empty field is 0. */
    public int whole(String name) {
        try {
            return text(name).isEmpty() ? 0 : Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            return refused(name, t("shared.refusal.aWholeNumber"), 0);
        }
    }

    /** A number with decimals as the reader's language writes it; an empty field is 0. */
    public BigDecimal decimal(String name) {
        return text(name).isEmpty()
                ? BigDecimal.ZERO
                : TypedNumbers.parse(text(name))
                        .orElseGet(() -> refused(name, t("shared.refusal.aNumber"), BigDecimal.ZERO));
    }

    /** A day as browsers send it; null for an empty field. */
    public @Nullable LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            refusals.add(
                    Refusal.of("bad-value", name, t("shared.refusal.isNot", text(name), t("shared.refusal.aDay"))));
            return null;
        }
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E placeholder) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text(name))) {
                return value;
            }
        }
        return refused(name, t("shared.refusal.oneOfTheChoices"), placeholder);
    }

    public boolean ticked(String name) {
        return in.containsKey(name);
    }

    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    private <T> T refused(String name, String wanted, T placeholder) {
        refusals.add(Refusal.of("bad-value", name, t("shared.refusal.isNot", text(name), wanted)));
        return placeholder;
    }

    /** Refusals of a facade that takes lists, under the names of the fields of a form about one thing. */
    public static List<Refusal> named(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> Refusal.of(
                        refusal.code(), refusal.field().replaceFirst("^[a-z]+\\[\\d+]\\.", ""), refusal.reason()))
                .toList();
    }
}
