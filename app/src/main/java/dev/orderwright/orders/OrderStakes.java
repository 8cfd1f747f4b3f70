package dev.orderwright.orders;

import dev.orderwright.shared.Money;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What hangs on exceptions about orders: what the order is worth, and the day its customer was promised. */
@Component
public class OrderStakes {

    private final OrderReadStore reads;

    OrderStakes(OrderReadStore reads) {
        this.reads = reads;
    }

    /** An order as exceptions speak of it. */
    public record AtStake(String number, String url, Stake stake) {}

    /** By order; what does not exist is left out. */
    public Map<Long, AtStake> of(Collection<Long> orderIds) {
        return reads.heads(orderIds.stream().distinct().toList()).stream()
                .collect(Collectors.toMap(OrderHead::id, OrderStakes::of));
    }

    static AtStake of(OrderHead head) {
        return new AtStake(
                head.number(),
                "/orders/" + head.number(),
                new Stake(head.id(), new Money(head.money().total(), head.currency()), head.promisedOn()));
    }
}
