package dev.orderwright.orders.web;

import dev.orderwright.orders.Address;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Cancelled;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.PaymentRefusals.PaymentRefusal;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Slice;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the API answers about orders. Ids are texts, because they are longer than JavaScript's numbers. */
final class OrderAnswers {

    private OrderAnswers() {}

    /** @param placedBefore true when the order was there already: sent under another key with the same content */
    record PlacedAnswer(
            String id,
            String number,
            int version,
            String lifecycle,
            String currency,
            long totalMinor,
            @Nullable LocalDate estimatedDelivery,
            long unitsReserved,
            long unitsBackordered,
            List<String> holds,
            List<String> warnings,
            boolean placedBefore) {

        static PlacedAnswer of(Placed placed) {
            return new PlacedAnswer(
                    Long.toString(placed.orderId()),
                    placed.number(),
                    placed.version(),
                    placed.confirmed() ? "CONFIRMED" : "PLACED",
                    placed.currency(),
                    placed.totalMinor(),
                    placed.estimatedDelivery(),
                    placed.unitsReserved(),
                    placed.unitsBackordered(),
                    placed.holds(),
                    placed.warnings(),
                    placed.placedBefore());
        }
    }

    /** @param lines per line: what was done at once, and what the node must answer first */
    record CancelledAnswer(String orderId, String number, List<Cancelled.Line> lines) {

        static CancelledAnswer of(Cancelled cancelled) {
            return new CancelledAnswer(Long.toString(cancelled.orderId()), cancelled.number(), cancelled.lines());
        }
    }

    record ChangedAnswer(String orderId, String number) {

        static ChangedAnswer of(Orders.Changed changed) {
            return new ChangedAnswer(Long.toString(changed.orderId()), changed.number());
        }
    }

    /** One order's part of the answer to many: either it was placed, or why not. */
    record OneOfMany(
            int index,
            @Nullable String externalId,
            @Nullable PlacedAnswer order,
            List<Refusal> errors) {

        static OneOfMany of(int index, @Nullable String externalId, Outcome<Placed> outcome) {
            return switch (outcome) {
                case Outcome.Done<Placed>(Placed placed, boolean replayed) ->
                    new OneOfMany(index, externalId, PlacedAnswer.of(placed), List.of());
                case Outcome.Refused<Placed>(List<Refusal> refusals) ->
                    new OneOfMany(index, externalId, null, refusals);
            };
        }
    }

    record ManyAnswer(int placed, int refused, List<OneOfMany> results) {}

    record OrderAnswer(
            String id,
            String number,
            int version,
            String channel,
            String externalId,
            @Nullable String customerId,
            String lifecycle,
            int priority,
            Instant placedAt,
            @Nullable LocalDate requestedOn,
            String method,
            String terms,
            boolean shipComplete,
            int shipmentsMax,
            Address shipTo,
            @Nullable Address billTo,
            String comment,
            String currency,
            OrderMoney money,
            long totalMinor,
            @Nullable LocalDate promisedShipOn,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate expectedOn,
            List<LineAnswer> lines,
            List<HoldAnswer> holds,
            @Nullable PaymentRefusalAnswer paymentRefusal,
            List<CancelRequestAnswer> cancelRequests) {}

    /** Why an order on payment hold waits, where the provider has said no. */
    record PaymentRefusalAnswer(
            String method, long amountMinor, String code, String reason, Instant refusedAt, String whatToDo) {

        static PaymentRefusalAnswer of(PaymentRefusal refusal) {
            return new PaymentRefusalAnswer(
                    refusal.method(),
                    refusal.amountMinor(),
                    refusal.code(),
                    refusal.reason(),
                    refusal.at(),
                    refusal.whatToDo());
        }
    }

    /** @param slices where its units are; the quantities are in the item's smallest unit and sum to the line's */
    record LineAnswer(
            int lineNo,
            String sku,
            String description,
            String kind,
            BigDecimal quantity,
            BigDecimal unitPrice,
            OrderMoney money,
            BigDecimal taxPercent,
            String taxCode,
            List<SliceAnswer> slices) {}

    record SliceAnswer(
            long firstUnit,
            long quantity,
            String state,
            @Nullable String node,
            @Nullable String fulfilmentId,
            @Nullable String packageId,
            @Nullable LocalDate shipOn,
            @Nullable LocalDate deliverOn,
            Instant since) {}

    /**
     * @param reasonCode what the program has found, when it was the program that placed it: {@code NOT_AUTHORISED},
     *     {@code ORDERED_TWICE}…
     */
    record HoldAnswer(
            String id,
            String scope,
            String type,
            List<String> blocks,
            String reason,
            @Nullable String reasonCode,
            String state,
            String placedBy,
            Instant placedAt,
            @Nullable Instant until,
            @Nullable String endedReason) {}

    record CancelRequestAnswer(
            String id,
            int lineNo,
            long quantity,
            String state,
            String reason,
            @Nullable String answer) {}

    record FactAnswer(String id, String type, Instant at, String actor, Map<String, Object> data) {

        static FactAnswer of(RecordedFact fact) {
            return new FactAnswer(
                    Long.toString(fact.id()),
                    fact.fact().type(),
                    fact.at(),
                    fact.actor(),
                    fact.fact().data());
        }
    }

    static OrderAnswer order(
            OrderDetail detail, Map<Long, String> nodeCodes, Optional<PaymentRefusal> refusal, Who who) {
        OrderHead head = detail.head();
        return new OrderAnswer(
                Long.toString(head.id()),
                head.number(),
                head.version(),
                head.channel(),
                head.externalId(),
                text(head.customerId()),
                head.lifecycle().name(),
                head.priority(),
                head.placedAt(),
                head.requestedOn(),
                head.method(),
                head.terms().name(),
                head.shipComplete(),
                head.shipmentsMax(),
                masked(head.shipTo(), who),
                head.billTo() == null ? null : masked(head.billTo(), who),
                head.comment(),
                head.currency(),
                head.money(),
                head.money().total(),
                head.promisedShipOn(),
                head.promisedOn(),
                head.expectedOn(),
                detail.lines().stream()
                        .map(line -> line(line, detail.slices(), nodeCodes))
                        .toList(),
                detail.holds().stream().map(OrderAnswers::hold).toList(),
                refusal.map(PaymentRefusalAnswer::of).orElse(null),
                detail.cancelRequests().stream()
                        .map(OrderAnswers::cancelRequest)
                        .toList());
    }

    private static LineAnswer line(OrderLine line, List<Slice> slices, Map<Long, String> nodeCodes) {
        return new LineAnswer(
                line.lineNo(),
                line.sku(),
                line.description(),
                line.kind().name(),
                BigDecimal.valueOf(line.quantity(), line.quantityDecimals()),
                line.unitPrice().stripTrailingZeros(),
                line.money(),
                line.taxPercent().stripTrailingZeros(),
                line.taxCode(),
                slices.stream()
                        .filter(slice -> slice.lineNo() == line.lineNo())
                        .map(slice -> new SliceAnswer(
                                slice.firstUnit(),
                                slice.quantity(),
                                slice.state().name(),
                                slice.nodeId() == null ? null : nodeCodes.get(slice.nodeId()),
                                text(slice.fulfilmentId()),
                                text(slice.packageId()),
                                slice.shipOn(),
                                slice.deliverOn(),
                                slice.since()))
                        .toList());
    }

    static HoldAnswer hold(Hold hold) {
        return new HoldAnswer(
                Long.toString(hold.id()),
                hold.scope().name(),
                hold.type().name(),
                hold.blocks().stream().map(Enum::name).toList(),
                hold.why().words(),
                hold.why().code().isEmpty() ? null : hold.why().code(),
                hold.state(),
                hold.placedBy(),
                hold.placedAt(),
                hold.until(),
                hold.endedReason());
    }

    private static CancelRequestAnswer cancelRequest(CancelRequest request) {
        return new CancelRequestAnswer(
                Long.toString(request.id()),
                request.lineNo(),
                request.quantity(),
                request.state(),
                request.reason(),
                request.answer());
    }

    /** An address as the caller may see it. */
    static Address masked(Address a, Who who) {
        return who.seesPersonalData() ? a : a.masked();
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : id.toString();
    }
}
