package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.CommandSets;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people and channels can do with orders: place, cancel, take back, choose the node, comment. */
@Component
public class Orders {

    private final CommandSets sets;
    private final Commands commands;
    private final OrderWriter writer;
    private final Cancelling cancelling;
    private final OrderSlices slices;
    private final ManualSource manualSource;

    Orders(
            CommandSets sets,
            Commands commands,
            OrderWriter writer,
            Cancelling cancelling,
            OrderSlices slices,
            ManualSource manualSource) {
        this.sets = sets;
        this.commands = commands;
        this.writer = writer;
        this.cancelling = cancelling;
        this.slices = slices;
        this.manualSource = manualSource;
    }

    /** The most orders of one set: what one transaction should hold. */
    public static final int SET_MAX = 500;

    /**
     * Places a set of orders in one transaction; each has its own key and its own outcome. Refusals: {@code key-reused},
     * {@code external-id-reused}, and those of {@link OrderChecks}.
     */
    public List<Outcome<Placed>> place(List<PlaceRequest> requests) {
        if (requests.size() > SET_MAX) {
            throw new IllegalArgumentException("at most " + SET_MAX + " orders at once, not " + requests.size());
        }
        List<CommandSets.Keyed<PlaceRequest>> keyed = requests.stream()
                .map(request -> new CommandSets.Keyed<>(request.cause(), request))
                .toList();
        writer.prepare(requests.size());
        List<Outcome<Placed>> outcomes = sets.run("place-order", keyed, Placed.class, writer::place);
        renderServices(requests, outcomes);
        return outcomes;
    }

    /** An order of nothing but services has nothing to wait for. */
    private void renderServices(List<PlaceRequest> requests, List<Outcome<Placed>> outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Done<Placed>(Placed placed, boolean replayed)
                    && placed.confirmed()
                    && placed.unitsReserved() == 0
                    && placed.unitsBackordered() == 0) {
                Cause cause = requests.get(i).cause().step("render");
                commands.once(cause, "render-services", placed.orderId(), Placed.class, run -> {
                    LockedOrders orders = slices.lock(run, List.of(placed.orderId()));
                    slices.apply(run, orders, ServiceRules.renderable(orders.get(placed.orderId())));
                    return Outcome.done(placed);
                });
            }
        }
    }

    /** Refusals: {@code unknown-order}, {@code stale-version}, {@code unknown-line}, {@code not-cancellable}. */
    public Outcome<Cancelled> cancel(Cause cause, CancelOrder wish) {
        return commands.once(cause, "cancel-order", wish, Cancelled.class, run -> cancelling.cancel(run, wish));
    }

    /** The same as part of the caller's command. */
    public Outcome<Cancelled> cancel(Run run, CancelOrder wish) {
        return cancelling.cancel(run, wish);
    }

    /** Several of them at once: one outcome for each, and what is refused leaves the others alone. No order twice. */
    public List<Outcome<Cancelled>> cancel(Run run, List<CancelOrder> wishes) {
        return wishes.isEmpty() ? List.of() : cancelling.cancel(run, wishes);
    }

    /**
     * Takes shipped units back into stock, for a credit note. Refusals: {@code unknown-order}, {@code
     * more-than-delivered}.
     */
    public Outcome<Cancelled> takeBack(Cause cause, CancelOrder wish) {
        return commands.once(cause, "take-back", wish, Cancelled.class, run -> cancelling.takeBack(run, wish));
    }

    /** The same as part of the caller's command. */
    public Outcome<Cancelled> takeBack(Run run, CancelOrder wish) {
        return cancelling.takeBack(run, wish);
    }

    /** Several of them at once: one outcome for each, and what is refused leaves the others alone. No order twice. */
    public List<Outcome<Cancelled>> takeBack(Run run, List<CancelOrder> wishes) {
        return wishes.isEmpty() ? List.of() : cancelling.takeBack(run, wishes);
    }

    /** The answer of small commands: which order it was. */
    public record Changed(long orderId, String number) {}

    /**
     * A person chooses the node (null gives the choice back to the sourcing). What is reserved elsewhere and not yet
     * worked on is given back and sourced again. Refusals: {@code unknown-order}, {@code unknown-node}, {@code
     * order-ended}, {@code stale-version}.
     */
    public Outcome<Changed> chooseNode(
            Cause cause, long orderId, @Nullable Integer version, @Nullable String nodeCode, String reason) {
        List<Object> content = List.of(orderId, Optional.ofNullable(nodeCode).orElse(""), reason);
        return commands.once(
                cause,
                "choose-node",
                Versions.asked(content, version),
                Changed.class,
                run -> manualSource.choose(run, orderId, version, nodeCode, reason));
    }

    /** Adds a comment to the order's timeline. Refusals: {@code unknown-order}, {@code empty-comment}. */
    public Outcome<Changed> comment(Cause cause, long orderId, String text) {
        return commands.once(cause, "comment-order", Map.of("order", orderId, "text", text), Changed.class, run -> {
            LockedOrder order = slices.lock(run, List.of(orderId)).find(orderId).orElse(null);
            if (order == null) {
                return Outcome.refused(Refusal.of("unknown-order", "orderId", t("orders.refusal.thereIsNoSuchOrder")));
            }
            if (text.isBlank() || text.length() > 2_000) {
                return Outcome.refused(
                        Refusal.of("empty-comment", "text", t("orders.refusal.aCommentHasToCharacters")));
            }
            run.orderFact(orderId, "CommentAdded", Facts.data("text", text.strip()));
            return Outcome.done(new Changed(orderId, order.head().number()));
        });
    }
}
