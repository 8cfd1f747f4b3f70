package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Orders;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of an order, its timeline, and comments. What changes an order is asked by {@link OrderActionScreens}. */
@Controller
class OrderScreens {

    private final OrderQueries queries;
    private final Orders orders;
    private final OrderPages pages;

    OrderScreens(OrderQueries queries, Orders orders, OrderPages pages) {
        this.queries = queries;
        this.orders = orders;
        this.pages = pages;
    }

    /** @param from the first line that is shown, counted from 0 */
    @GetMapping("/orders/{order}")
    @Requires("orders:read")
    WebPage order(@PathVariable String order, @RequestParam(defaultValue = "0") int from, Who who) {
        OrderDetail detail = find(order);
        int first = Math.clamp(from, 0, Math.max(0, detail.lines().size() - 1));
        OrderPage view =
                pages.page(detail, queries.timeline(detail.head().id(), Long.MAX_VALUE, OrderPages.FACTS), first, who);
        return WebPage.of("orders/order.jte", view, detail.head().number())
                .in("orders")
                .crumb(t("shared.word.orders"), "/orders");
    }

    /** The same at a glance: its first lines, nothing of other modules. */
    @GetMapping("/orders/{order}/peek")
    @Requires("orders:read")
    WebPage peek(@PathVariable String order, Who who) {
        OrderDetail detail = find(order);
        return WebPage.of(
                        "orders/peek.jte",
                        pages.peek(detail, who),
                        detail.head().number())
                .in("orders")
                .crumb(t("shared.word.orders"), "/orders");
    }

    /** What happened before a fact: more of the timeline. */
    @GetMapping("/orders/{order}/timeline")
    @Requires("orders:read")
    WebPage timeline(@PathVariable String order, @RequestParam(defaultValue = Long.MAX_VALUE + "") long before) {
        OrderDetail detail = find(order);
        OrderPage.History view =
                pages.history(detail, queries.timeline(detail.head().id(), before, OrderPages.FACTS));
        return WebPage.of("orders/history.jte", view, t("orders.order.whatHappened"))
                .in("orders")
                .crumb(t("shared.word.orders"), "/orders")
                .crumb(detail.head().number(), OrderActions.url(detail));
    }

    @PostMapping("/orders/{order}/comment")
    @Requires("orders:write")
    Redirect comment(@PathVariable String order, @RequestParam String text, Cause cause) {
        OrderDetail detail = find(order);
        Flash said = switch (orders.comment(cause, detail.head().id(), text)) {
            case Outcome.Done<Orders.Changed> done -> Flash.done(t("orders.orderScreens.theCommentIsAdded"));
            case Outcome.Refused<Orders.Changed>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
        };
        return Redirect.to(OrderActions.url(detail), said);
    }

    private OrderDetail find(String order) {
        return queries.named(order)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
    }
}
