package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.TodayPanels;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShippingQueries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When the day ends at each node, and what has to leave with which carrier before it does. */
@Component
public class CutOffs implements TodayPanels {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int AFTER_THE_PLOT = 20;

    private final ShipDesk desk;
    private final ShippingQueries parcels;
    private final Inventory inventory;
    private final InstantSource clock;

    CutOffs(ShipDesk desk, ShippingQueries parcels, Inventory inventory, InstantSource clock) {
        this.desk = desk;
        this.parcels = parcels;
        this.inventory = inventory;
        this.clock = clock;
    }

    /** @param waiting packages that the carrier has to take along */
    public record Row(String node, String carrier, String waiting, Chip cutOff, String url) {}

    /** What leaves today. */
    public record View(List<Row> rows) {}

    private record Leaving(Node node, ShipDesk.Leaving packages) {}

    @Override
    public List<Panel> todayPanels(Who who) {
        if (!who.may("shipping:read")) {
            return List.of();
        }
        Map<Long, Node> nodes = inventory.nodes().stream()
                .filter(node -> who.worksAt(node.code()))
                .collect(Collectors.toMap(Node::id, Function.identity()));
        Instant now = clock.instant();
        List<Leaving> leaving = new ArrayList<>();
        for (ShipDesk.Leaving packages : desk.leaving()) {
            Node node = nodes.get(packages.nodeId());
            if (node != null) {
                leaving.add(new Leaving(node, packages));
            }
        }
        leaving.sort(Comparator.comparing((Leaving one) -> ends(one.node(), now))
                .thenComparing(one -> one.packages().carrier()));
        List<Row> rows = leaving.stream().map(one -> row(one, now)).toList();
        return List.of(new Panel(Panel.Place.MAIN, AFTER_THE_PLOT, "shipping/cutOffs.jte", new View(rows)));
    }

    private Row row(Leaving leaving, Instant now) {
        return new Row(
                leaving.node().name(),
                parcels.carrierName(leaving.packages().carrier()),
                Show.number(leaving.packages().packages()),
                of(leaving.node(), now),
                Link.to("/ship")
                        .with("list", ShipLists.name(ShipDesk.ParcelList.TO_HAND_OVER))
                        .with(WorkPlaces.PARAMETER, leaving.node().code())
                        .toString());
    }

    private static Instant ends(Node node, Instant now) {
        return now.atZone(node.zone()).with(node.cutOff()).toInstant();
    }

    /** When the node's day ends, in its own zone, and how long that is. */
    static Chip of(Node node, Instant now) {
        ZonedDateTime there = now.atZone(node.zone());
        if (!node.isOpen(there.toLocalDate())) {
            return Chip.of(t("shipping.shipPages.closedToday"));
        }
        ZonedDateTime cutOff = there.with(node.cutOff());
        Duration left = Duration.between(there, cutOff);
        String at = t(
                "shipping.cutOffs.at",
                DateTimeFormatter.ofPattern("HH:mm z", Texts.language().locale())
                        .format(cutOff));
        if (left.isNegative()) {
            return Chip.of(t("shipping.shipPages.passed", at), Tone.BAD);
        }
        String in = left.compareTo(HOUR) < 0
                ? t("shipping.shipPages.minLeft", left.toMinutes())
                : t("shipping.shipPages.hMinLeft", left.toHours(), left.toMinutesPart());
        return Chip.of(at + ", " + in, left.compareTo(HOUR) < 0 ? Tone.WARN : Tone.NEUTRAL);
    }
}
