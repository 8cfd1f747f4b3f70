package dev.orderwright.shipping.web;

import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.Slice;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.HandedOver;
import dev.orderwright.shipping.Label;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.Shipment;
import dev.orderwright.shipping.Tracked;
import dev.orderwright.shipping.TrackingEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the API answers about packages. Ids are texts; quantities are in whole units. */
final class ParcelAnswers {

    private ParcelAnswers() {}

    @Schema(name = "PackageList")
    record ListAnswer(List<RowAnswer> items, @Nullable String next) {}

    @Schema(name = "PackageRow")
    record RowAnswer(
            String id,
            String number,
            String orderId,
            String orderNumber,
            String fulfilmentId,
            String node,
            String state,
            String carrier,
            String trackingNumber,
            long weightGrams,
            @Nullable String labelState,
            String labelProblem,
            @Nullable LocalDate deliverOn,
            @Nullable Instant handedOverAt,
            @Nullable Instant deliveredAt,
            int version) {

        static RowAnswer of(ShipDesk.Row row, WorkPlaces at) {
            return of(row.parcel(), at, row.label() == null ? null : row.label().name(), row.problem());
        }

        static RowAnswer of(Parcel parcel, WorkPlaces at, @Nullable String labelState, String labelProblem) {
            return new RowAnswer(
                    Long.toString(parcel.id()),
                    parcel.number(),
                    Long.toString(parcel.orderId()),
                    parcel.orderNumber(),
                    Long.toString(parcel.fulfilmentId()),
                    at.code(parcel.nodeId()),
                    parcel.state().name(),
                    parcel.tag().carrier(),
                    parcel.tag().trackingNumber(),
                    parcel.measures().weightGrams(),
                    labelState,
                    labelProblem,
                    parcel.journey().deliverOn(),
                    parcel.journey().handedOverAt(),
                    parcel.journey().deliveredAt(),
                    parcel.version());
        }
    }

    /** @param trackingNumber empty without a label, like {@code carrier} */
    @Schema(name = "Package")
    record ParcelAnswer(
            String id,
            String number,
            String orderId,
            String orderNumber,
            String fulfilmentId,
            String node,
            String state,
            SizeAnswer measures,
            String carrier,
            String trackingNumber,
            @Nullable String shipmentId,
            @Nullable Instant handedOverAt,
            @Nullable LocalDate deliverOn,
            @Nullable Instant deliveredAt,
            Instant createdAt,
            Instant updatedAt,
            int version,
            List<ContentAnswer> contents,
            List<LabelAnswer> labels,
            List<EventAnswer> events) {

        static ParcelAnswer of(
                Parcel parcel,
                List<ContentAnswer> contents,
                List<Label> labels,
                List<TrackingEvent> events,
                WorkPlaces at) {
            return new ParcelAnswer(
                    Long.toString(parcel.id()),
                    parcel.number(),
                    Long.toString(parcel.orderId()),
                    parcel.orderNumber(),
                    Long.toString(parcel.fulfilmentId()),
                    at.code(parcel.nodeId()),
                    parcel.state().name(),
                    new SizeAnswer(
                            parcel.measures().weightGrams(),
                            parcel.measures().lengthMm(),
                            parcel.measures().widthMm(),
                            parcel.measures().heightMm()),
                    parcel.tag().carrier(),
                    parcel.tag().trackingNumber(),
                    parcel.journey().shipmentId() == null
                            ? null
                            : Long.toString(parcel.journey().shipmentId()),
                    parcel.journey().handedOverAt(),
                    parcel.journey().deliverOn(),
                    parcel.journey().deliveredAt(),
                    parcel.createdAt(),
                    parcel.updatedAt(),
                    parcel.version(),
                    contents,
                    labels.stream().map(LabelAnswer::of).toList(),
                    events.stream().map(EventAnswer::of).toList());
        }
    }

    @Schema(name = "PackageSize")
    record SizeAnswer(long weightGrams, int lengthMm, int widthMm, int heightMm) {}

    @Schema(name = "PackageContent")
    record ContentAnswer(int lineNo, String sku, String description, BigDecimal quantity) {

        static List<ContentAnswer> of(long packageId, List<Slice> slices, List<OrderLine> lines) {
            Map<Integer, OrderLine> byNo = lines.stream().collect(Collectors.toMap(OrderLine::lineNo, line -> line));
            return ParcelCards.contents(packageId, slices, byNo).entrySet().stream()
                    .map(entry -> new ContentAnswer(
                            entry.getKey().lineNo(),
                            entry.getKey().sku(),
                            entry.getKey().description(),
                            Quantities.whole(entry.getValue(), entry.getKey().quantityDecimals())))
                    .toList();
        }
    }

    @Schema(name = "PackageLabel")
    record LabelAnswer(
            int attempt,
            String carrier,
            String state,
            String trackingNumber,
            String product,
            long priceMinor,
            String currency,
            String problem,
            Instant requestedAt) {

        static LabelAnswer of(Label label) {
            return new LabelAnswer(
                    label.attempt(),
                    label.carrier(),
                    label.state().name(),
                    label.trackingNumber(),
                    label.product(),
                    label.priceMinor(),
                    label.currency(),
                    label.problem(),
                    label.requestedAt());
        }
    }

    @Schema(name = "PackageTrackingEvent")
    record EventAnswer(String carrier, String eventId, String code, Instant at, String place, String message) {

        static EventAnswer of(TrackingEvent event) {
            return new EventAnswer(
                    event.carrier(), event.eventId(), event.code().name(), event.at(), event.place(), event.message());
        }
    }

    /** @param errors why nothing was packed for it; empty when it was */
    @Schema(name = "PackedOne")
    record PackedAnswer(String fulfilmentId, List<PackedBoxAnswer> packages, List<Refusal> errors) {

        static PackedAnswer of(PackResult result) {
            return new PackedAnswer(
                    Long.toString(result.fulfilmentId()),
                    result.packages().stream()
                            .map(packed -> new PackedBoxAnswer(
                                    Long.toString(packed.packageId()),
                                    packed.number(),
                                    packed.state().name(),
                                    packed.trackingNumber()))
                            .toList(),
                    result.refusals());
        }
    }

    @Schema(name = "PackedPackage")
    record PackedBoxAnswer(String id, String number, String state, String trackingNumber) {}

    @Schema(name = "PackedMany")
    record PackedManyAnswer(int packed, int refused, List<PackedAnswer> results) {

        static PackedManyAnswer of(List<PackResult> results) {
            int done = (int) results.stream().filter(PackResult::wasDone).count();
            return new PackedManyAnswer(
                    done,
                    results.size() - done,
                    results.stream().map(PackedAnswer::of).toList());
        }
    }

    @Schema(name = "HandedOver")
    record HandedOverAnswer(List<ShipmentAnswer> shipments, List<PackedAnswer> refused) {

        static HandedOverAnswer of(HandedOver gone, WorkPlaces at) {
            return new HandedOverAnswer(
                    gone.shipments().stream()
                            .map(shipment -> ShipmentAnswer.of(shipment, at))
                            .toList(),
                    gone.refused().stream().map(PackedAnswer::of).toList());
        }
    }

    @Schema(name = "Shipment")
    record ShipmentAnswer(
            String id,
            String number,
            String orderId,
            String fulfilmentId,
            String node,
            String manifest,
            String carrier,
            int packages,
            long weightGrams,
            Instant at) {

        static ShipmentAnswer of(Shipment shipment, WorkPlaces at) {
            return new ShipmentAnswer(
                    Long.toString(shipment.id()),
                    shipment.number(),
                    Long.toString(shipment.orderId()),
                    Long.toString(shipment.fulfilmentId()),
                    at.code(shipment.nodeId()),
                    shipment.manifest(),
                    shipment.carrier(),
                    shipment.packages(),
                    shipment.weightGrams(),
                    shipment.at());
        }
    }

    /** @param unknown events of parcels that nobody knows yet; they are kept until somebody does */
    @Schema(name = "TrackingBooked")
    record TrackedAnswer(int booked, int repeated, int unknown, List<MovedAnswer> moved) {

        static TrackedAnswer of(Tracked tracked) {
            return new TrackedAnswer(
                    tracked.booked(),
                    tracked.repeated(),
                    tracked.unknown(),
                    tracked.moved().stream()
                            .map(moved -> new MovedAnswer(
                                    Long.toString(moved.packageId()),
                                    moved.number(),
                                    moved.state().name()))
                            .toList());
        }
    }

    @Schema(name = "PackageMoved")
    record MovedAnswer(String id, String number, String state) {}
}
