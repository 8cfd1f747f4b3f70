package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds: placing them, releasing them with a reason, and letting them expire. */
@Component
public class Holds {

    private static final int EXPIRE_MAX = 500;

    private final Commands commands;
    private final OrderSlices slices;
    private final OrderStore orders;
    private final HoldStore store;
    private final Sourcing sourcing;
    private final Ids ids;

    Holds(Commands commands, OrderSlices slices, OrderStore orders, HoldStore store, Sourcing sourcing, Ids ids) {
        this.commands = commands;
        this.slices = slices;
        this.orders = orders;
        this.store = store;
        this.sourcing = sourcing;
        this.ids = ids;
    }

    /**
     * A hold to be placed.
     *
     * @param scopeId id of the customer, order, fulfilment order, item or node
     * @param orderId the order it belongs to; null for holds on a customer, an item or a node
     * @param blocks empty for what the type blocks
     * @param until null for no end
     */
    public record Wish(
            HoldScope scope,
            long scopeId,
            @Nullable Long orderId,
            int lineNo,
            HoldType type,
            Set<HoldBlock> blocks,
            String reason,
            @Nullable Instant until) {

        public static Wish onOrder(long orderId, HoldType type, String reason) {
            return new Wish(HoldScope.ORDER, orderId, orderId, 0, type, Set.of(), reason, null);
        }
    }

    /** @param holdIds the holds that were placed or ended */
    public record Held(List<Long> holdIds) {}

    /** Refusals: {@code unknown-order}, {@code unknown-line}, {@code order-ended}, {@code no-reason}, {@code date-in-past}. */
    public Outcome<Held> place(Cause cause, List<Wish> wishes) {
        return commands.once(cause, "place-holds", wishes, Held.class, run -> place(run, wishes));
    }

    /**
     * The same for one order as the caller saw it; else {@code stale-version}.
     *
     * @param version null when any will do
     */
    public Outcome<Held> place(Cause cause, Wish wish, @Nullable Integer version) {
        List<Wish> wishes = List.of(wish);
        return commands.once(
                cause,
                "place-holds",
                Versions.asked(wishes, version),
                Held.class,
                run -> unlessStale(run, wish.orderId(), version, () -> place(run, wishes)));
    }

    private Outcome<Held> unlessStale(
            Run run, @Nullable Long orderId, @Nullable Integer version, Supplier<Outcome<Held>> work) {
        if (orderId == null || version == null) {
            return work.get();
        }
        return slices.lock(run, List.of(orderId))
                .find(orderId)
                .flatMap(order -> Versions.stale(
                        version, order.head().version(), order.head().number()))
                .map(Outcome::<Held>refused)
                .orElseGet(work);
    }

    /** The same as part of the caller's command. */
    public Outcome<Held> place(Run run, List<Wish> wishes) {
        return place(run, wishes, wish -> HoldReason.written(wish.reason().strip()));
    }

    /** Places a hold that has ended once more, for the reason it had. */
    Outcome<Held> placeAgain(Run run, Hold ended) {
        Wish again = new Wish(
                ended.scope(),
                ended.scopeId(),
                ended.orderId(),
                ended.lineNo(),
                ended.type(),
                ended.blocks(),
                ended.reason(),
                ended.until());
        return place(run, List.of(again), wish -> ended.why());
    }

    private Outcome<Held> place(Run run, List<Wish> wishes, Function<Wish, HoldReason> why) {
        LockedOrders locked = slices.lock(
                run,
                wishes.stream()
                        .map(Wish::orderId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
        List<Refusal> refusals = HoldRules.refusals(wishes, locked, run.at());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<Hold> holds =
                wishes.stream().map(wish -> hold(run, wish, why.apply(wish))).toList();
        store.insert(holds);
        for (Hold hold : holds) {
            if (hold.orderId() != null) {
                run.orderFact(
                        hold.orderId(),
                        "HoldPlaced",
                        Facts.data(
                                "hold", Long.toString(hold.id()),
                                "type", hold.type().name(),
                                "scope", hold.scope().name(),
                                "blocks", hold.blocks().stream().map(Enum::name).toList(),
                                "reason", hold.reason()));
            }
        }
        CustomerHoldFacts.tell(run, holds, "CustomerHeld", Hold::reason);
        touch(run, locked);
        return Outcome.done(new Held(holds.stream().map(Hold::id).toList()));
    }

    private Hold hold(Run run, Wish wish, HoldReason why) {
        return new Hold(
                ids.next(),
                wish.orderId(),
                wish.scope(),
                wish.scopeId(),
                wish.lineNo(),
                wish.type(),
                wish.blocks().isEmpty() ? wish.type().blocks() : wish.blocks(),
                why,
                "ACTIVE",
                run.actor().code(),
                run.at(),
                wish.until(),
                null,
                null,
                null);
    }

    /** Refusals: {@code unknown-hold}, {@code no-reason}. Releasing twice is harmless. */
    public Outcome<Held> release(Cause cause, List<Long> holdIds, String reason) {
        return commands.once(
                cause, "release-holds", List.of(holdIds, reason), Held.class, run -> release(run, holdIds, reason));
    }

    /**
     * The same for one hold of an order as the caller saw it; else {@code stale-version}.
     *
     * @param version of the order; null when any will do
     */
    public Outcome<Held> release(Cause cause, long orderId, long holdId, String reason, @Nullable Integer version) {
        List<Long> holdIds = List.of(holdId);
        return commands.once(
                cause,
                "release-holds",
                Versions.asked(List.of(holdIds, reason), version),
                Held.class,
                run -> unlessStale(run, orderId, version, () -> release(run, holdIds, reason)));
    }

    /** The same as part of the caller's command. */
    public Outcome<Held> release(Run run, List<Long> holdIds, String reason) {
        List<Hold> holds = store.byId(holdIds);
        if (holds.size() != Set.copyOf(holdIds).size()) {
            return Outcome.refused(Refusal.of("unknown-hold", "holds", t("orders.refusal.oneOfTheHoldsDoes")));
        }
        if (reason.isBlank()) {
            return Outcome.refused(Refusal.of("no-reason", "reason", t("orders.refusal.releasingAHoldNeedsA")));
        }
        end(run, holds.stream().filter(Hold::isActive).toList(), "RELEASED", "HoldReleased", reason.strip());
        return Outcome.done(new Held(holdIds));
    }

    /** Releases the active holds of a type of some orders; used when what they waited for has come. */
    public void releaseOfType(Run run, Collection<Long> orderIds, HoldType type, String reason) {
        List<Hold> holds = store.activeOfOrders(orderIds, type);
        if (!holds.isEmpty()) {
            end(run, holds, "RELEASED", "HoldReleased", reason);
        }
    }

    /** Ends the holds whose time has run out, at most some hundreds at once; returns how many. */
    public int expire(Cause cause) {
        List<Hold> due = store.expired(cause.at(), EXPIRE_MAX);
        if (due.isEmpty()) {
            return 0;
        }
        List<Long> due0 = due.stream().map(Hold::id).toList();
        commands.once(cause, "expire-holds", due0, Held.class, run -> {
            end(run, due, "EXPIRED", "HoldExpired", "its time has run out");
            return Outcome.done(new Held(due0));
        });
        return due.size();
    }

    private void end(Run run, List<Hold> holds, String state, String fact, String reason) {
        List<Long> orderIds = holds.stream()
                .map(Hold::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        slices.lock(run, orderIds);
        store.end(holds.stream().map(Hold::id).toList(), state, run.actor().code(), run.at(), reason);
        for (Hold hold : holds) {
            if (hold.orderId() != null) {
                run.orderFact(
                        hold.orderId(),
                        fact,
                        Facts.data(
                                "hold",
                                Long.toString(hold.id()),
                                "type",
                                hold.type().name(),
                                "reason",
                                reason));
            }
        }
        CustomerHoldFacts.tell(run, holds, "CustomerReleased", hold -> reason);
        LockedOrders again = slices.lock(run, orderIds);
        confirm(run, again);
        touch(run, again);
        sourcing.source(run, again, orderIds);
    }

    private void confirm(Run run, LockedOrders locked) {
        List<Long> confirmed = locked.all().stream()
                .filter(order -> order.head().lifecycle() == Lifecycle.PLACED)
                .filter(order -> order.blocked(HoldBlock.CONFIRM, null).isEmpty())
                .map(order -> order.head().id())
                .toList();
        if (!confirmed.isEmpty()) {
            orders.confirm(confirmed);
            confirmed.forEach(id -> run.orderFact(id, "OrderConfirmed", Facts.data()));
            LockedOrders now = slices.lock(run, confirmed);
            now.all().forEach(order -> slices.apply(run, now, ServiceRules.renderable(order)));
        }
    }

    /** Somebody else who has the order open must notice. */
    private void touch(Run run, LockedOrders locked) {
        orders.touch(locked.ids(), run.at());
    }

    /** Those of the orders that a hold on them or on their customer keeps, as a whole, from a transition. */
    public Set<Long> blocked(Collection<Long> orderIds, HoldBlock block) {
        return Set.copyOf(store.blocked(orderIds, block));
    }

    /** The holds of an order, also the ended ones. */
    public List<Hold> ofOrder(long orderId) {
        return store.ofOrder(orderId);
    }
}
