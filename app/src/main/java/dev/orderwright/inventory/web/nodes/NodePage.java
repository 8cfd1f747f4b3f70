package dev.orderwright.inventory.web.nodes;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.TimelineEntry;
import java.util.List;

/**
 * One node, or a new one.
 *
 * @param topic under which open pages hear of it; empty for a new one
 * @param fields what it is and where; empty for those who may not change it, as all of the form is
 * @param calendar when it works
 * @param days of the week, on which it works
 * @param daysError what is wrong with them, empty when nothing is
 * @param facts what is known, for those who may not change it
 * @param stockUrl what lies there; empty for a new one
 */
public record NodePage(
        boolean isNew,
        String title,
        List<Chip> chips,
        String topic,
        String action,
        List<Field> fields,
        List<Field> calendar,
        List<Tick> days,
        String daysError,
        List<Tick> ticks,
        String version,
        List<Refusal> refusals,
        List<KeyValue> facts,
        String stockUrl,
        List<TimelineEntry> history) {

    /** Something that is so or not. */
    public record Tick(String name, String label, String hint, boolean ticked) {}

    public boolean isForm() {
        return !fields.isEmpty();
    }
}
