package dev.orderwright.inventory.web.nodes;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.NodeDraft;
import dev.orderwright.inventory.NodeKind;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.FormInput;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node as a form has it, to be shown and to be read again. */
final class NodeForm {

    private static final String OPEN_ON = "open-";
    private static final LocalTime USUAL_CUT_OFF = LocalTime.of(14, 0);

    private NodeForm() {}

    /** What stands in the form of a node that is there. */
    static Map<String, String> of(Node node) {
        Map<String, String> in = new LinkedHashMap<>();
        in.put("code", node.code());
        in.put("name", node.name());
        in.put("kind", node.kind().name());
        in.put("street", node.street());
        in.put("city", node.city());
        in.put("postcode", node.postcode());
        in.put("country", node.country());
        in.put("zone", node.zone().getId());
        in.put("cutOff", node.cutOff().toString());
        in.put("processingDays", Integer.toString(node.processingDays()));
        in.put("closedDays", WeekRules.lines(node.closedDays()));
        in.put("version", Integer.toString(node.version()));
        node.openDays().forEach(day -> in.put(OPEN_ON + day, "yes"));
        tick(in, "ships", node.ships());
        tick(in, "active", node.active());
        return in;
    }

    private static void tick(Map<String, String> in, String name, boolean ticked) {
        if (ticked) {
            in.put(name, "yes");
        }
    }

    /** What stands in the form of a new one: a warehouse of the company's own, that works on weekdays. */
    static Map<String, String> empty(Company company) {
        Map<String, String> in = new LinkedHashMap<>();
        in.put("kind", NodeKind.WAREHOUSE.name());
        in.put("country", company.country());
        in.put("zone", company.zone().getId());
        in.put("cutOff", USUAL_CUT_OFF.toString());
        in.put("processingDays", "0");
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY).forEach(day -> in.put(OPEN_ON + day, "yes"));
        tick(in, "ships", true);
        tick(in, "active", true);
        return in;
    }

    static List<Field> fields(boolean isNew, Map<String, String> in) {
        List<Field> fields = new ArrayList<>();
        if (isNew) {
            fields.add(Field.text("code", t("inventory.nodeForm.code"), value(in, "code"))
                    .mandatory()
                    .hint(t("inventory.nodeForm.codeHint")));
        }
        fields.add(Field.text("name", t("shared.word.name"), value(in, "name")).mandatory());
        Map<String, String> kinds = new LinkedHashMap<>();
        Stream.of(NodeKind.values()).forEach(kind -> kinds.put(kind.name(), Show.words(kind)));
        fields.add(Field.select("kind", t("inventory.nodeForm.kind"), value(in, "kind"), kinds));
        fields.add(Field.text("street", t("inventory.nodeForm.street"), value(in, "street")));
        fields.add(Field.text("postcode", t("inventory.nodeForm.postcode"), value(in, "postcode")));
        fields.add(Field.text("city", t("inventory.nodeForm.city"), value(in, "city")));
        fields.add(Field.text("country", t("inventory.nodeForm.country"), value(in, "country"))
                .mandatory()
                .hint(t("inventory.nodeForm.countryHint")));
        return fields;
    }

    /** When it works. */
    static List<Field> calendar(Map<String, String> in) {
        return List.of(
                Field.text("zone", t("inventory.nodeForm.zone"), value(in, "zone"))
                        .mandatory()
                        .hint(t("inventory.nodeForm.zoneHint")),
                time("cutOff", t("inventory.nodeForm.cutOff"), value(in, "cutOff"))
                        .mandatory()
                        .hint(t("inventory.nodeForm.cutOffHint")),
                Field.number("processingDays", t("inventory.nodeForm.processingDays"), value(in, "processingDays"))
                        .hint(t("inventory.nodeForm.processingDaysHint")),
                Field.textarea("closedDays", t("inventory.nodeForm.closedDays"), value(in, "closedDays"))
                        .hint(t("inventory.nodeForm.closedDaysHint")));
    }

    private static Field time(String name, String label, String value) {
        return new Field(name, label, "time", value, "", "", false, "off", List.of());
    }

    private static String value(Map<String, String> in, String name) {
        return in.getOrDefault(name, "");
    }

    static List<NodePage.Tick> days(Map<String, String> in) {
        Locale locale = Texts.language().locale();
        return Stream.of(DayOfWeek.values())
                .map(day -> new NodePage.Tick(
                        OPEN_ON + day, day.getDisplayName(TextStyle.FULL, locale), "", in.containsKey(OPEN_ON + day)))
                .toList();
    }

    static List<NodePage.Tick> ticks(Map<String, String> in) {
        return List.of(
                new NodePage.Tick(
                        "ships",
                        t("inventory.nodeForm.ships"),
                        t("inventory.nodeForm.shipsHint"),
                        in.containsKey("ships")),
                new NodePage.Tick(
                        "active",
                        t("inventory.nodeForm.active"),
                        t("inventory.nodeForm.activeHint"),
                        in.containsKey("active")));
    }

    /** What was typed; empty when something of it cannot be understood, which the input then tells. */
    static Optional<NodeDraft> draft(FormInput input, @Nullable Node node) {
        String name = input.required("name", t("shared.word.name"));
        NodeKind kind = input.choice("kind", NodeKind.class, NodeKind.WAREHOUSE);
        ZoneId zone = zone(input);
        LocalTime cutOff = time(input);
        int processingDays = input.whole("processingDays");
        WeekRules.unreadable(input.text("closedDays"))
                .ifPresent(day ->
                        input.refuse(Refusal.of("bad-day", "closedDays", t("inventory.refusal.isNotADay", day))));
        Set<DayOfWeek> open = EnumSet.noneOf(DayOfWeek.class);
        Stream.of(DayOfWeek.values()).filter(day -> input.ticked(OPEN_ON + day)).forEach(open::add);
        String code = node == null
                ? input.required("code", t("inventory.nodeForm.code")).toUpperCase(Locale.ROOT)
                : node.code();
        return input.refusals().isEmpty()
                ? Optional.of(new NodeDraft(
                        code,
                        name,
                        kind,
                        zone,
                        input.text("street"),
                        input.text("city"),
                        input.text("postcode"),
                        input.text("country").toUpperCase(Locale.ROOT),
                        open,
                        cutOff,
                        processingDays,
                        input.ticked("ships"),
                        input.ticked("active"),
                        WeekRules.days(input.text("closedDays"))))
                : Optional.empty();
    }

    private static ZoneId zone(FormInput input) {
        String zone = input.required("zone", t("inventory.nodeForm.zone"));
        try {
            return zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone);
        } catch (DateTimeException e) {
            input.refuse(Refusal.of("unknown-zone", "zone", t("inventory.refusal.isNotATimeZone", zone)));
            return ZoneId.of("UTC");
        }
    }

    private static LocalTime time(FormInput input) {
        String time = input.required("cutOff", t("inventory.nodeForm.cutOff"));
        try {
            return time.isEmpty() ? USUAL_CUT_OFF : LocalTime.parse(time);
        } catch (DateTimeException e) {
            input.refuse(Refusal.of("bad-time", "cutOff", t("inventory.refusal.isNotATimeOfDay", time)));
            return USUAL_CUT_OFF;
        }
    }
}
