package dev.orderwright.fulfilment;

import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What its units make of a fulfilment order. Pure. */
final class FulfilmentRules {

    private FulfilmentRules() {}

    /** Why units left a fulfilment order, when none is left. */
    enum Emptied {
        BY_CANCELLING,
        BY_REJECTING
    }

    /**
     * Where a fulfilment order comes to.
     *
     * @param event what happens to it; null when only its progress changes, behind a question that is still open
     */
    record Step(@Nullable FulfilmentEvent event, FulfilmentState state, FulfilmentState progress) {}

    /**
     * What becomes of a fulfilment order after its units have changed; null when it is where they are.
     *
     * @param units the slices that belong to it now
     * @param emptied why there are none, when there are none
     * @param asked whether a wish to cancel some of them is still open
     */
    static @Nullable Step next(FulfilmentOrder work, List<Slice> units, Emptied emptied, boolean asked) {
        if (units.isEmpty()) {
            FulfilmentEvent end = emptied == Emptied.BY_CANCELLING ? FulfilmentEvent.CANCEL : FulfilmentEvent.REJECT;
            return new Step(end, end.to(), work.progress());
        }
        FulfilmentState progress = progress(work.progress(), units);
        boolean waits = work.state() == FulfilmentState.CANCEL_REQUESTED
                && asked
                && progress.compareTo(FulfilmentState.SHIPPED) < 0;
        if (waits) {
            return progress == work.progress() ? null : new Step(null, work.state(), progress);
        }
        boolean answered = work.state() == FulfilmentState.CANCEL_REQUESTED;
        if (progress == work.progress() && !answered) {
            return null;
        }
        boolean back = progress.compareTo(work.progress()) < 0;
        return new Step(back ? FulfilmentEvent.UNPACK : leadingTo(progress), progress, progress);
    }

    /** How far the work is: as far as the unit that is the least far. */
    static FulfilmentState progress(FulfilmentState now, List<Slice> units) {
        SliceState least = units.stream()
                .map(Slice::state)
                .min(SliceState::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no units"));
        return switch (least) {
            case RELEASED -> now;
            case PICKED -> FulfilmentState.PICKED;
            case PACKED, READY_FOR_PICKUP -> FulfilmentState.PACKED;
            case SHIPPED -> FulfilmentState.SHIPPED;
            case DELIVERED, LOST, RETURNED -> FulfilmentState.CLOSED;
            case OPEN, BACKORDERED, AWAITING_SUPPLY, RESERVED, CANCELLED ->
                throw new IllegalStateException("units in " + least + " belong to no fulfilment order: " + units);
        };
    }

    private static FulfilmentEvent leadingTo(FulfilmentState progress) {
        return switch (progress) {
            case ACCEPTED -> FulfilmentEvent.ACCEPT;
            case PICKING -> FulfilmentEvent.START;
            case PICKED -> FulfilmentEvent.FINISH_PICKING;
            case PACKED -> FulfilmentEvent.FINISH_PACKING;
            case SHIPPED -> FulfilmentEvent.SHIP;
            case CLOSED -> FulfilmentEvent.CLOSE;
            case RELEASED, REJECTED, CANCEL_REQUESTED, CANCELLED, CANCEL_REFUSED ->
                throw new IllegalStateException("work does not come to " + progress + " by its units");
        };
    }
}
