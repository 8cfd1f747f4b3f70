package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Cancelled;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Orders;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.FormInput;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Some units of a line, or of all lines whatever is not shipped. */
final class CancelAction implements OrderAction {

    private final Orders orders;

    CancelAction(Orders orders) {
        this.orders = orders;
    }

    @Override
    public Dialog question(OrderDetail detail, Map<String, String> in) {
        OrderLine line = OrderActions.line(detail, in.getOrDefault(OrderActions.LINE, ""))
                .orElse(null);
        if (line == null) {
            return OrderActions.dialog(
                            t("orders.actions.cancelOrder", detail.head().number()),
                            detail,
                            "/cancel",
                            t("orders.actions.cancelIt"),
                            Map.of())
                    .explained(t("orders.order.unitsThatANodeWorks"))
                    .asking(List.of(), List.of(OrderActions.reason(in)))
                    .dangerous();
        }
        String most = Quantities.text(OrderActions.cancellable(detail, line.lineNo()), line.quantityDecimals());
        Field quantity = Field.text(
                        OrderActions.QUANTITY, t("shared.word.quantity"), in.getOrDefault(OrderActions.QUANTITY, most))
                .hint(t("orders.actions.ofOrdered", most, Quantities.text(line.quantity(), line.quantityDecimals())))
                .mandatory();
        return OrderActions.dialog(
                        t("orders.actions.cancelUnitsOfLine", line.lineNo(), line.sku()),
                        detail,
                        "/cancel",
                        t("orders.actions.cancelThem"),
                        in)
                .explained(t("orders.order.unitsThatANodeWorks"))
                .asking(List.of(quantity), List.of(OrderActions.reason(in)))
                .dangerous();
    }

    @Override
    public Outcome<Flash> act(OrderDetail detail, FormInput in, Cause cause) {
        String reason = in.required(OrderActions.REASON, t("shared.word.reason"));
        List<CancelOrder.Line> lines = OrderActions.line(detail, in.text(OrderActions.LINE))
                .map(line -> List.of(new CancelOrder.Line(line.lineNo(), units(line, in))))
                .orElse(List.of());
        return OrderActions.unlessUnread(
                        in,
                        () -> orders.cancel(
                                cause,
                                new CancelOrder(detail.head().id(), OrderActions.version(in, detail), lines, reason)))
                .map(cancelled -> Flash.done(said(detail, cancelled)));
    }

    private static long units(OrderLine line, FormInput in) {
        BigDecimal quantity = in.decimal(OrderActions.QUANTITY);
        return Quantities.units(quantity, line.quantityDecimals()).orElseGet(() -> {
            in.refuse(
                    Refusal.of("bad-quantity", OrderActions.QUANTITY, t("orders.actions.notAQuantityOf", line.sku())));
            return 0;
        });
    }

    private static String said(OrderDetail detail, Cancelled cancelled) {
        return cancelled.lines().stream()
                .map(done -> {
                    int decimals = OrderActions.line(detail, Integer.toString(done.lineNo()))
                            .map(OrderLine::quantityDecimals)
                            .orElse(0);
                    return t(
                            done.asked() > 0
                                    ? "orders.orderScreens.lineCancelledAndAsked"
                                    : "orders.orderScreens.lineCancelled",
                            done.lineNo(),
                            Quantities.text(done.done(), decimals),
                            Quantities.text(done.asked(), decimals));
                })
                .limit(5)
                .collect(Collectors.joining("; "));
    }
}
