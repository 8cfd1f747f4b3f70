package dev.orderwright.orders;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.orders.PastOrderStore.Head;
import dev.orderwright.orders.PastOrderStore.Line;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.DemandLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders of a period as they would be asked for again: what was cancelled in the end is left out, and a node that a
 * person chose stays chosen.
 */
@Component
public class PastOrders {

    /** What the ledger calls the document of a move that an order made. */
    public static final String DOCUMENT_KIND = "order";

    private final PastOrderStore store;
    private final Catalog catalog;
    private final Priorities priorities;

    PastOrders(PastOrderStore store, Catalog catalog, Priorities priorities) {
        this.store = store;
        this.catalog = catalog;
        this.priorities = priorities;
    }

    /**
     * An order with what it asks of the stock.
     *
     * @param rank by the priority formula in force: who has more is served first where something is short
     */
    public record Asked(String number, long rank, Demand demand) {}

    /**
     * A stretch of the orders of a period.
     *
     * @param upTo the place after which the next one begins; null when this is the last
     */
    public record Stretch(List<Asked> orders, @Nullable Spot upTo) {}

    /** A place among orders by the moment they were placed. */
    public record Spot(Instant placedAt, long id) {}

    /**
     * Orders that were placed in a period, the earliest first.
     *
     * @param until exclusive
     * @param channel null for all
     * @param after null to begin with
     * @param limit how many are looked at; those that need no stock are left out
     */
    public Stretch placed(Instant from, Instant until, @Nullable String channel, @Nullable Spot after, int limit) {
        List<Head> heads =
                store.heads(from, until, channel, after == null ? new Spot(from, Long.MIN_VALUE) : after, limit);
        List<Line> lines = store.lines(heads.stream().map(Head::id).toList());
        Map<Long, Item> items = catalog.byId(lines.stream().map(Line::itemId).collect(Collectors.toSet()));
        Map<Long, List<DemandLine>> byOrder = lines.stream()
                .collect(Collectors.groupingBy(
                        Line::orderId, Collectors.mapping(line -> demandLine(line, items), Collectors.toList())));
        List<Asked> asked = new ArrayList<>(heads.size());
        PriorityFormula formula = priorities.current();
        for (Head head : heads) {
            List<DemandLine> wanted = byOrder.get(head.id());
            if (wanted != null) {
                asked.add(new Asked(head.number(), formula.rank(head.standing()), demand(head, wanted)));
            }
        }
        return new Stretch(
                asked,
                heads.size() < limit
                        ? null
                        : new Spot(heads.getLast().placedAt(), heads.getLast().id()));
    }

    private static DemandLine demandLine(Line line, Map<Long, Item> items) {
        Item item = items.get(line.itemId());
        return new DemandLine(
                line.lineNo(),
                line.itemId(),
                line.quantity(),
                item == null ? 0 : item.weightGrams(),
                line.quantityDecimals());
    }

    private static Demand demand(Head head, List<DemandLine> lines) {
        return new Demand(
                head.id(),
                head.channel(),
                head.country(),
                head.postcode(),
                head.method(),
                head.placedAt(),
                head.requestedOn(),
                head.shipComplete(),
                head.shipmentsMax(),
                Set.of(),
                head.onlyNodeId(),
                lines);
    }
}
