package dev.orderwright.notifications.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.Notice;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** On the page of an order: what the customer was told and when, and a way to say it again. */
@Controller
class OrderMessagesPanel implements OrderPanels {

    private static final int PLACE = 60;

    private final NoticeQueries queries;
    private final Notices notices;
    private final OrderQueries orders;
    private final Show show;

    OrderMessagesPanel(NoticeQueries queries, Notices notices, OrderQueries orders, Show show) {
        this.queries = queries;
        this.notices = notices;
        this.orders = orders;
        this.show = show;
    }

    @Override
    public List<Panel> panelsFor(long orderId, Who who) {
        OrderHead head = orders.heads(List.of(orderId)).get(orderId);
        List<Notice> told = queries.ofOrder(orderId);
        boolean maySend = who.may("orders:write");
        if (head == null || !who.may("orders:read") || (told.isEmpty() && !maySend)) {
            return List.of();
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        for (NoticeKind kind : NoticeKind.values()) {
            kinds.put(kind.name(), kind.title());
        }
        OrderMessages view = new OrderMessages(
                told.stream().map(notice -> row(notice, who)).toList(),
                maySend ? "/orders/" + head.number() + "/messages" : "",
                Field.select(
                        "message-kind",
                        t("notifications.orderMessagesPanel.message"),
                        NoticeKind.CONFIRMATION.name(),
                        kinds),
                Field.text("message-to", t("notifications.orderMessagesPanel.toAnotherAddress"), "")
                        .hint(t("notifications.orderMessagesPanel.leftEmptyItGoesWhere")),
                !queries.isSetUp());
        return List.of(new Panel(Panel.Place.ASIDE, PLACE, "notifications/order-messages.jte", view));
    }

    private OrderMessages.Row row(Notice notice, Who who) {
        return new OrderMessages.Row(
                "/admin/messages/" + notice.id(),
                notice.kind().title(),
                NoticeWords.to(notice, who),
                NoticeWords.state(notice),
                NoticeWords.when(notice, show),
                NoticeWords.reason(notice));
    }

    @PostMapping("/orders/{order}/messages")
    @Requires("orders:write")
    Redirect send(
            @PathVariable String order,
            @RequestParam("message-kind") NoticeKind kind,
            @RequestParam(name = "message-to", defaultValue = "") String to,
            Cause cause) {
        OrderHead head = orders.head(order)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no order " + order));
        return Redirect.to(
                "/orders/" + head.number() + "#messages",
                NoticeWords.said(notices.send(cause, head.id(), kind, to)
                        .map(asked -> kind.title()
                                + (asked.isKeptOnly()
                                        ? " is written and kept: no mail server is set up."
                                        : " is mailed in a moment."))));
    }
}
