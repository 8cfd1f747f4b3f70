package dev.orderwright.inventory.web.nodes;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.History;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of nodes. */
@Component
class NodePages {

    private static final int HISTORY_MAX = 50;
    private static final int CLOSED_SHOWN = 12;

    private final Facts facts;
    private final Show show;
    private final InstantSource clock;

    NodePages(Facts facts, Show show, InstantSource clock) {
        this.facts = facts;
        this.show = show;
        this.clock = clock;
    }

    private static boolean mayWrite(Who who, String code) {
        return who.may("inventory:write") && who.worksAt(code);
    }

    NodesPage list(List<Node> nodes, Who who) {
        return new NodesPage(
                who.may("inventory:write"),
                nodes.stream()
                        .sorted(Comparator.comparing(Node::code))
                        .map(this::row)
                        .toList());
    }

    private NodesPage.Row row(Node node) {
        return new NodesPage.Row(
                node.code(),
                NodeScreens.LIST + "/" + node.code(),
                node.name(),
                Show.words(node.kind()),
                place(node),
                WeekRules.text(node.openDays(), Texts.language().locale()),
                t("inventory.nodes.cutOffIn", node.cutOff(), node.zone().getId()),
                processing(node),
                closed(node, 1),
                chips(node));
    }

    private static String place(Node node) {
        return Stream.of(node.city(), node.country())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static String processing(Node node) {
        return node.processingDays() == 0
                ? t("inventory.nodes.sameDay")
                : t("inventory.nodes.days", node.processingDays());
    }

    /** The next days on which nobody works there. */
    private String closed(Node node, int most) {
        LocalDate today = clock.instant().atZone(node.zone()).toLocalDate();
        return node.closedDays().stream()
                .filter(day -> !day.isBefore(today))
                .sorted()
                .limit(most)
                .map(Show::day)
                .collect(Collectors.joining(", "));
    }

    private static List<Chip> chips(Node node) {
        List<Chip> chips = new ArrayList<>();
        if (!node.active()) {
            chips.add(Chip.of(t("inventory.nodes.closed"), Tone.WARN));
        }
        if (!node.ships()) {
            chips.add(Chip.of(t("inventory.nodes.doesNotShip")));
        }
        return chips;
    }

    WebPage page(@Nullable Node node, Map<String, String> in, List<Refusal> refusals, Who who) {
        boolean form = node == null || mayWrite(who, node.code());
        List<Field> fields = form ? NodeForm.fields(node == null, in) : List.of();
        List<Field> calendar = form ? NodeForm.calendar(in) : List.of();
        List<Field> all = Stream.concat(fields.stream(), calendar.stream()).toList();
        String title = node == null ? t("inventory.nodes.newNode") : node.name();
        NodePage view = new NodePage(
                node == null,
                title,
                node == null ? List.of() : chips(node),
                node == null ? "" : "node/" + node.id(),
                node == null ? NodeScreens.LIST : NodeScreens.LIST + "/" + node.code(),
                fields.stream().map(field -> field.errorsOf(refusals)).toList(),
                calendar.stream().map(field -> field.errorsOf(refusals)).toList(),
                NodeForm.days(in),
                refusals.stream()
                        .filter(refusal -> refusal.field().equals("openDays"))
                        .map(Refusal::reason)
                        .findFirst()
                        .orElse(""),
                NodeForm.ticks(in),
                in.getOrDefault("version", ""),
                Field.rest(refusals, all).stream()
                        .filter(refusal -> !refusal.field().equals("openDays"))
                        .map(refusal -> Refusal.of(refusal.code(), refusal.reason()))
                        .toList(),
                node == null ? List.of() : details(node, form),
                node == null
                        ? ""
                        : Link.to("/inventory").with("node", node.code()).toString(),
                node == null ? List.of() : History.of(facts.of("node", node.id(), HISTORY_MAX), show));
        return WebPage.of("inventory/node.jte", view, title)
                .in("nodes")
                .crumb(t("inventory.nodes.title"), NodeScreens.LIST)
                .with("console/operations.css");
    }

    /** @param form whether the form beside it says the rest */
    private List<KeyValue> details(Node node, boolean form) {
        List<KeyValue> details = new ArrayList<>();
        details.add(KeyValue.of(t("inventory.nodeForm.code"), node.code()));
        details.add(KeyValue.of(t("inventory.nodes.nowThere"), Show.moment(clock.instant(), node.zone())));
        String closed = closed(node, CLOSED_SHOWN);
        if (!closed.isEmpty()) {
            details.add(KeyValue.of(t("inventory.nodes.closedNext"), closed));
        }
        if (!form) {
            details.add(KeyValue.of(t("inventory.nodeForm.kind"), Show.words(node.kind())));
            details.add(KeyValue.of(
                    t("inventory.nodes.address"),
                    Stream.of(node.street(), node.postcode() + " " + node.city(), node.country())
                            .filter(part -> !part.isBlank())
                            .collect(Collectors.joining(", "))));
            details.add(KeyValue.of(
                    t("inventory.nodes.open"),
                    WeekRules.text(node.openDays(), Texts.language().locale())));
            details.add(KeyValue.of(
                    t("inventory.nodeForm.cutOff"),
                    t("inventory.nodes.cutOffIn", node.cutOff(), node.zone().getId())));
            details.add(KeyValue.of(t("inventory.nodeForm.processingDays"), processing(node)));
        }
        return details;
    }
}
