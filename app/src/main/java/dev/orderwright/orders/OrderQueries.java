package dev.orderwright.orders;

import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Texts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens, the API and other modules read of orders. Nothing here locks. */
@Component
public class OrderQueries {

    private static final int IDS_AT_ONCE = 500;

    private static final int TIMELINE_MAX = 500;
    private static final int ADDRESSES_OF_ORDERS = 50;

    private final OrderReadStore reads;
    private final OrderList list;
    private final OrderStore orders;
    private final SliceStore slices;
    private final HoldStore holds;
    private final CancelStore cancels;
    private final Facts facts;

    OrderQueries(
            OrderReadStore reads,
            OrderList list,
            OrderStore orders,
            SliceStore slices,
            HoldStore holds,
            CancelStore cancels,
            Facts facts) {
        this.reads = reads;
        this.list = list;
        this.orders = orders;
        this.slices = slices;
        this.holds = holds;
        this.cancels = cancels;
        this.facts = facts;
    }

    /** One order with everything that belongs to it in this module. */
    public record OrderDetail(
            OrderHead head,
            List<OrderLine> lines,
            List<Slice> slices,
            List<Hold> holds,
            List<CancelRequest> cancelRequests) {

        /** What everything costs that is or will be delivered, in minor units. */
        public long cost() {
            return OrderLine.cost(lines, slices);
        }
    }

    /** The saved views of the order list. */
    public enum View {
        OPEN,
        HELD,
        BACKORDERED,
        TO_RELEASE,
        AT_NODES,
        UNDER_WAY,
        LATE,
        CLOSED,
        CANCELLED,
        ALL;

        public String title() {
            return Texts.of(this);
        }

        /** Whether orders in this phase of their life belong to it. */
        boolean shows(Lifecycle lifecycle) {
            return switch (this) {
                case OPEN, HELD, BACKORDERED, TO_RELEASE, AT_NODES, UNDER_WAY, LATE -> lifecycle.isOpen();
                case CLOSED -> lifecycle == Lifecycle.CLOSED;
                case CANCELLED -> lifecycle == Lifecycle.CANCELLED || lifecycle == Lifecycle.REJECTED;
                case ALL -> true;
            };
        }

        /** Whether all of its orders are open, which are few among many. */
        boolean isOpen() {
            return shows(Lifecycle.CONFIRMED) && !shows(Lifecycle.CLOSED);
        }

        /** The states of which its orders have units in at least one; 0 for any. */
        int states() {
            return switch (this) {
                case BACKORDERED -> SliceState.BACKORDERED.bit();
                case TO_RELEASE -> SliceState.RESERVED.bit();
                case AT_NODES -> SliceState.RELEASED.bit() | SliceState.PICKED.bit() | SliceState.PACKED.bit();
                case UNDER_WAY -> SliceState.SHIPPED.bit();
                case OPEN, HELD, LATE, CLOSED, CANCELLED, ALL -> 0;
            };
        }
    }

    /**
     * Which orders are wanted; null and empty mean any.
     *
     * @param nodeId with units at this node
     * @param itemId with a line of this item
     * @param expectedUntil the last day on which they are expected
     * @param today what {@link View#LATE} is measured against
     */
    public record Filter(
            View view,
            @Nullable String channel,
            @Nullable Long customerId,
            @Nullable Long nodeId,
            @Nullable Long itemId,
            @Nullable SliceState state,
            @Nullable HoldType holdType,
            @Nullable Instant placedFrom,
            @Nullable Instant placedUntil,
            @Nullable Long totalFromMinor,
            @Nullable String method,
            @Nullable LocalDate expectedFrom,
            @Nullable LocalDate expectedUntil,
            LocalDate today) {

        public static Filter of(View view, LocalDate today) {
            return new Filter(view, null, null, null, null, null, null, null, null, null, null, null, null, today);
        }
    }

    /**
     * A row of the order list.
     *
     * @param units in whole, in the items' smallest units, by state
     */
    public record Row(
            long id,
            String number,
            String channel,
            String externalId,
            String shipToName,
            String country,
            Lifecycle lifecycle,
            int priority,
            Instant placedAt,
            long totalMinor,
            String currency,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate expectedOn,
            int lines,
            List<HoldType> holds,
            Map<SliceState, Long> units) {}

    /**
     * A page of the order list.
     *
     * @param next what to ask for the next page with; null when no older order fits
     * @param lookedBackTo when the page is short because enough orders were looked through: when the last of them was
     *     placed
     */
    public record Listed(
            List<Row> rows, @Nullable Long next, @Nullable Instant lookedBackTo) {}

    public Optional<OrderDetail> byId(long id) {
        return reads.heads(List.of(id)).stream().findFirst().map(this::detail);
    }

    /** By the order's own number ({@code SO-100042}). */
    public Optional<OrderDetail> byNumber(String number) {
        return reads.byNumber(number).map(this::detail);
    }

    public Optional<OrderDetail> byExternalId(String channel, String externalId) {
        return reads.byExternalId(channel, externalId).map(this::detail);
    }

    /** Its number ({@code SO-100042}) or its id: what programs call an order by. */
    public Optional<OrderHead> head(String name) {
        Optional<Long> id = Ids.parse(name);
        return id.isPresent() ? reads.heads(List.of(id.get())).stream().findFirst() : reads.byNumber(name);
    }

    public Optional<OrderDetail> named(String name) {
        return head(name).map(this::detail);
    }

    /** With how many decimals the items of some lines of an order are counted, by line. */
    public Map<Integer, Integer> decimals(long orderId, Collection<Integer> lineNos) {
        return reads.decimals(orderId, lineNos);
    }

    private OrderDetail detail(OrderHead head) {
        List<Long> ids = List.of(head.id());
        return new OrderDetail(
                head, orders.lines(ids), slices.ofOrders(ids), holds.ofOrder(head.id()), cancels.ofOrder(head.id()));
    }

    /** Heads by id; what does not exist is left out. */
    public Map<Long, OrderHead> heads(Collection<Long> ids) {
        return reads.heads(ids).stream().collect(Collectors.toMap(OrderHead::id, Function.identity()));
    }

    public Map<Long, List<OrderLine>> lines(Collection<Long> orderIds) {
        return orders.lines(orderIds).stream().collect(Collectors.groupingBy(OrderLine::orderId));
    }

    public Map<Long, List<Slice>> slices(Collection<Long> orderIds) {
        return slices.ofOrders(orderIds).stream().collect(Collectors.groupingBy(Slice::orderId));
    }

    /** How many units of goods of these orders are in each state, in the items' smallest units. */
    public Map<SliceState, Long> units(Collection<Long> orderIds) {
        return slices.units(orderIds);
    }

    /**
     * Orders that fit, the newest first: by id, or by the day they were placed when days are what they are looked for by.
     *
     * @param before what the page before gave as its next; null for the first page
     */
    public Listed list(Filter filter, @Nullable Long before, int limit) {
        return list.find(filter, before, limit);
    }

    /** The ids of all orders that fit, the newest first, but no more than the limit. */
    public List<Long> ids(Filter filter, int limit) {
        List<Long> ids = new ArrayList<>();
        @Nullable Long before = null;
        do {
            Listed next = list.find(filter, before, Math.min(IDS_AT_ONCE, limit - ids.size()));
            next.rows().forEach(row -> ids.add(row.id()));
            before = next.next();
        } while (before != null && ids.size() < limit);
        return ids;
    }

    /** The latest of what happened to an order, oldest first. */
    public List<RecordedFact> timeline(long orderId) {
        return facts.of("order", orderId, TIMELINE_MAX);
    }

    /** The latest of what happened before a fact, oldest first. */
    public List<RecordedFact> timeline(long orderId, long beforeFact, int limit) {
        return facts.of("order", orderId, beforeFact, limit);
    }

    /** Lines of a customer's orders of an item that were not wholly cancelled or taken back, newest order first. */
    public List<OrderLine> linesOfCustomer(long customerId, Collection<Long> itemIds, int limit) {
        return reads.linesOfCustomer(customerId, itemIds, limit);
    }

    /** An item that a customer may have bought. */
    public record Bought(long customerId, long itemId) {}

    /**
     * A line that a customer bought.
     *
     * @param unshipped units that are still to be shipped; of a service, those that are not rendered
     * @param shipped units that were shipped and have not come back; of a service, those that are rendered
     */
    public record Sale(
            long orderId,
            int lineNo,
            long customerId,
            long itemId,
            BigDecimal unitPrice,
            Instant placedAt,
            long unshipped,
            long shipped) {}

    /** The lines of these items that these customers bought and still have or still get, on any channel. */
    public List<Sale> sales(Collection<Bought> wanted) {
        return wanted.isEmpty() ? List.of() : reads.sales(wanted);
    }

    /** When customers placed their first orders; who never did is left out. */
    public Map<Long, Instant> firstOrders(Collection<Long> customerIds) {
        return customerIds.isEmpty() ? Map.of() : reads.firstOrders(customerIds);
    }

    /** Where the customer's latest orders went and who was invoiced: what a new order most likely needs again. */
    public RecentAddresses recentAddresses(long customerId) {
        return reads.addresses(customerId, ADDRESSES_OF_ORDERS);
    }
}
