package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.PriorityFormula;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.web.FormInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The formula as it stands in a form: {@code priority}, {@code day} and so on, {@code channels.web} for each channel with
 * points of its own, and {@code newChannel} for one that is to have some.
 *
 * @param in what the fields hold, as text
 * @param refusals what could not be read
 */
record PriorityForm(Map<String, String> in, int seen, PriorityFormula formula, String why, List<Refusal> refusals) {

    static final String CHANNEL = "channels.";
    static final String NEW = "newChannel";
    static final String NEW_POINTS = "newChannelPoints";

    static PriorityForm of(int seen, PriorityFormula formula) {
        Map<String, String> in = new HashMap<>();
        in.put("priority", Integer.toString(formula.priority()));
        in.put("day", Integer.toString(formula.day()));
        in.put("age", Integer.toString(formula.age()));
        in.put("value", Integer.toString(formula.value()));
        in.put("valueMax", Integer.toString(formula.valueMax()));
        formula.channels().forEach((channel, points) -> in.put(CHANNEL + channel, Integer.toString(points)));
        return new PriorityForm(in, seen, formula, "", List.of());
    }

    /** What was typed; a channel whose points were emptied has none of its own any more. */
    static PriorityForm typed(Map<String, String> form) {
        Map<String, String> in = new HashMap<>(form);
        in.keySet()
                .removeIf(name ->
                        name.startsWith(CHANNEL) && form.getOrDefault(name, "").isBlank());
        String added = form.getOrDefault(NEW, "").strip();
        if (!added.isEmpty()) {
            in.put(CHANNEL + added, form.getOrDefault(NEW_POINTS, ""));
        }
        FormInput input = new FormInput(in);
        Map<String, Integer> channels = new TreeMap<>();
        in.keySet().stream()
                .filter(name -> name.startsWith(CHANNEL))
                .forEach(name -> channels.put(name.substring(CHANNEL.length()), input.whole(name)));
        PriorityFormula formula = new PriorityFormula(
                0,
                input.whole("priority"),
                input.whole("day"),
                input.whole("age"),
                input.whole("value"),
                input.whole("valueMax"),
                channels);
        int seen = input.whole("version");
        return new PriorityForm(in, seen, formula, input.text("why"), input.refusals());
    }

    List<Field> points(List<Refusal> refused) {
        return List.of(
                number("priority", t("orders.priority.priority"), refused).hint(t("orders.priority.priorityHint")),
                number("day", t("orders.priority.day"), refused).hint(t("orders.priority.dayHint")),
                number("age", t("orders.priority.age"), refused).hint(t("orders.priority.ageHint")),
                number("value", t("orders.priority.value"), refused).hint(t("orders.priority.valueHint")),
                number("valueMax", t("orders.priority.valueMax"), refused).hint(t("orders.priority.valueMaxHint")));
    }

    List<Field> channels(List<Refusal> refused) {
        return formula.channels().keySet().stream()
                .sorted()
                .map(channel -> number(CHANNEL + channel, t("orders.priority.ofChannel", channel), refused))
                .toList();
    }

    private Field number(String name, String label, List<Refusal> refused) {
        return Field.number(name, label, in.getOrDefault(name, "")).errorsOf(refused);
    }
}
