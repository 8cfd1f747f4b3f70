package dev.orderwright.orders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event that is to happen to some units of a line. The units must lie within one slice, which is split as needed.
 *
 * @param nodeId new value, null keeps the slice's own; likewise the others
 */
public record SliceChange(
        long orderId,
        int lineNo,
        long firstUnit,
        long quantity,
        SliceEvent event,
        @Nullable Long nodeId,
        @Nullable Long fulfilmentId,
        @Nullable Long packageId,
        @Nullable LocalDate shipOn,
        @Nullable LocalDate deliverOn) {

    /** The event happens to the whole slice. */
    public static SliceChange of(Slice slice, SliceEvent event) {
        return part(slice, slice.quantity(), event);
    }

    /** The event happens to the first {@code quantity} units of the slice. */
    public static SliceChange part(Slice slice, long quantity, SliceEvent event) {
        return new SliceChange(
                slice.orderId(), slice.lineNo(), slice.firstUnit(), quantity, event, null, null, null, null, null);
    }

    /** The event happens to the last {@code quantity} units of the slice. */
    public static SliceChange tail(Slice slice, long quantity, SliceEvent event) {
        return new SliceChange(
                slice.orderId(),
                slice.lineNo(),
                slice.endUnit() - quantity,
                quantity,
                event,
                null,
                null,
                null,
                null,
                null);
    }

    public SliceChange withFulfilment(long id) {
        return new SliceChange(orderId, lineNo, firstUnit, quantity, event, nodeId, id, packageId, shipOn, deliverOn);
    }

    public SliceChange withPackage(long id) {
        return new SliceChange(
                orderId, lineNo, firstUnit, quantity, event, nodeId, fulfilmentId, id, shipOn, deliverOn);
    }

    /** For RESERVE and BACKORDER: where from and for when. */
    public SliceChange promised(@Nullable Long node, @Nullable LocalDate ship, @Nullable LocalDate deliver) {
        return new SliceChange(
                orderId, lineNo, firstUnit, quantity, event, node, fulfilmentId, packageId, ship, deliver);
    }
}
