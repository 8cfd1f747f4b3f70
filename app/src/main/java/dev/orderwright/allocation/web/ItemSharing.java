package dev.orderwright.allocation.web;

import dev.orderwright.orders.ItemDemand;
import dev.orderwright.shared.web.ItemPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** On the page of an item for which orders wait: the way to share it out anew. */
@Component
class ItemSharing implements ItemPanels {

    private static final int FIRST = 1;

    private final ItemDemand demand;

    ItemSharing(ItemDemand demand) {
        this.demand = demand;
    }

    @Override
    public List<Panel> panelsFor(long itemId, Who who) {
        return who.may(SharingScreens.MAY) && !demand.waitingFor(itemId).isEmpty()
                ? List.of(new Panel(
                        Panel.Place.ASIDE,
                        FIRST,
                        "allocation/itemSharing.jte",
                        new ItemSharingPanel(SharingScreens.url(itemId))))
                : List.of();
    }
}
