package dev.orderwright.delivery.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.delivery.Confidence;
import dev.orderwright.delivery.estimate.Learned.Chances;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** How sure the promised day is, on the page of an order that is under way. */
@Component
class OrderConfidencePanel implements OrderPanels {

    private static final int PLACE = 5;
    private static final double LIKELY = 0.8;

    private final Confidence confidence;
    private final OrderQueries orders;

    OrderConfidencePanel(Confidence confidence, OrderQueries orders) {
        this.confidence = confidence;
        this.orders = orders;
    }

    @Override
    public List<Panel> panelsFor(long orderId, Who who) {
        if (!who.may("orders:read")) {
            return List.of();
        }
        return orders.byId(orderId).flatMap(confidence::of).stream()
                .map(chances -> new Panel(Panel.Place.ASIDE, PLACE, "delivery/order.jte", view(chances)))
                .toList();
    }

    private static OrderConfidence view(Chances chances) {
        return new OrderConfidence(
                Chip.of(
                        t("delivery.order.kept", Math.round(100 * chances.kept())),
                        chances.kept() >= LIKELY ? Tone.GOOD : chances.kept() >= 0.5 ? Tone.WARN : Tone.BAD),
                List.of(
                        KeyValue.of(t("delivery.order.half"), Show.day(chances.p50())),
                        KeyValue.of(t("delivery.order.most"), Show.day(chances.p80())),
                        KeyValue.of(t("delivery.order.nearlyAll"), Show.day(chances.p95()))));
    }
}
