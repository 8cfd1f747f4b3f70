package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.workbench.JobKind;
import dev.orderwright.workbench.Jobs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is still to come of many orders is cancelled, as a job. It cannot be taken back: stock and money move at once. */
@Component
public class BulkCancels implements JobKind<BulkCancels.Wish> {

    private final Jobs jobs;
    private final Orders orders;
    private final OrderQueries queries;

    BulkCancels(Jobs jobs, Orders orders, OrderQueries queries) {
        this.jobs = jobs;
        this.orders = orders;
        this.queries = queries;
    }

    /** Why each of the orders is cancelled. */
    public record Wish(String reason) {}

    /** Begins the job. Refusals: {@code no-reason}, and those of {@link Jobs#start}. */
    public Outcome<Jobs.Started> start(Cause cause, Wish wish, Collection<Long> orderIds) {
        return BulkReason.given(
                wish.reason(),
                t("orders.refusal.cancellingNeedsAReason"),
                reason -> jobs.start(cause, this, new Wish(reason), orderIds));
    }

    @Override
    public String name() {
        return "cancel-orders";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public String title(Wish wish, int count) {
        return t("orders.bulkCancels.title", Show.number(count), wish.reason());
    }

    @Override
    public List<Outcome<String>> run(Run run, Wish wish, List<Long> orderIds) {
        List<CancelOrder> wishes = orderIds.stream()
                .map(id -> new CancelOrder(id, null, List.of(), wish.reason()))
                .toList();
        return orders.cancel(run, wishes).stream()
                .map(outcome -> outcome.map(cancelled -> ""))
                .toList();
    }

    @Override
    public Map<Long, Subject> subjects(Wish wish, Collection<Long> ids) {
        return BulkHolds.subjects(queries, ids);
    }
}
