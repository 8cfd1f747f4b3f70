package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The work of the nodes on the start page: for those who work at some nodes, what waits there. */
@Component
class FulfilmentTiles implements TodayTiles {

    private final FulfilmentQueries queries;
    private final WorkPlaces.Book places;

    FulfilmentTiles(FulfilmentQueries queries, WorkPlaces.Book places) {
        this.queries = queries;
        this.places = places;
    }

    @Override
    public List<TodayTile> tilesFor(Who who) {
        if (!who.may("fulfilment:read")) {
            return List.of();
        }
        Map<WorkList, Backlog> counts = backlogs(who);
        Backlog cancelling = counts.getOrDefault(WorkList.CANCEL_ASKED, Backlog.NONE);
        long asked = cancelling.count();
        return List.of(
                new TodayTile(
                                t("fulfilment.fulfilmentTiles.cancelAsked"),
                                asked,
                                PickPages.oldestFirst(WorkList.CANCEL_ASKED),
                                asked > 0 ? Tone.BAD : Tone.NEUTRAL,
                                asked > 0
                                        ? t("fulfilment.fulfilmentTiles.theNodeMustAnswer")
                                        : t("fulfilment.fulfilmentTiles.nobodyWaitsForAnAnswer"),
                                25)
                        .waitingSince(cancelling.oldest()),
                tile(WorkList.TO_ACCEPT, counts, t("fulfilment.fulfilmentTiles.releasedNotTakenOnYet"), 30),
                tile(WorkList.TO_PICK, counts, t("fulfilment.fulfilmentTiles.acceptedNobodyPicksItYet"), 31),
                tile(WorkList.IN_PICKING, counts, t("fulfilment.fulfilmentTiles.somebodyWalks"), 32));
    }

    private static TodayTile tile(WorkList list, Map<WorkList, Backlog> counts, String hint, int order) {
        Backlog backlog = counts.getOrDefault(list, Backlog.NONE);
        return new TodayTile(
                        PickPages.title(list), backlog.count(), PickPages.oldestFirst(list), Tone.NEUTRAL, hint, order)
                .waitingSince(backlog.oldest());
    }

    private Map<WorkList, Backlog> backlogs(Who who) {
        if (who.nodes().isEmpty()) {
            return queries.backlogs(null);
        }
        Map<WorkList, Backlog> sum = new EnumMap<>(WorkList.class);
        places.all().stream()
                .filter(place -> who.worksAt(place.code()))
                .forEach(place -> queries.backlogs(place.id()).forEach((list, n) -> sum.merge(list, n, Backlog::and)));
        return sum;
    }
}
