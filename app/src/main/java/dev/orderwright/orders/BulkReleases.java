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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The holds on many orders are released, as a job. It cannot be taken back: what was held may go on at once. */
@Component
public class BulkReleases implements JobKind<BulkReleases.Wish> {

    private final Jobs jobs;
    private final Holds holds;
    private final OrderSlices slices;
    private final HoldStore store;
    private final OrderQueries queries;

    BulkReleases(Jobs jobs, Holds holds, OrderSlices slices, HoldStore store, OrderQueries queries) {
        this.jobs = jobs;
        this.holds = holds;
        this.slices = slices;
        this.store = store;
        this.queries = queries;
    }

    /** @param type of the holds that are released; null for all */
    public record Wish(@Nullable HoldType type, String reason) {}

    /** Begins the job. Refusals: {@code no-reason}, and those of {@link Jobs#start}. */
    public Outcome<Jobs.Started> start(Cause cause, Wish wish, Collection<Long> orderIds) {
        return BulkReason.given(
                wish.reason(),
                t("orders.refusal.releasingAHoldNeedsA"),
                reason -> jobs.start(cause, this, new Wish(wish.type(), reason), orderIds));
    }

    @Override
    public String name() {
        return "release-holds-of-orders";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public String title(Wish wish, int count) {
        return wish.type() == null
                ? t("orders.bulkReleases.titleAll", Show.number(count), wish.reason())
                : t("orders.bulkReleases.title", Show.number(count), Show.words(wish.type()), wish.reason());
    }

    @Override
    public List<Outcome<String>> run(Run run, Wish wish, List<Long> orderIds) {
        LockedOrders locked = slices.lock(run, orderIds);
        Map<Long, List<Hold>> active = store.activeOfOrders(orderIds, wish.type()).stream()
                .collect(Collectors.groupingBy(hold -> Objects.requireNonNull(hold.orderId())));
        List<Long> all =
                active.values().stream().flatMap(List::stream).map(Hold::id).toList();
        if (!all.isEmpty()) {
            holds.release(run, all, wish.reason()).orThrow();
        }
        List<Outcome<String>> outcomes = new ArrayList<>();
        for (long id : orderIds) {
            outcomes.add(
                    active.containsKey(id)
                            ? Outcome.done("")
                            : locked.find(id).isPresent()
                                    ? Outcome.refused("no-such-hold", t("orders.refusal.noSuchHold"))
                                    : Outcome.refused("unknown-order", t("orders.refusal.thereIsNoSuchOrder")));
        }
        return outcomes;
    }

    @Override
    public Map<Long, Subject> subjects(Wish wish, Collection<Long> ids) {
        return BulkHolds.subjects(queries, ids);
    }
}
