package dev.orderwright.fulfilment;

import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.Cancelling;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.OrderSlices;
import dev.orderwright.orders.Sourcing;
import dev.orderwright.shared.Run;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ways back from a node: to other nodes, or to nobody because the customer has changed their mind. */
@Component
class Recalling {

    private final OrderSlices slices;
    private final Cancelling cancelling;
    private final Sourcing sourcing;

    Recalling(OrderSlices slices, Cancelling cancelling, Sourcing sourcing) {
        this.slices = slices;
        this.cancelling = cancelling;
        this.sourcing = sourcing;
    }

    /** The open wishes to cancel units of these fulfilment orders. */
    List<CancelRequest> asked(Collection<Long> fulfilmentIds) {
        return cancelling.askedOfFulfilments(fulfilmentIds);
    }

    void answer(Run run, LockedOrders orders, List<CancelRequest> requests, boolean confirmed, String reason) {
        cancelling.answer(run, orders, requests, confirmed, reason);
    }

    /** From any other node; a node that gets new stock later may be asked again. */
    void sourceAgain(Run run, LockedOrders orders, Map<Long, Set<Long>> notFrom) {
        sourcing.source(run, orders, notFrom.keySet(), notFrom);
    }

    /** Never again from the node, for each order; the orders are read again because that is part of how they stand. */
    void sourceElsewhere(Run run, List<FulfilmentOrder> works, Map<Long, String> reasons) {
        Set<Long> orderIds = new LinkedHashSet<>();
        for (FulfilmentOrder work : works) {
            slices.excludeNode(run, work.orderId(), work.nodeId(), reasons.getOrDefault(work.id(), ""));
            orderIds.add(work.orderId());
        }
        sourcing.source(run, slices.lock(run, orderIds), orderIds);
    }
}
