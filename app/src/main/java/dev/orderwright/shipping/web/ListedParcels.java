package dev.orderwright.shipping.web;

import dev.orderwright.documents.PrintRun;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.ParcelFilter;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The packages of a list of the ship desk, for whoever wants all of them. */
@Component
class ListedParcels {

    private final ShipDesk desk;
    private final Show show;
    private final InstantSource clock;

    ListedParcels(ShipDesk desk, Show show, InstantSource clock) {
        this.desk = desk;
        this.show = show;
        this.clock = clock;
    }

    /** In the order of the list; one more than can be printed together where there are more. */
    List<Parcel> of(String list, WorkPlaces at) {
        return ShipLists.named(list).stream()
                .map(named -> new ParcelFilter(
                        named,
                        at.chosenId(),
                        clock.instant().atZone(show.zone()).toLocalDate()))
                .flatMap(filter -> desk.list(filter, null, PrintRun.PAPERS_MAX + 1).items().stream())
                .map(ShipDesk.Row::parcel)
                .toList();
    }
}
