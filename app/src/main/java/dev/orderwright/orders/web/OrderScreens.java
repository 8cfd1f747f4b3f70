package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Orders;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of an order, and what a clerk can do there. */
@Controller
class OrderScreens {

    private final OrderQueries queries;
    private final Orders orders;
    private final Holds holds;
    private final OrderPages pages;

    OrderScreens(OrderQueries queries, Orders orders, Holds holds, OrderPages pages) {
        this.queries = queries;
        this.orders = orders;
        this.holds = holds;
        this.pages = pages;
    }

    @GetMapping("/orders/{order}")
    @Requires("orders:read")
    WebPage order(@PathVariable String order, Who who) {
        OrderDetail detail = find(order);
        OrderPage view = pages.page(detail, queries.timeline(detail.head().id()), who);
        return WebPage.of("orders/order.jte", view, detail.head().number())
                .in("orders")
                .crumb(t("shared.word.orders"), "/orders");
    }

    @PostMapping("/orders/{order}/hold")
    @Requires("orders:hold")
    Redirect hold(@PathVariable String order, @RequestParam HoldType type, @RequestParam String reason, Cause cause) {
        OrderDetail detail = find(order);
        Holds.Wish wish = Holds.Wish.onOrder(detail.head().id(), type, reason);
        return back(detail, holds.place(cause, List.of(wish)), t("orders.orderScreens.theOrderIsOnHold"));
    }

    @PostMapping("/orders/{order}/holds/{hold}/release")
    @Requires("orders:release-hold")
    Redirect release(@PathVariable String order, @PathVariable long hold, @RequestParam String reason, Cause cause) {
        OrderDetail detail = find(order);
        if (detail.holds().stream().noneMatch(h -> h.id() == hold)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return back(detail, holds.release(cause, List.of(hold), reason), t("orders.orderScreens.theHoldIsReleased"));
    }

    /** Some units of a line, or everything when no line is named. */
    @PostMapping("/orders/{order}/cancel")
    @Requires("orders:cancel")
    Redirect cancel(
            @PathVariable String order,
            @RequestParam int version,
            @RequestParam(defaultValue = "0") int lineNo,
            @RequestParam(defaultValue = "0") BigDecimal quantity,
            @RequestParam String reason,
            Cause cause) {
        OrderDetail detail = find(order);
        List<CancelOrder.Line> lines =
                lineNo == 0 ? List.of() : List.of(new CancelOrder.Line(lineNo, units(detail, lineNo, quantity)));
        return back(
                detail,
                orders.cancel(cause, new CancelOrder(detail.head().id(), version, lines, reason))
                        .map(cancelled -> cancelled.lines().stream()
                                .map(line -> line.asked() > 0
                                        ? t(
                                                "orders.orderScreens.lineCancelledAndAsked",
                                                line.lineNo(),
                                                line.done(),
                                                line.asked())
                                        : t("orders.orderScreens.lineCancelled", line.lineNo(), line.done()))
                                .collect(Collectors.joining("; "))));
    }

    /** A quantity that the item cannot have ends as one that cannot be cancelled, and is refused with the reason. */
    private static long units(OrderDetail detail, int lineNo, BigDecimal quantity) {
        int decimals = detail.lines().stream()
                .filter(line -> line.lineNo() == lineNo)
                .mapToInt(OrderLine::quantityDecimals)
                .findFirst()
                .orElse(0);
        BigDecimal units = quantity.scaleByPowerOfTen(decimals).stripTrailingZeros();
        return units.scale() > 0 || units.precision() > 18 ? 0 : units.longValueExact();
    }

    @PostMapping("/orders/{order}/comment")
    @Requires("orders:write")
    Redirect comment(@PathVariable String order, @RequestParam String text, Cause cause) {
        OrderDetail detail = find(order);
        return back(
                detail, orders.comment(cause, detail.head().id(), text), t("orders.orderScreens.theCommentIsAdded"));
    }

    @PostMapping("/orders/{order}/source")
    @Requires("orders:write")
    Redirect source(
            @PathVariable String order,
            @RequestParam int version,
            @RequestParam String node,
            @RequestParam String reason,
            Cause cause) {
        OrderDetail detail = find(order);
        return back(
                detail,
                orders.chooseNode(cause, detail.head().id(), version, node.isBlank() ? null : node, reason),
                node.isBlank()
                        ? t("orders.orderScreens.theSourcingDecidesAgain")
                        : t("orders.orderScreens.onlyWillBeUsed", node));
    }

    private static Redirect back(OrderDetail detail, Outcome<?> outcome, String done) {
        return back(detail, outcome.map(answer -> done));
    }

    private static Redirect back(OrderDetail detail, Outcome<String> outcome) {
        Flash flash = switch (outcome) {
            case Outcome.Done<String>(String said, boolean replayed) -> Flash.done(said);
            case Outcome.Refused<String>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
        };
        return Redirect.to("/orders/" + detail.head().number(), flash);
    }

    private OrderDetail find(String order) {
        return queries.byNumber(order)
                .or(() -> Ids.parse(order).flatMap(queries::byId))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
    }
}
