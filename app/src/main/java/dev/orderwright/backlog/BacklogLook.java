package dev.orderwright.backlog;

import dev.orderwright.backlog.BacklogChange.UnitMove;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.Unreleased;
import dev.orderwright.orders.Unreleased.Unit;
import dev.orderwright.promising.BacklogPlan;
import dev.orderwright.promising.BacklogPlan.OrderChange;
import dev.orderwright.promising.BacklogPlanning;
import dev.orderwright.promising.BacklogPlanning.Standing;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.ResourcingGround;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads all that is not released and plans it anew; nothing is locked or changed. */
@Component
class BacklogLook {

    private static final int STRETCH = 500;

    private final Unreleased unreleased;
    private final BacklogPlanning planning;
    private final int linesMax;

    /** @param linesMax how many lines are planned at most: all of them are held in memory */
    BacklogLook(
            Unreleased unreleased,
            BacklogPlanning planning,
            @Value("${orderwright.backlog.lines-max:100000}") int linesMax) {
        this.unreleased = unreleased;
        this.planning = planning;
        this.linesMax = linesMax;
    }

    /** Hears how many lines were read. */
    @FunctionalInterface
    interface Progress {

        /** @return whether to go on */
        boolean at(int lines);
    }

    /** A plan with what changes of each order. */
    record Seen(BacklogPlan plan, List<BacklogChange> changes) {}

    /** There is more than can be planned together. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super("too-many-lines");
        }
    }

    /**
     * What was found; nothing when it was not to go on.
     *
     * @throws TooMuch when there are more lines than are planned together
     */
    Optional<Seen> look(Instant at, Progress progress) {
        List<Standing> orders = new ArrayList<>();
        Map<Long, List<UnitMove>> parts = new HashMap<>();
        Map<Long, String> numbers = new HashMap<>();
        int lines = 0;
        for (Long after = Long.valueOf(Long.MIN_VALUE); after != null; ) {
            Unreleased.Stretch stretch = unreleased.after(after, STRETCH, at);
            for (Unit unit : stretch.orders()) {
                long id = unit.standing().demand().orderId();
                orders.add(unit.standing());
                numbers.put(id, unit.number());
                parts.put(id, unit.reserved().stream().map(BacklogLook::part).toList());
                lines += unit.reserved().size();
            }
            if (lines > linesMax) {
                throw new TooMuch();
            }
            if (!progress.at(lines)) {
                return Optional.empty();
            }
            after = stretch.upTo();
        }
        List<Demand> demands = orders.stream().map(Standing::demand).toList();
        TreeSet<Long> items = new TreeSet<>();
        orders.forEach(order -> order.parts().forEach(part -> items.add(part.itemId())));
        ResourcingGround ground = planning.ground(demands, items, unreleased.nodesOnHold());
        BacklogPlan plan = planning.plan(orders, ground);
        return Optional.of(new Seen(plan, changes(plan, parts, numbers)));
    }

    private static UnitMove part(Slice slice) {
        long node = Objects.requireNonNull(slice.nodeId());
        return new UnitMove(slice.lineNo(), slice.firstUnit(), slice.quantity(), slice.itemId(), node, node);
    }

    private static List<BacklogChange> changes(
            BacklogPlan plan, Map<Long, List<UnitMove>> parts, Map<Long, String> numbers) {
        List<BacklogChange> changes = new ArrayList<>();
        for (int step = 0; step < plan.steps().size(); step++) {
            for (OrderChange change : plan.steps().get(step)) {
                List<UnitMove> of = Objects.requireNonNull(parts.get(change.orderId()));
                changes.add(new BacklogChange(
                        changes.size() + 1,
                        step + 1,
                        change.orderId(),
                        Objects.requireNonNull(numbers.get(change.orderId())),
                        change.moves().stream()
                                .map(move -> to(of.get(move.part()), move.toNode()))
                                .toList(),
                        change.shipmentsBefore(),
                        change.shipmentsAfter(),
                        change.costBefore(),
                        change.costAfter(),
                        BacklogChange.State.PLANNED,
                        null));
            }
        }
        return changes;
    }

    private static UnitMove to(UnitMove part, long node) {
        return new UnitMove(part.lineNo(), part.firstUnit(), part.quantity(), part.itemId(), part.fromNode(), node);
    }
}
