package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks for stock again for what waits of some orders, as somebody asks for it who knows more than the books did. */
@Component
public class Resourcing {

    private final OrderSlices slices;
    private final Sourcing sourcing;
    private final OrderStore store;

    Resourcing(OrderSlices slices, Sourcing sourcing, OrderStore store) {
        this.slices = slices;
        this.sourcing = sourcing;
        this.store = store;
    }

    /**
     * Plans what waits of each order anew, in the order of the list, and reserves what there is. Refusals, for each: {@code
     * unknown-order}, {@code order-ended}, {@code still-no-source}.
     */
    public List<Outcome<String>> lookAgain(Run run, List<Long> orderIds) {
        LockedOrders locked = slices.lock(run, orderIds);
        Set<Long> changed = sourcing.fill(
                run,
                locked,
                orderIds.stream()
                        .flatMap(id -> locked.find(id).stream())
                        .filter(order -> order.head().lifecycle().isOpen())
                        .toList(),
                Set.of());
        List<Outcome<String>> outcomes = new ArrayList<>();
        for (long id : orderIds) {
            outcomes.add(locked.find(id)
                    .map(order -> outcome(order, changed))
                    .orElseGet(() -> refused("unknown-order", t("orders.refusal.thereIsNoSuchOrder"))));
        }
        return outcomes;
    }

    /** The same from any node, for orders that somebody has tied to one. */
    public List<Outcome<String>> fromAnyNode(Run run, Collection<Long> orderIds) {
        List<Outcome<String>> outcomes = new ArrayList<>();
        LockedOrders locked = slices.lock(run, orderIds);
        for (long id : orderIds) {
            LockedOrder order = locked.find(id).orElse(null);
            if (order == null) {
                outcomes.add(refused("unknown-order", t("orders.refusal.thereIsNoSuchOrder")));
            } else if (!order.head().lifecycle().isOpen()) {
                outcomes.add(ended(order));
            } else {
                store.setOnlyNode(id, null, run.at());
                run.orderFact(id, "NodeChosen", Facts.data("node", "", "reason", ""));
                outcomes.add(Outcome.done(""));
            }
        }
        LockedOrders free = slices.lock(run, orderIds);
        sourcing.fill(
                run,
                free,
                free.all().stream()
                        .filter(order -> order.head().lifecycle().isOpen())
                        .toList(),
                Set.of());
        return outcomes;
    }

    private static Outcome<String> outcome(LockedOrder order, Set<Long> changed) {
        if (!order.head().lifecycle().isOpen()) {
            return ended(order);
        }
        return changed.contains(order.head().id())
                ? Outcome.done("")
                : refused(
                        "still-no-source",
                        t("orders.refusal.stillNoSource", order.head().number()));
    }

    private static Outcome<String> ended(LockedOrder order) {
        return refused(
                "order-ended", t("orders.refusal.orderHasEnded", order.head().number()));
    }

    private static Outcome<String> refused(String code, String reason) {
        return Outcome.refused(Refusal.of(code, reason));
    }
}
