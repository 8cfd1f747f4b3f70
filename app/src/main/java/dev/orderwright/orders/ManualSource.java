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
import java.util.Collections;
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
        Optional<Refusal> unknown = unknownNode(nodeCode);
        if (unknown.isPresent()) {
            return Outcome.refused(unknown.get());
        }
        move(run, List.of(orderId), nodeCode, reason);
        return Outcome.done(new Changed(orderId, order.head().number()));
    }

    /**
     * The same for a set: one outcome each, in order. Refusals: {@code unknown-node}, {@code unknown-order}, {@code
     * order-ended}.
     */
    List<Outcome<String>> chooseAll(Run run, List<Long> orderIds, @Nullable String nodeCode, String reason) {
        Optional<Refusal> unknown = unknownNode(nodeCode);
        if (unknown.isPresent()) {
            return Collections.nCopies(orderIds.size(), Outcome.refused(unknown.get()));
        }
        LockedOrders locked = slices.lock(run, orderIds);
        List<Long> open = orderIds.stream()
                .filter(id -> locked.find(id)
                        .filter(order -> order.head().lifecycle().isOpen())
                        .isPresent())
                .toList();
        if (!open.isEmpty()) {
            move(run, open, nodeCode, reason);
        }
        return orderIds.stream()
                .map(id -> open.contains(id) ? Outcome.done("") : BulkHolds.refused(locked, id))
                .toList();
    }

    private Optional<Refusal> unknownNode(@Nullable String nodeCode) {
        return nodeCode == null || node(nodeCode).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("unknown-node", "node", t("orders.refusal.thereIsNoNode", nodeCode)));
    }

    private Optional<Node> node(@Nullable String code) {
        return inventory.nodes().stream().filter(n -> n.code().equals(code)).findFirst();
    }

    /** What is reserved elsewhere is given back, and everything that is not at work yet is planned anew. */
    private void move(Run run, List<Long> orderIds, @Nullable String nodeCode, String reason) {
        Long nodeId = node(nodeCode).map(Node::id).orElse(null);
        for (long id : orderIds) {
            store.setOnlyNode(id, nodeId, run.at());
            run.orderFact(id, "NodeChosen", Facts.data("node", nodeCode == null ? "" : nodeCode, "reason", reason));
        }
        LockedOrders again = slices.lock(run, orderIds);
        List<SliceChange> back = orderIds.stream()
                .flatMap(id -> again.get(id).slices(SliceState.RESERVED).stream())
                .filter(slice -> nodeId == null || !Objects.equals(slice.nodeId(), nodeId))
                .map(slice -> SliceChange.of(slice, SliceEvent.UNRESERVE))
                .toList();
        slices.apply(run, again, back, "UNRESERVE");
        sourcing.source(run, again, orderIds);
    }
}
