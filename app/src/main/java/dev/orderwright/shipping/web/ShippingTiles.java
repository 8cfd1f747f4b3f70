package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.Counts;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Packing and shipping on the start page. */
@Component
class ShippingTiles implements TodayTiles {

    private final ShipDesk desk;
    private final FulfilmentQueries works;
    private final WorkPlaces.Book places;
    private final Show show;
    private final InstantSource clock;

    ShippingTiles(ShipDesk desk, FulfilmentQueries works, WorkPlaces.Book places, Show show, InstantSource clock) {
        this.desk = desk;
        this.works = works;
        this.places = places;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public List<TodayTile> tilesFor(Who who) {
        if (!who.may("shipping:read")) {
            return List.of();
        }
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        @Nullable Long[] nodes = nodes(who);
        Counts counts =
                Arrays.stream(nodes).map(node -> desk.counts(node, today)).reduce(Counts.NONE, Counts::and);
        Backlog toPack = Arrays.stream(nodes)
                .map(node -> works.backlogs(node).getOrDefault(WorkList.TO_PACK, Backlog.NONE))
                .reduce(Backlog.NONE, Backlog::and);
        long failed = counts.failedLabels().count();
        long unanswered = counts.labelAsked().count();
        long late = counts.late().count();
        long trouble = counts.trouble().count();
        return List.of(
                new TodayTile(
                                t("shipping.shippingTiles.failedLabels"),
                                failed,
                                ShipLists.url(ParcelList.TO_LABEL),
                                failed > 0 ? Tone.BAD : Tone.NEUTRAL,
                                unanswered > 0
                                        ? t("shipping.shippingTiles.moreWaitForAnAnswer", Show.number(unanswered))
                                        : t("shipping.shippingTiles.refusedByACarrier"),
                                26)
                        .waitingSince(counts.failedLabels().oldest()),
                new TodayTile(
                                t("shipping.shippingTiles.lateParcels"),
                                late,
                                ShipLists.url(ParcelList.LATE),
                                late > 0 ? Tone.WARN : Tone.NEUTRAL,
                                trouble > 0
                                        ? t("shipping.shippingTiles.inTroubleOnTheWay", Show.number(trouble))
                                        : t("shipping.shippingTiles.pastTheirPromisedDay"),
                                27)
                        .waitingSince(counts.late().oldest()),
                new TodayTile(
                                t("shipping.shippingTiles.toPack"),
                                toPack.count(),
                                "/pack?sort=age",
                                Tone.NEUTRAL,
                                t("shipping.shippingTiles.pickedOnTheWayTo"),
                                33)
                        .waitingSince(toPack.oldest()),
                new TodayTile(
                                t("shipping.shippingTiles.toShip"),
                                counts.toHandOver().count(),
                                ShipLists.url(ParcelList.TO_HAND_OVER),
                                Tone.NEUTRAL,
                                t("shipping.shippingTiles.labelledWaitingForTheCarrier"),
                                34)
                        .waitingSince(counts.toHandOver().oldest()));
    }

    /** One null for everywhere. */
    private @Nullable Long[] nodes(Who who) {
        return who.nodes().isEmpty()
                ? new @Nullable Long[] {null}
                : places.all().stream()
                        .filter(place -> who.worksAt(place.code()))
                        .map(WorkPlaces.Place::id)
                        .toArray(Long[]::new);
    }
}
