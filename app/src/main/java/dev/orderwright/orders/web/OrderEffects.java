package dev.orderwright.orders.web;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.OrderFigures;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells what an action would change: it is carried out, the order is read once more, and everything is rolled back. */
@Component
class OrderEffects {

    private final Commands commands;
    private final OrderQueries queries;
    private final Inventory inventory;
    private final ObjectProvider<OrderFigures> figures;
    private final Ids ids;
    private final InstantSource clock;

    OrderEffects(
            Commands commands,
            OrderQueries queries,
            Inventory inventory,
            ObjectProvider<OrderFigures> figures,
            Ids ids,
            InstantSource clock) {
        this.commands = commands;
        this.queries = queries;
        this.inventory = inventory;
        this.figures = figures;
        this.ids = ids;
        this.clock = clock;
    }

    Effect of(OrderDetail now, OrderAction action, Map<String, String> in, Who who) {
        Map<String, String> given = new HashMap<>(in);
        // Nobody has to give a reason for looking.
        given.merge("reason", "…", (typed, dots) -> typed.isBlank() ? dots : typed);
        Cause cause = Cause.of(who.actor(), "preview-" + ids.next(), clock.instant());
        long id = now.head().id();
        OrderDifference.State before = new OrderDifference.State(now, figuresOf(id, who));
        Outcome<OrderDifference.State> then = commands.preview(() -> action.act(now, new FormInput(given), cause)
                        .map(said -> new OrderDifference.State(queries.byId(id).orElseThrow(), figuresOf(id, who))))
                .outcome();
        return switch (then) {
            case Outcome.Done<OrderDifference.State>(OrderDifference.State after, boolean replayed) ->
                new OrderDifference(inventory.nodes()).between(before, after);
            case Outcome.Refused<OrderDifference.State>(List<Refusal> refusals) ->
                Effect.refused(refusals.stream().map(Refusal::reason).toList());
        };
    }

    private List<KeyValue> figuresOf(long orderId, Who who) {
        return figures.orderedStream()
                .flatMap(module -> module.figuresOf(orderId, who).stream())
                .toList();
    }
}
