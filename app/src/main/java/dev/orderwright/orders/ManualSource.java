package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Orders.Changed;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person overrides the sourcing: only this node, whatever it would have preferred. */
@Component
class ManualSource {

    private final OrderSlices slices;
    private final OrderStore store;
    private final Sourcing sourcing;
    private final Inventory inventory;

    ManualSource(OrderSlices slices, OrderStore store, Sourcing sourcing, Inventory inventory) {
        this.slices = slices;
        this.store = store;
        this.sourcing = sourcing;
        this.inventory = inventory;
    }

    Outcome<Changed> choose(
            Run run, long orderId, @Nullable Integer version, @Nullable String nodeCode, String reason) {
        LockedOrder order = slices.lock(run, List.of(orderId)).find(orderId).orElse(null);
        if (order == null) {
            return Outcome.refused(Refusal.of("unknown-order", "orderId", t("orders.refusal.thereIsNoSuchOrder")));
        }
        Optional<Refusal> stale =
                Versions.stale(version, order.head().version(), order.head().number());
        if (stale.isPresent()) {
            return Outcome.refused(stale.get());
        }
        if (!order.head().lifecycle().isOpen()) {
            return Outcome.refused(Refusal.of("order-ended", "orderId", t("orders.refusal.theOrderHasEnded")));
        }
        Optional<Node> node = inventory.nodes().stream()
                .filter(n -> n.code().equals(nodeCode))
                .findFirst();
        if (nodeCode != null && node.isEmpty()) {
            return Outcome.refused(Refusal.of("unknown-node", "node", t("orders.refusal.thereIsNoNode", nodeCode)));
        }
        Long nodeId = node.map(Node::id).orElse(null);
        store.setOnlyNode(orderId, nodeId, run.at());
        run.orderFact(orderId, "NodeChosen", Facts.data("node", nodeCode == null ? "" : nodeCode, "reason", reason));
        LockedOrders again = slices.lock(run, List.of(orderId));
        List<SliceChange> back = again.get(orderId).slices(SliceState.RESERVED).stream()
                .filter(slice -> nodeId == null || !Objects.equals(slice.nodeId(), nodeId))
                .map(slice -> SliceChange.of(slice, SliceEvent.UNRESERVE))
                .toList();
        slices.apply(run, again, back, "UNRESERVE");
        sourcing.source(run, again, List.of(orderId));
        return Outcome.done(new Changed(orderId, order.head().number()));
    }
}
