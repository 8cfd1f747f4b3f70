package dev.orderwright.insight;

import dev.orderwright.shared.Company;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a customer has bought and how an item sells. It looks at the newest rows and at no more than so many, so that a
 * customer with a million orders takes no longer than another; what it says is of those.
 */
@Component
public class Sales {

    /** As many orders of a customer are looked at. */
    public static final int ORDERS_MAX = 500;
    /** As many lines of an item are looked at. */
    public static final int LINES_MAX = 5_000;

    private static final int SHOWN = 5;

    private final SalesStore store;
    private final Company company;
    private final InstantSource clock;

    Sales(SalesStore store, Company company, InstantSource clock) {
        this.store = store;
        this.company = company;
        this.clock = clock;
    }

    /**
     * What became of a customer's orders in one currency.
     *
     * @param boughtMinor of those that are not cancelled
     * @param late open ones that are expected before today; {@code backordered} and {@code held} are open ones too
     * @param delivered those that are delivered and had a promised day; {@code onTime} are those delivered by it
     */
    public record Lifetime(
            String currency,
            long orders,
            long boughtMinor,
            long cancelled,
            long open,
            long openMinor,
            long late,
            long backordered,
            long held,
            long delivered,
            long onTime) {}

    /** @param units in the item's smallest unit */
    public record Bought(long itemId, String sku, String description, long units, int decimals, long orders) {}

    /** Mail about one of his orders. */
    public record Message(long id, String order, String subject, boolean sent, Instant writtenAt) {}

    /** A hold on everything he orders. */
    public record CustomerHold(long id, String reason, String placedBy, Instant placedAt) {}

    /** @param lifetimes by currency, the one with the most orders first */
    public record OfCustomer(
            List<Lifetime> lifetimes, List<Bought> bought, List<Message> messages, List<CustomerHold> holds) {

        /** How many orders were looked at. */
        public long orders() {
            return lifetimes.stream().mapToLong(Lifetime::orders).sum();
        }
    }

    /**
     * What of an item was ordered in a week.
     *
     * @param monday its first day
     * @param units in the item's smallest unit
     */
    public record Week(LocalDate monday, long units, long orders) {}

    /** @param wholly whether every line of it was looked at */
    public record OfItem(List<Week> weeks, boolean wholly) {}

    public OfCustomer ofCustomer(long customerId) {
        return new OfCustomer(
                store.lifetime(customerId, today(), zone(), ORDERS_MAX),
                store.bought(customerId, ORDERS_MAX, SHOWN),
                store.messages(customerId, ORDERS_MAX, SHOWN),
                store.holds(customerId));
    }

    /** The last weeks with this one, the oldest first. */
    public OfItem ofItem(long itemId, int weeks) {
        LocalDate from =
                today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(weeks - 1L);
        return new OfItem(
                store.weeks(itemId, from, weeks, zone(), LINES_MAX), store.lines(itemId, LINES_MAX + 1) <= LINES_MAX);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return company.zone();
    }
}
