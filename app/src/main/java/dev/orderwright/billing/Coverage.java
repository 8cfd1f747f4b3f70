package dev.orderwright.billing;

import dev.orderwright.billing.Accounts.Opened;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets orders go on whose payments cover what they cost. */
@Component
class Coverage {

    private final OrderSlices slices;
    private final Holds holds;
    private final Accounts accounts;

    Coverage(OrderSlices slices, Holds holds, Accounts accounts) {
        this.slices = slices;
        this.holds = holds;
        this.accounts = accounts;
    }

    /** Releases the payment holds of those of the orders whose authorisations now cover them. */
    void check(Run run, Collection<Long> orderIds) {
        if (orderIds.isEmpty()) {
            return;
        }
        Opened opened = accounts.open(run, orderIds);
        List<Long> covered = new ArrayList<>();
        for (LockedOrder order : slices.lock(run, orderIds).all()) {
            long id = order.head().id();
            if (order.head().lifecycle().isOpen() && opened.of(id).payments().covered() >= cost(order)) {
                covered.add(id);
            }
        }
        holds.releaseOfType(run, covered, HoldType.PAYMENT, "the payment is authorised");
    }

    /**
     * Cancelled units cost nothing: releases the payment holds of orders whose authorisations cover what is left, where
     * they did not cover it before. What was covered all along and is on hold all the same waits for something else.
     */
    void cancelled(Run run, Map<Long, Long> cancelledMinor) {
        if (cancelledMinor.isEmpty()) {
            return;
        }
        Opened opened = accounts.open(run, cancelledMinor.keySet());
        List<Long> covered = new ArrayList<>();
        for (LockedOrder order : slices.lock(run, cancelledMinor.keySet()).all()) {
            long id = order.head().id();
            long set = opened.of(id).payments().covered();
            long now = cost(order);
            if (order.head().lifecycle().isOpen() && set >= now && set < now + cancelledMinor.getOrDefault(id, 0L)) {
                covered.add(id);
            }
        }
        holds.releaseOfType(run, covered, HoldType.PAYMENT, "the payment covers what is left");
    }

    /** What the units cost that are or will be delivered, also those that have come back since. */
    static long cost(LockedOrder order) {
        return order.slices().stream()
                .filter(slice -> slice.state() != SliceState.CANCELLED)
                .mapToLong(slice -> order.line(slice.lineNo()).moneyOf(slice).total())
                .sum();
    }
}
