package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.web.WaitingOutside;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shipping.LabelState;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import dev.orderwright.shipping.ShippingQueries;
import java.util.List;
import org.springframework.stereotype.Component;

/** What carriers have not answered. */
@Component
class LabelsWaiting implements WaitingOutside {

    private final ShippingQueries queries;

    LabelsWaiting(ShippingQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Waiting> waitingFor(Who who) {
        if (!who.may("shipping:read")) {
            return List.of();
        }
        Backlog labels = queries.asked(LabelState.REQUESTED);
        Backlog voids = queries.asked(LabelState.VOID_REQUESTED);
        return List.of(
                new Waiting(
                        t("shipping.labelsWaiting.labels"),
                        labels.count(),
                        labels.oldest(),
                        ShipLists.url(ParcelList.LABEL_ASKED),
                        false,
                        20),
                new Waiting(t("shipping.labelsWaiting.voids"), voids.count(), voids.oldest(), "", false, 21));
    }
}
