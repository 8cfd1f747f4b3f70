package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.Label;
import dev.orderwright.shipping.LabelState;
import dev.orderwright.shipping.PackageEvent;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.PackageTransitions;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipment;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.shipping.TrackingCode;
import dev.orderwright.shipping.TrackingEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the page of a package. */
@Component
class ParcelPages {

    private final ShippingQueries parcels;
    private final FulfilmentQueries works;
    private final OrderQueries orders;
    private final ParcelCards cards;
    private final Show show;
    private final InstantSource clock;

    ParcelPages(
            ShippingQueries parcels,
            FulfilmentQueries works,
            OrderQueries orders,
            ParcelCards cards,
            Show show,
            InstantSource clock) {
        this.parcels = parcels;
        this.works = works;
        this.orders = orders;
        this.cards = cards;
        this.show = show;
        this.clock = clock;
    }

    ParcelPage page(Parcel parcel, WorkPlaces at, Who who) {
        OrderDetail order = orders.byId(parcel.orderId())
                .orElseThrow(() -> new IllegalStateException("a package without its order: " + parcel));
        String url = "/packages/" + parcel.number();
        boolean mayWork = who.may("shipping:write");
        boolean mayPrint = ParcelCards.mayPrint(who);
        List<Label> labels = parcels.labels(parcel.id());
        Map<OrderLine, Long> contents = ParcelCards.contents(
                parcel.id(),
                order.slices(),
                order.lines().stream().collect(Collectors.toMap(OrderLine::lineNo, line -> line)));
        return new ParcelPage(
                parcel.number(),
                url,
                chips(parcel),
                parcel.tag().trackingNumber(),
                cards.problem(parcel),
                contents.entrySet().stream().map(ParcelPages::content).toList(),
                units(contents),
                facts(parcel, labels, at),
                events(parcel),
                labels.size() > 1 || labels.stream().anyMatch(label -> label.state() == LabelState.FAILED)
                        ? labels.reversed().stream().map(this::attempt).toList()
                        : List.of(),
                parcel.hasLabel() && mayPrint ? url + "/label.pdf" : "",
                parcel.hasLabel() && mayPrint ? url + "/label.zpl" : "",
                mayPrint && parcel.state() != PackageState.VOIDED ? url + "/packing-slip.pdf" : "",
                mayWork && parcel.state() == PackageState.SEALED,
                mayWork && parcel.state() == PackageState.LABELLED,
                mayWork && parcel.state() == PackageState.SEALED,
                mayWork && PackageTransitions.isLegal(parcel.state(), PackageEvent.HAND_OVER),
                mayWork && parcel.state().isUnderWay(),
                parcel.version());
    }

    private List<Chip> chips(Parcel parcel) {
        List<Chip> chips = new ArrayList<>(List.of(Packages.chip(parcel.state())));
        if (parcel.isLate(clock.instant().atZone(show.zone()).toLocalDate())) {
            chips.add(Chip.of(t("shipping.parcelPages.late"), Tone.BAD));
        }
        return chips;
    }

    private static ParcelPage.Content content(Map.Entry<OrderLine, Long> content) {
        OrderLine line = content.getKey();
        return new ParcelPage.Content(
                Integer.toString(line.lineNo()),
                line.sku(),
                line.description(),
                Quantities.text(content.getValue(), line.quantityDecimals()));
    }

    private static String units(Map<OrderLine, Long> contents) {
        return contents.keySet().stream().allMatch(line -> line.quantityDecimals() == 0)
                ? Show.number(
                        contents.values().stream().mapToLong(units -> units).sum())
                : "";
    }

    private List<KeyValue> facts(Parcel parcel, List<Label> labels, WorkPlaces at) {
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.link(
                t("shipping.parcelPages.order"), parcel.orderNumber(), "/orders/" + parcel.orderNumber()));
        works.byId(parcel.fulfilmentId())
                .map(FulfilmentOrder::number)
                .ifPresent(work -> facts.add(KeyValue.link(t("shared.word.work"), work, "/pack/" + work)));
        facts.add(KeyValue.of(t("shared.word.node"), at.name(parcel.nodeId())));
        if (parcel.measures().weightGrams() > 0) {
            facts.add(KeyValue.of(
                    t("shipping.parcelPages.weight"),
                    ParcelCards.weight(parcel.measures().weightGrams())));
        }
        if (parcel.measures().lengthMm() > 0) {
            facts.add(KeyValue.of(t("shipping.parcelPages.size"), size(parcel.measures())));
        }
        labels.stream()
                .filter(label -> label.state() == LabelState.BOUGHT
                        && label.attempt() == parcel.tag().attempt())
                .forEach(label -> {
                    facts.add(KeyValue.of(t("shipping.parcelPages.carrier"), parcels.carrierName(label.carrier()))
                            .hint(label.product()));
                    facts.add(KeyValue.of(
                            t("shipping.parcelPages.labelCost"),
                            Show.money(new Money(label.priceMinor(), label.currency()))));
                });
        shipment(parcel, facts);
        facts.add(KeyValue.of(t("shipping.parcelPages.begun"), show.moment(parcel.createdAt())));
        if (parcel.journey().handedOverAt() != null) {
            facts.add(KeyValue.of(
                    t("shipping.parcelPages.handedOver"),
                    show.moment(parcel.journey().handedOverAt())));
            facts.add(KeyValue.of(
                    t("shipping.parcelPages.promisedFor"),
                    Show.day(parcel.journey().deliverOn())));
        }
        if (parcel.journey().deliveredAt() != null) {
            facts.add(KeyValue.of(
                    t("shipping.parcelPages.delivered"),
                    show.moment(parcel.journey().deliveredAt())));
        }
        return facts;
    }

    private void shipment(Parcel parcel, List<KeyValue> facts) {
        parcels.shipmentsOfOrders(List.of(parcel.orderId())).getOrDefault(parcel.orderId(), List.of()).stream()
                .filter(one -> parcel.journey().shipmentId() != null
                        && one.id() == parcel.journey().shipmentId())
                .findFirst()
                .ifPresent((Shipment shipment) -> {
                    facts.add(KeyValue.of(t("shipping.parcelPages.shipment"), shipment.number()));
                    facts.add(KeyValue.of(t("shipping.parcelPages.manifest"), shipment.manifest()));
                });
    }

    private static String size(Measures measures) {
        return t("shipping.parcelPages.mm", measures.lengthMm(), measures.widthMm(), measures.heightMm());
    }

    /** What the carrier has seen, the last first; each in the order in which it happened, not in which it was told. */
    private List<TimelineEntry> events(Parcel parcel) {
        return parcels.events(List.of(parcel.id())).getOrDefault(parcel.id(), List.of()).reversed().stream()
                .map(event -> new TimelineEntry(
                        show.moment(event.at()),
                        event.at().toString(),
                        words(event),
                        parcels.carrierName(event.carrier()),
                        tone(event.code()),
                        List.of()))
                .toList();
    }

    /** {@code Left the depot, Leeds, GB}. */
    static String words(TrackingEvent event) {
        String said = event.message().isBlank() ? Texts.of(event.code()) : event.message();
        return event.place().isBlank() ? said : said + ", " + event.place();
    }

    private static Tone tone(TrackingCode code) {
        return switch (code) {
            case DELIVERED -> Tone.GOOD;
            case EXCEPTION, EXPIRED -> Tone.BAD;
            case ATTEMPT_FAILED, RETURNING, RETURNED -> Tone.WARN;
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP -> Tone.INFO;
            case PENDING, INFO_RECEIVED, IN_TRANSIT -> Tone.NEUTRAL;
        };
    }

    private TimelineEntry attempt(Label label) {
        String what = switch (label.state()) {
            case REQUESTED -> t("shipping.parcelPages.askedForALabelNo");
            case BOUGHT -> t("shipping.parcelPages.labelBought", label.trackingNumber());
            case FAILED -> t("shipping.parcelPages.noLabel", label.problem());
            case VOID_REQUESTED -> t("shipping.parcelPages.labelGivenBackNoAnswer", label.trackingNumber());
            case VOIDED -> t("shipping.parcelPages.labelGivenBack", label.trackingNumber());
            case VOID_REFUSED ->
                t("shipping.parcelPages.labelWasNotTakenBack", label.trackingNumber(), label.problem());
        };
        Tone tone = label.state() == LabelState.FAILED || label.state() == LabelState.VOID_REFUSED
                ? Tone.BAD
                : Tone.NEUTRAL;
        return new TimelineEntry(
                show.moment(label.requestedAt()),
                label.requestedAt().toString(),
                what,
                parcels.carrierName(label.carrier()),
                tone,
                List.of());
    }
}
