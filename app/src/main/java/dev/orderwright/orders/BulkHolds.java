package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.workbench.JobKind;
import dev.orderwright.workbench.Jobs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The same hold on many orders, as a job that can be taken back: then exactly its holds are released. */
@Component
public class BulkHolds implements JobKind<BulkHolds.Wish> {

    private final Jobs jobs;
    private final Holds holds;
    private final OrderSlices slices;
    private final OrderQueries queries;

    BulkHolds(Jobs jobs, Holds holds, OrderSlices slices, OrderQueries queries) {
        this.jobs = jobs;
        this.holds = holds;
        this.slices = slices;
        this.queries = queries;
    }

    /** The hold that each of the orders gets. */
    public record Wish(HoldType type, String reason) {}

    /** Begins the job. Refusals: {@code no-reason}, and those of {@link Jobs#start}. Ended orders are refused one by one. */
    public Outcome<Jobs.Started> start(Cause cause, Wish wish, Collection<Long> orderIds) {
        return BulkReason.given(
                wish.reason(),
                t("orders.refusal.aHoldNeedsAReason2"),
                reason -> jobs.start(cause, this, new Wish(wish.type(), reason), orderIds));
    }

    @Override
    public String name() {
        return "hold-orders";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public String title(Wish wish, int count) {
        return t("orders.bulkHolds.title", Show.number(count), Show.words(wish.type()), wish.reason());
    }

    @Override
    public List<Outcome<String>> run(Run run, Wish wish, List<Long> orderIds) {
        LockedOrders locked = slices.lock(run, orderIds);
        List<Long> open = orderIds.stream()
                .filter(id -> locked.find(id)
                        .filter(order -> order.head().lifecycle().isOpen())
                        .isPresent())
                .toList();
        Iterator<Long> placed = open.isEmpty()
                ? List.<Long>of().iterator()
                : holds.place(
                                run,
                                open.stream()
                                        .map(id -> Holds.Wish.onOrder(id, wish.type(), wish.reason()))
                                        .toList())
                        .orThrow()
                        .holdIds()
                        .iterator();
        List<Outcome<String>> outcomes = new ArrayList<>();
        for (long id : orderIds) {
            outcomes.add(open.contains(id) ? Outcome.done(Long.toString(placed.next())) : refused(locked, id));
        }
        return outcomes;
    }

    static Outcome<String> refused(LockedOrders locked, long id) {
        return locked.find(id)
                .map(order -> Outcome.<String>refused(
                        "order-ended",
                        t("orders.refusal.orderHasEnded", order.head().number())))
                .orElseGet(() -> Outcome.refused("unknown-order", t("orders.refusal.thereIsNoSuchOrder")));
    }

    @Override
    public String undoPermission(Wish wish) {
        return "orders:release-hold";
    }

    /** A hold that somebody has released meanwhile is released. */
    @Override
    public List<Outcome<String>> undo(Run run, Wish wish, List<Done> done) {
        List<Long> placed = done.stream().map(one -> Long.valueOf(one.undo())).toList();
        holds.release(run, placed, "The hold of many orders was taken back").orThrow();
        return done.stream().map(one -> Outcome.done("")).toList();
    }

    @Override
    public Map<Long, Subject> subjects(Wish wish, Collection<Long> ids) {
        return subjects(queries, ids);
    }

    static Map<Long, Subject> subjects(OrderQueries queries, Collection<Long> ids) {
        return queries.heads(ids).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, head -> {
            String number = head.getValue().number();
            return new Subject(number, "/orders/" + number);
        }));
    }
}
