package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Orders by their numbers, for pages of other modules. */
@Component
class OrderSubjects implements SubjectBook {

    private final OrderQueries orders;

    OrderSubjects(OrderQueries orders) {
        this.orders = orders;
    }

    @Override
    public String kind() {
        return "order";
    }

    @Override
    public String title() {
        return t("shared.word.order");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        return orders.heads(ids).values().stream()
                .collect(Collectors.toMap(
                        OrderHead::id,
                        order -> new Subject(order.number(), mayOpen(order, who) ? "/orders/" + order.number() : "")));
    }

    private static boolean mayOpen(OrderHead order, Who who) {
        return who.may("orders:read") && who.worksFor(order.channel());
    }

    @Override
    public Optional<Long> find(String name) {
        return orders.head(name).map(OrderHead::id);
    }
}
