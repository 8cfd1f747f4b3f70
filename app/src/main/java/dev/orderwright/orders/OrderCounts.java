package dev.orderwright.orders;

import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Recent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How many orders each view of the list has, for those who look at the same time. */
@Component
public class OrderCounts {

    private final OrderReadStore reads;
    private final Recent recent;

    OrderCounts(OrderReadStore reads, Recent recent) {
        this.reads = reads;
        this.recent = recent;
    }

    private record Day(LocalDate today) {}

    /**
     * How many there are.
     *
     * @param orders those of ended orders are cut at 10,001
     * @param oldest when the first order of a view that asks for work was placed, or the first hold
     */
    public record Counted(Map<View, Long> orders, Map<View, Instant> oldest) {}

    /** As they were {@linkplain Recent a moment ago}. */
    public Counted counted(LocalDate today) {
        return recent.get(new Day(today), day -> reads.counts(day.today()));
    }

    /** As they were {@linkplain Recent#shown lately}, for a page that asks again by itself. */
    public Counted shown(LocalDate today) {
        return recent.shown(new Day(today), day -> reads.counts(day.today()));
    }

    /** As they were {@linkplain Recent a moment ago}; those of ended orders are cut at 10,001. */
    public Map<View, Long> of(LocalDate today) {
        return counted(today).orders();
    }
}
