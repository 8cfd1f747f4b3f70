package dev.orderwright.delivery;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.delivery.estimate.EstimateReplay;
import dev.orderwright.delivery.estimate.Learned;
import dev.orderwright.delivery.estimate.Learned.Chances;
import dev.orderwright.delivery.estimate.PastOrder;
import dev.orderwright.insight.Deliveries;
import dev.orderwright.insight.Deliveries.Delivery;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PromiseCause;
import dev.orderwright.orders.PromiseLedger;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Company;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How sure the days are on which orders are expected, as the past teaches it. */
@Component
public class Confidence {

    private static final int ORDERS_MAX = 10_000;
    private static final Duration PAST = Duration.ofDays(365);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Set<SliceState> ON_THE_WAY = EnumSet.of(
            SliceState.RESERVED, SliceState.RELEASED, SliceState.PICKED, SliceState.PACKED, SliceState.SHIPPED);

    private final Deliveries deliveries;
    private final OrderQueries orders;
    private final PromiseLedger ledger;
    private final Inventory inventory;
    private final InstantSource clock;
    private final ZoneId zone;

    /** Who asks while it is learned anew gets what was known before. */
    private volatile @Nullable Known known;

    Confidence(
            Deliveries deliveries,
            OrderQueries orders,
            PromiseLedger ledger,
            Inventory inventory,
            InstantSource clock,
            Company company) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.ledger = ledger;
        this.inventory = inventory;
        this.clock = clock;
        zone = company.zone();
    }

    /** @param at when it was learned */
    public record Known(Instant at, Learned learned) {

        /** To learn from few orders takes no time, and the first ones are waited for. */
        boolean isNothing() {
            return learned.calibration() == null;
        }
    }

    /** What is known; learned at once while nothing is. Hardly older than an hour while background work runs. */
    public Known known() {
        Known last = known;
        return last == null || last.isNothing() ? learn() : last;
    }

    /** Learns anew when what is known is old; returns whether it was. */
    boolean refresh() {
        Known last = known;
        if (last != null && !last.isNothing() && last.at().plus(FRESH).isAfter(clock.instant())) {
            return false;
        }
        learn();
        return true;
    }

    /** Learns from all that has arrived so far. */
    public Known learn() {
        Instant now = clock.instant();
        List<Delivery> latest = deliveries.latest(now.minus(PAST), ORDERS_MAX);
        Map<Long, OrderHead> heads =
                orders.heads(latest.stream().map(Delivery::orderId).toList());
        Map<Long, Node> nodes = nodes();
        List<PastOrder> past = new ArrayList<>(latest.size());
        for (Delivery delivery : latest) {
            OrderHead head = heads.get(delivery.orderId());
            Node node = nodes.get(delivery.nodeId());
            if (head != null
                    && node != null
                    && head.requestedOn() == null
                    && !delivery.deliveredAt().isAfter(now)) {
                past.add(new PastOrder(
                        LaneRules.lane(node, head.shipTo(), head.method()),
                        local(delivery.placedAt()),
                        local(delivery.deliveredAt())));
            }
        }
        Known learned = new Known(now, EstimateReplay.learn(past, local(now)));
        known = learned;
        return learned;
    }

    private Map<Long, Node> nodes() {
        return inventory.nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    /**
     * When an open order arrives of which all is on its way. Nothing for one that waits for supply, was asked for on a day of
     * its own, has come in part, or of whose like too little is known.
     */
    public Optional<Chances> of(OrderDetail order) {
        OrderHead head = order.head();
        LocalDate promised = head.expectedOn();
        if (!head.lifecycle().isOpen() || promised == null || head.requestedOn() != null) {
            return Optional.empty();
        }
        Set<Integer> services = order.lines().stream()
                .filter(line -> line.kind() == ItemKind.SERVICE)
                .map(OrderLine::lineNo)
                .collect(Collectors.toSet());
        Set<Long> from = new HashSet<>();
        for (Slice slice : order.slices()) {
            if (slice.state() != SliceState.CANCELLED && !services.contains(slice.lineNo())) {
                Long node = slice.nodeId();
                if (node == null || !ON_THE_WAY.contains(slice.state())) {
                    return Optional.empty();
                }
                from.add(node);
            }
        }
        return chances(head, promised, from);
    }

    private Optional<Chances> chances(OrderHead head, LocalDate promised, Set<Long> from) {
        Learned learned = known().learned();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDateTime begun = local(begun(head));
        Optional<Chances> all = Optional.empty();
        for (Node node : inventory.nodes()) {
            if (!from.contains(node.id())) {
                continue;
            }
            Optional<Chances> one =
                    learned.chances(LaneRules.lane(node, head.shipTo(), head.method()), begun, today, promised);
            if (one.isEmpty()) {
                return one;
            }
            all = Optional.of(all.map(before -> before.and(one.get())).orElseGet(one::get));
        }
        return all;
    }

    /** Since when nothing has to be waited for. */
    private Instant begun(OrderHead head) {
        return ledger.ofOrder(head.id()).stream()
                .filter(move -> move.cause() == PromiseCause.STOCK_CAME || move.cause() == PromiseCause.OTHER_SOURCE)
                .map(PromiseLedger.PromiseChange::at)
                .reduce(head.placedAt(), (one, other) -> other.isAfter(one) ? other : one);
    }
}
