package dev.orderwright.orders;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.OrderParticipant.PlacedOrder;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.promising.Plan;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A new order, whole: what {@link Placing} makes and {@link OrderWriter} writes. */
record NewOrder(Run run, OrderHead head, List<OrderLine> lines, List<Slice> slices, List<Hold> holds, Checked checked) {

    PlacedOrder placed() {
        return new PlacedOrder(run, head, lines, checked.request().draft().payment());
    }

    Placed answer() {
        return new Placed(
                head.id(),
                head.number(),
                head.version(),
                head.lifecycle() == Lifecycle.CONFIRMED,
                head.currency(),
                head.money().total(),
                head.promisedOn(),
                units(SliceState.RESERVED),
                units(SliceState.BACKORDERED),
                holds.stream().map(hold -> hold.type().name()).toList(),
                checked.warnings(),
                false);
    }

    private long units(SliceState state) {
        return slices.stream()
                .filter(slice -> slice.state() == state)
                .mapToLong(Slice::quantity)
                .sum();
    }

    /**
     * Makes the order that a draft and its plan come to, and tells of it.
     *
     * @param plan null when nothing of it needs stock
     */
    static NewOrder of(PricedDraft draft, String number, @Nullable Plan plan) {
        List<Hold> holds = draft.holds();
        List<Slice> slices = slices(draft.id(), draft.run().at(), draft.lines(), plan);
        boolean confirmed = holds.stream().noneMatch(hold -> hold.blocks().contains(HoldBlock.CONFIRM));
        OrderHead head = head(draft, number, confirmed ? Lifecycle.CONFIRMED : Lifecycle.PLACED, slices);
        NewOrder order = new NewOrder(draft.run(), head, draft.lines(), slices, holds, draft.checked());
        draft.run().orderFact(draft.id(), "OrderPlaced", placedData(order, draft, plan));
        return order;
    }

    private static Map<String, Object> placedData(NewOrder order, PricedDraft draft, @Nullable Plan plan) {
        Placed answer = order.answer();
        Map<String, Object> data = Facts.data(
                "number", answer.number(),
                "channel", order.head().channel(),
                "externalId", order.head().externalId(),
                "totalMinor", answer.totalMinor(),
                "currency", answer.currency(),
                "lines", order.lines().size(),
                "confirmed", answer.confirmed(),
                "unitsReserved", answer.unitsReserved(),
                "unitsBackordered", answer.unitsBackordered());
        if (answer.estimatedDelivery() != null) {
            data.put("estimatedDelivery", answer.estimatedDelivery().toString());
        }
        if (!answer.holds().isEmpty()) {
            data.put("holds", answer.holds());
        }
        if (!answer.warnings().isEmpty()) {
            data.put("warnings", answer.warnings());
        }
        data.put("policy", draft.verified().policyVersion());
        if (!draft.verified().findings().isEmpty()) {
            data.put("checks", draft.verified().findings());
        }
        if (plan != null) {
            data.put("why", plan.why());
        }
        return data;
    }

    /** The first slices of an order's lines, cut as the plan says; lines that need no stock stay open. */
    static List<Slice> slices(long orderId, Instant at, List<OrderLine> lines, @Nullable Plan plan) {
        List<Slice> stocked = new ArrayList<>();
        List<Slice> result = new ArrayList<>();
        for (OrderLine line : lines) {
            boolean isPlanned = plan != null && line.kind() == ItemKind.STOCKED;
            (isPlanned ? stocked : result)
                    .add(new Slice(
                            orderId,
                            line.lineNo(),
                            0,
                            line.quantity(),
                            line.itemId(),
                            SliceState.OPEN,
                            null,
                            null,
                            null,
                            null,
                            null,
                            at));
        }
        if (plan == null) {
            return result;
        }
        for (SliceChange change : Sourcing.changes(plan, stocked)) {
            result.add(new Slice(
                    change.orderId(),
                    change.lineNo(),
                    change.firstUnit(),
                    change.quantity(),
                    lines.get(change.lineNo() - 1).itemId(),
                    change.event() == SliceEvent.RESERVE ? SliceState.RESERVED : SliceState.BACKORDERED,
                    change.nodeId(),
                    null,
                    null,
                    change.shipOn(),
                    change.deliverOn(),
                    at));
        }
        return SliceRules.merged(result);
    }

    private static OrderHead head(PricedDraft draft, String number, Lifecycle lifecycle, List<Slice> slices) {
        OrderDraft wish = draft.checked().request().draft();
        LocalDate promised = LifecycleRules.expectedOn(slices);
        Integer priority = wish.priority();
        int customerPriority = draft.checked().customer() == null
                ? 5
                : draft.checked().customer().priority();
        return new OrderHead(
                draft.id(),
                number,
                wish.channel(),
                wish.externalId(),
                draft.checked().customer() == null
                        ? null
                        : draft.checked().customer().id(),
                lifecycle,
                1,
                wish.currency(),
                priority == null ? customerPriority : priority,
                draft.run().at(),
                wish.requestedOn(),
                wish.method(),
                wish.terms(),
                draft.checked().customer() == null
                        ? 0
                        : draft.checked().customer().paymentTermsDays(),
                wish.shipComplete(),
                wish.shipmentsMax(),
                draft.checked().onlyNode(),
                wish.shipTo(),
                wish.billTo(),
                wish.comment(),
                draft.money(),
                slices.stream()
                        .map(Slice::shipOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                promised,
                promised,
                slices.stream().mapToInt(slice -> slice.state().bit()).reduce(0, (a, b) -> a | b),
                draft.run().at(),
                null);
    }
}
