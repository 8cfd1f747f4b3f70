package dev.orderwright.shipping.web;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.shipping.TrackingEvent;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On the page of an order: which node works on it, how far it is, and where the packages are. */
@Component
class OrderWorkPanel implements OrderPanels {

    private static final int PLACE = 10;

    private final FulfilmentQueries works;
    private final ShippingQueries parcels;
    private final Inventory inventory;
    private final Show show;
    private final InstantSource clock;

    OrderWorkPanel(
            FulfilmentQueries works, ShippingQueries parcels, Inventory inventory, Show show, InstantSource clock) {
        this.works = works;
        this.parcels = parcels;
        this.inventory = inventory;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public List<Panel> panelsFor(long orderId, Who who) {
        List<FulfilmentOrder> own = who.mayAny("fulfilment:read", "shipping:read")
                ? works.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of())
                : List.of();
        if (own.isEmpty()) {
            return List.of();
        }
        List<Parcel> sent = parcels.ofOrders(List.of(orderId)).getOrDefault(orderId, List.of()).stream()
                .filter(parcel -> parcel.state() != PackageState.VOIDED)
                .toList();
        Map<Long, List<TrackingEvent>> events =
                parcels.events(sent.stream().map(Parcel::id).toList());
        Map<Long, String> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, Node::name));
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        OrderWorkView view = new OrderWorkView(own.stream()
                .map(work -> work(
                        work,
                        nodes.getOrDefault(work.nodeId(), "–"),
                        sent.stream()
                                .filter(parcel -> parcel.fulfilmentId() == work.id())
                                .map(parcel -> box(parcel, events.getOrDefault(parcel.id(), List.of()), today, who))
                                .toList(),
                        who))
                .toList());
        return List.of(new Panel(Panel.Place.MAIN, PLACE, "shipping/order-work.jte", view));
    }

    private static OrderWorkView.Work work(FulfilmentOrder work, String node, List<OrderWorkView.Box> boxes, Who who) {
        return new OrderWorkView.Work(
                work.number(),
                who.may("fulfilment:read") ? "/pick/" + work.number() : "",
                node,
                chip(work.state()),
                work.assignee() == null ? "" : work.assignee(),
                Show.day(work.shipOn()),
                work.reason(),
                boxes);
    }

    private static Chip chip(FulfilmentState state) {
        return Chip.of(
                Texts.of(state),
                switch (state) {
                    case CANCEL_REQUESTED -> Tone.BAD;
                    case REJECTED, CANCEL_REFUSED -> Tone.WARN;
                    case SHIPPED, CLOSED -> Tone.GOOD;
                    case RELEASED, ACCEPTED, PICKING, PICKED, PACKED, CANCELLED -> Tone.NEUTRAL;
                });
    }

    private OrderWorkView.Box box(Parcel parcel, List<TrackingEvent> events, LocalDate today, Who who) {
        String url = "/packages/" + parcel.number();
        String event = events.isEmpty()
                ? ""
                : ParcelPages.words(events.getLast()) + ", "
                        + show.moment(events.getLast().at());
        return new OrderWorkView.Box(
                parcel.number(),
                who.may("shipping:read") ? url : "",
                Packages.chip(parcel.state()),
                parcel.tag().trackingNumber(),
                event,
                parcel.hasLabel() && ParcelCards.mayPrint(who) ? url + "/label.pdf" : "",
                parcel.isLate(today));
    }
}
