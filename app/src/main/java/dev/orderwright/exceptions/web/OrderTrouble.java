package dev.orderwright.exceptions.web;

import dev.orderwright.exceptions.Exceptions;
import dev.orderwright.exceptions.Exceptions.Listed;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is wrong with an order, on its page: each exception leads to the list where it is mended. */
@Component
class OrderTrouble implements OrderPanels {

    private final Exceptions exceptions;
    private final MendingDesk desk;

    OrderTrouble(Exceptions exceptions, MendingDesk desk) {
        this.exceptions = exceptions;
        this.desk = desk;
    }

    @Override
    public List<Panel> panelsFor(long orderId, Who who) {
        Reach reach = desk.reach(who);
        List<TroublePage.One> all = new ArrayList<>();
        for (ExceptionCause cause : desk.causes(who)) {
            String url = Link.to(ExceptionPages.url(cause))
                    .with("order", Long.toString(orderId))
                    .toString();
            for (Listed listed : exceptions.ofOrder(cause, reach, orderId)) {
                OpenException open = listed.open();
                all.add(new TroublePage.One(cause.title(), open.about(), url));
            }
        }
        return all.isEmpty()
                ? List.of()
                : List.of(new Panel(Panel.Place.TOP, 0, "exceptions/ofOrder.jte", new TroublePage(all)));
    }
}
