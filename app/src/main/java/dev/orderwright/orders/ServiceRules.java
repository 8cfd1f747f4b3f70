package dev.orderwright.orders;

import dev.orderwright.catalog.ItemKind;
import java.util.List;

/** When services (postage, fees) are due. Pure. */
final class ServiceRules {

    private ServiceRules() {}

    /** The open services of a confirmed order that has no goods: rendered at once, there is nothing to ship. */
    static List<SliceChange> renderable(LockedOrder order) {
        boolean goods = order.lines().stream().anyMatch(line -> line.kind() == ItemKind.STOCKED);
        if (goods || order.head().lifecycle() != Lifecycle.CONFIRMED) {
            return List.of();
        }
        return order.slices(SliceState.OPEN).stream()
                .map(slice -> SliceChange.of(slice, SliceEvent.RENDER))
                .toList();
    }
}
