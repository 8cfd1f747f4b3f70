package dev.orderwright.fulfilment;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.fulfilment.PickList.Stop;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Names;
import dev.orderwright.shared.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What screens, the API and other modules read of the nodes' work. Nothing here locks. */
@Component
public class FulfilmentQueries {

    private final FulfilmentStore store;
    private final WorkListStore lists;
    private final PickTaskStore tasks;
    private final OrderQueries orders;
    private final Catalog catalog;

    FulfilmentQueries(
            FulfilmentStore store, WorkListStore lists, PickTaskStore tasks, OrderQueries orders, Catalog catalog) {
        this.store = store;
        this.lists = lists;
        this.tasks = tasks;
        this.orders = orders;
        this.catalog = catalog;
    }

    /** The work lists of a node. */
    public enum WorkList {
        TO_ACCEPT,
        TO_PICK,
        IN_PICKING,
        TO_PACK,
        TO_SHIP,
        /** Somebody wants to cancel, and the node has not answered. */
        CANCEL_ASKED
    }

    /**
     * Which work is wanted; null means any.
     *
     * @param assignee only what this person picks
     */
    public record WorkFilter(
            WorkList list, @Nullable Long nodeId, @Nullable String assignee) {

        public static WorkFilter of(WorkList list) {
            return new WorkFilter(list, null, null);
        }

        public static WorkFilter of(WorkList list, long nodeId) {
            return new WorkFilter(list, nodeId, null);
        }
    }

    /** Fulfilment orders by id; what does not exist is left out. */
    public Map<Long, FulfilmentOrder> byId(Collection<Long> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(FulfilmentOrder::id, Function.identity()));
    }

    public Optional<FulfilmentOrder> byId(long id) {
        return store.find(List.of(id)).stream().findFirst();
    }

    /**
     * By what people and programs call them: the number that stands on pick lists ({@code FO-100042}) in whatever case,
     * or the id. What does not exist is left out.
     */
    public Map<String, FulfilmentOrder> named(Collection<String> names) {
        Names wanted = Names.of(names);
        Map<String, FulfilmentOrder> found = new HashMap<>();
        store.find(wanted.ids()).forEach(work -> found.put(Long.toString(work.id()), work));
        store.byNumber(wanted.numbers()).forEach(work -> found.put(work.number(), work));
        return wanted.each(found);
    }

    public Optional<FulfilmentOrder> named(String name) {
        return Optional.ofNullable(named(List.of(name)).get(name));
    }

    /** The work that orders have given to nodes, oldest first. */
    public Map<Long, List<FulfilmentOrder>> ofOrders(Collection<Long> orderIds) {
        return store.ofOrders(orderIds).stream().collect(Collectors.groupingBy(FulfilmentOrder::orderId));
    }

    /** A work list: those first whom the priority formula puts first, then the day it is to leave, then age. */
    public List<WorkRow> list(WorkFilter filter, int limit) {
        return lists.list(filter, WorkListStore.START, limit);
    }

    /** A work list page by page, in the same order. */
    public Page<WorkRow> page(WorkFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, WorkListStore.START);
        return Page.of(lists.list(filter, after, Page.rowsFor(limit)), limit, WorkListStore::placeOf);
    }

    /** How much waits in each work list, at one node or (null) at all. */
    public Map<WorkList, Long> counts(@Nullable Long nodeId) {
        Map<WorkList, Long> counts = new EnumMap<>(WorkList.class);
        backlogs(nodeId).forEach((list, backlog) -> counts.put(list, backlog.count()));
        return counts;
    }

    /** The same with the age of the oldest: since it was released, picked (to pack), or asked to be cancelled. */
    public Map<WorkList, Backlog> backlogs(@Nullable Long nodeId) {
        return lists.backlogs(nodeId);
    }

    /** A work list page by page, what was released first at the top. */
    public Page<WorkRow> oldestFirst(WorkList list, @Nullable Long nodeId, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        return Page.of(
                lists.oldestFirst(list, nodeId, after, Page.rowsFor(limit)),
                limit,
                row -> Cursor.of(row.work().id()));
    }

    /** The pick lists of fulfilment orders, by id. */
    public Map<Long, PickList> pickLists(Collection<Long> ids) {
        List<FulfilmentOrder> works = store.find(ids);
        Map<Long, List<PickTask>> byWork =
                tasks.of(works).stream().collect(Collectors.groupingBy(PickTask::fulfilmentId));
        Map<Long, List<OrderLine>> lines =
                orders.lines(works.stream().map(FulfilmentOrder::orderId).collect(Collectors.toSet()));
        Set<Long> itemIds = byWork.values().stream()
                .flatMap(List::stream)
                .map(PickTask::itemId)
                .collect(Collectors.toSet());
        Map<Long, Item> items = catalog.byId(itemIds);
        return works.stream()
                .collect(Collectors.toMap(
                        FulfilmentOrder::id,
                        work -> pickList(
                                work,
                                byWork.getOrDefault(work.id(), List.of()),
                                lines.getOrDefault(work.orderId(), List.of()),
                                items)));
    }

    public Optional<PickList> pickList(long id) {
        return Optional.ofNullable(pickLists(List.of(id)).get(id));
    }

    private static PickList pickList(
            FulfilmentOrder work, List<PickTask> tasks, List<OrderLine> lines, Map<Long, Item> items) {
        Map<Integer, OrderLine> byNo = lines.stream().collect(Collectors.toMap(OrderLine::lineNo, Function.identity()));
        return new PickList(
                work,
                tasks.stream()
                        .sorted(Comparator.comparing(PickTask::bin, BinWalk.ALONG_THE_AISLE)
                                .thenComparing(PickTask::taskNo))
                        .map(task -> stop(task, byNo.get(task.lineNo()), items.get(task.itemId())))
                        .toList());
    }

    private static Stop stop(PickTask task, @Nullable OrderLine line, @Nullable Item item) {
        if (line == null || item == null) {
            throw new IllegalStateException("a pick task without its line or item: " + task);
        }
        return new Stop(task, line.sku(), line.description(), item.barcode(), item.quantityDecimals());
    }
}
