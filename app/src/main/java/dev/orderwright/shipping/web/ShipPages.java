package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.LabelState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.ParcelFilter;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.shipping.TrackingEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the ship desk. */
@Component
class ShipPages {

    private static final int ROWS = 100;

    private final ShipDesk desk;
    private final ShippingQueries parcels;
    private final FulfilmentQueries works;
    private final Inventory inventory;
    private final Show show;
    private final InstantSource clock;

    ShipPages(
            ShipDesk desk,
            ShippingQueries parcels,
            FulfilmentQueries works,
            Inventory inventory,
            Show show,
            InstantSource clock) {
        this.desk = desk;
        this.parcels = parcels;
        this.works = works;
        this.inventory = inventory;
        this.show = show;
        this.clock = clock;
    }

    /** What the rows of a page need beside the packages. */
    private record Around(
            WorkPlaces at,
            Instant now,
            LocalDate today,
            Map<Long, FulfilmentOrder> works,
            Map<Long, List<TrackingEvent>> events,
            boolean mayWork) {}

    ShipPage page(@Nullable String asked, @Nullable String cursor, WorkPlaces at, Who who, ScanAnswer said) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(show.zone()).toLocalDate();
        ShipDesk.Counts counts = desk.counts(at.chosenId(), today);
        ParcelList list = ShipLists.named(asked, counts);
        Page<ShipDesk.Row> page = desk.list(new ParcelFilter(list, at.chosenId(), today), cursor, ROWS);
        List<Parcel> shown = page.items().stream().map(ShipDesk.Row::parcel).toList();
        Around around = new Around(
                at,
                now,
                today,
                works.byId(shown.stream().map(Parcel::fulfilmentId).collect(Collectors.toSet())),
                parcels.events(shown.stream().map(Parcel::id).toList()),
                who.may("shipping:write"));
        return new ShipPage(
                ShipLists.tabs(counts, list, now),
                ShipLists.name(list),
                at.chosen() == null ? "" : at.chosen().code(),
                at.isChoice() ? at.options() : List.of(),
                groups(list, page.items(), around),
                Pager.of(
                        page,
                        Link.to("/ship").with("list", ShipLists.name(list)),
                        "cursor",
                        cursor,
                        t("shared.one.package"),
                        t("shared.many.packages")),
                ShipLists.emptyTitle(list),
                ShipLists.emptyText(list),
                list == ParcelList.TO_HAND_OVER && around.mayWork(),
                ParcelCards.mayPrint(who),
                ShipLists.isLabelled(list),
                around.mayWork(),
                ShipLists.dated(list),
                said);
    }

    private List<ShipPage.Group> groups(ParcelList list, List<ShipDesk.Row> rows, Around around) {
        if (rows.isEmpty()) {
            return List.of();
        }
        if (list != ParcelList.TO_HAND_OVER) {
            return List.of(new ShipPage.Group(
                    "", Chip.of(""), rows.stream().map(row -> row(row, around)).toList()));
        }
        Map<String, List<ShipDesk.Row>> byCarrier = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> parcels.carrierName(row.parcel().tag().carrier()), TreeMap::new, Collectors.toList()));
        List<ShipPage.Group> groups = new ArrayList<>();
        byCarrier.forEach((carrier, own) -> groups.add(new ShipPage.Group(
                carrier,
                deadline(around),
                own.stream().map(row -> row(row, around)).toList())));
        return groups;
    }

    /** When the chosen node's day ends; each node has an end of its own. */
    private Chip deadline(Around around) {
        WorkPlaces.Place place = around.at().chosen();
        Node node = inventory.nodes().stream()
                .filter(one -> place != null && one.id() == place.id())
                .findFirst()
                .orElse(null);
        if (node == null) {
            return Chip.of("");
        }
        return CutOffs.of(node, around.now());
    }

    private ShipPage.Row row(ShipDesk.Row row, Around around) {
        Parcel parcel = row.parcel();
        return new ShipPage.Row(
                parcel.number(),
                "/packages/" + parcel.number(),
                parcel.orderNumber(),
                "/orders/" + parcel.orderNumber(),
                around.at().chosen() == null ? around.at().name(parcel.nodeId()) : "",
                chips(parcel, around),
                parcel.tag().trackingNumber(),
                ParcelCards.weight(parcel.measures().weightGrams()),
                day(parcel, around),
                note(row, around),
                Show.age(parcel.updatedAt(), around.now()),
                around.mayWork() && row.label() != LabelState.BOUGHT);
    }

    private static List<Chip> chips(Parcel parcel, Around around) {
        List<Chip> chips = new ArrayList<>();
        FulfilmentOrder work = around.works().get(parcel.fulfilmentId());
        if (work != null && parcel.state().isAtNode()) {
            chips.addAll(PackPages.warnings(work, around.today()));
        }
        if (!parcel.state().isAtNode()) {
            chips.add(Packages.chip(parcel.state()));
        }
        if (parcel.isLate(around.today())) {
            chips.add(Chip.of(t("shipping.shipPages.late"), Tone.BAD));
        }
        return chips;
    }

    /** The day it is to leave, was promised for, or has arrived on. */
    private String day(Parcel parcel, Around around) {
        if (parcel.journey().deliveredAt() != null) {
            return show.moment(parcel.journey().deliveredAt());
        }
        if (!parcel.state().isAtNode()) {
            return Show.day(parcel.journey().deliverOn());
        }
        FulfilmentOrder work = around.works().get(parcel.fulfilmentId());
        return Show.day(work == null ? null : work.shipOn());
    }

    private static String note(ShipDesk.Row row, Around around) {
        if (row.label() == LabelState.FAILED) {
            return t("shipping.shipPages.noLabel", row.problem());
        }
        if (row.label() == LabelState.REQUESTED) {
            return t(
                    "shipping.shipPages.theCarrierHasNotAnswered",
                    (row.labelAskedAt() == null ? "a while" : Show.age(row.labelAskedAt(), around.now())));
        }
        List<TrackingEvent> events = around.events().getOrDefault(row.parcel().id(), List.of());
        if (!events.isEmpty()) {
            return ParcelPages.words(events.getLast());
        }
        return row.label() == null ? t("shipping.shipPages.nobodyHasAskedForA") : "";
    }
}
