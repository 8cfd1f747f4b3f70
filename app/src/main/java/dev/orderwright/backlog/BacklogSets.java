package dev.orderwright.backlog;

import dev.orderwright.backlog.BacklogChange.UnitMove;
import dev.orderwright.backlog.BacklogRules.Checked;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.orders.Unreleased;
import dev.orderwright.orders.Unreleased.Moving;
import dev.orderwright.orders.Unreleased.Unit;
import dev.orderwright.promising.BacklogPlanning;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.ResourcingGround;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Does what was looked at, set by set, each in a transaction of its own, with what became of it. */
@Component
class BacklogSets {

    private final Commands commands;
    private final BacklogStore store;
    private final Unreleased unreleased;
    private final BacklogPlanning planning;
    private final int atOnce;

    /** @param atOnce orders in a transaction, and those that change together with the last of them */
    BacklogSets(
            Commands commands,
            BacklogStore store,
            Unreleased unreleased,
            BacklogPlanning planning,
            @Value("${orderwright.backlog.orders-at-once:100}") int atOnce) {
        this.commands = commands;
        this.store = store;
        this.unreleased = unreleased;
        this.planning = planning;
        this.atOnce = atOnce;
    }

    /** The set that was asked for. */
    record Asked(long runId, int first, int last) {}

    /** What became of a set. */
    record Settled(int moved, int left) {}

    /** Does the next set; false when none is left, or the run was stopped or taken over. */
    boolean next(BacklogRun run, long fence, Instant at) {
        List<BacklogChange> set = store.next(run.id(), atOnce);
        if (set.isEmpty()) {
            return false;
        }
        Asked asked = new Asked(run.id(), set.getFirst().place(), set.getLast().place());
        Cause cause = new Cause(Objects.requireNonNull(run.appliedBy()), "backlog", run.id() + "/" + asked.first(), at);
        return commands.once(cause, "apply-backlog-set", asked, Settled.class, own -> {
                    if (!store.beat(run.id(), fence, asked.last(), run.total(), at)) {
                        return Outcome.refused("run-ended", "");
                    }
                    return Outcome.done(settle(own, run.id(), set));
                })
                .isDone();
    }

    private Settled settle(Run run, long runId, List<BacklogChange> set) {
        LockedOrders locked =
                unreleased.lock(run, set.stream().map(BacklogChange::orderId).toList());
        Map<Long, Unit> units = unreleased.units(locked, run.at()).stream()
                .collect(Collectors.toMap(unit -> unit.standing().demand().orderId(), unit -> unit));
        Set<Long> items = new TreeSet<>();
        set.forEach(change -> change.moves().forEach(move -> items.add(move.itemId())));
        List<Demand> demands =
                units.values().stream().map(unit -> unit.standing().demand()).toList();
        ResourcingGround ground = planning.lockedGround(run, demands, items, unreleased.nodesOnHold());
        List<Moving> moves = new ArrayList<>();
        List<BacklogChange> settled = new ArrayList<>();
        Map<Integer, List<BacklogChange>> steps =
                set.stream().collect(Collectors.groupingBy(BacklogChange::step, TreeMap::new, Collectors.toList()));
        for (List<BacklogChange> step : steps.values()) {
            settled.addAll(settled(step, units, ground, moves));
        }
        unreleased.move(run, locked, moves, "BACKLOG");
        store.settle(runId, settled);
        settled.stream()
                .filter(change -> change.state() == BacklogChange.State.MOVED)
                .forEach(change -> tell(run, runId, change));
        int moved = (int) settled.stream()
                .filter(change -> change.state() == BacklogChange.State.MOVED)
                .count();
        return new Settled(moved, settled.size() - moved);
    }

    /** All orders of a step or none. */
    private static List<BacklogChange> settled(
            List<BacklogChange> step, Map<Long, Unit> units, ResourcingGround ground, List<Moving> moves) {
        Map<BacklogChange, Checked> checked = new HashMap<>();
        for (BacklogChange change : step) {
            Unit unit = units.get(change.orderId());
            checked.put(
                    change,
                    BacklogRules.check(
                            change,
                            unit,
                            unit == null
                                    ? Map.of()
                                    : ground.days(unit.standing().demand())));
        }
        boolean can = checked.values().stream().allMatch(one -> one.because() == null);
        boolean enough = can && ground.take(BacklogRules.net(List.copyOf(checked.values())));
        List<BacklogChange> settled = new ArrayList<>();
        for (BacklogChange change : step) {
            Checked one = Objects.requireNonNull(checked.get(change));
            if (enough) {
                moves.addAll(one.moves());
                settled.add(change.moved());
            } else if (can) {
                settled.add(change.left(StaysBecause.NO_STOCK));
            } else {
                StaysBecause because = one.because();
                settled.add(change.left(because == null ? StaysBecause.PARTNER : because));
            }
        }
        return settled;
    }

    private static void tell(Run run, long runId, BacklogChange change) {
        run.orderFact(
                change.orderId(),
                "OrderSourcedAnew",
                Facts.data(
                        "node",
                        Long.toString(change.moves().getFirst().toNode()),
                        "units",
                        change.moves().stream().mapToLong(UnitMove::quantity).sum(),
                        "shipments",
                        change.shipmentsAfter(),
                        "run",
                        Long.toString(runId)));
    }
}
