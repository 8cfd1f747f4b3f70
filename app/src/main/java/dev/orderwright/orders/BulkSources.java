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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where many orders come from is chosen again, as a job: by the sourcing, or from one node. It cannot be taken back: what
 * one order gives back, another may get.
 */
@Component
public class BulkSources implements JobKind<BulkSources.Wish> {

    private final Jobs jobs;
    private final ManualSource source;
    private final OrderQueries queries;

    BulkSources(Jobs jobs, ManualSource source, OrderQueries queries) {
        this.jobs = jobs;
        this.source = source;
        this.queries = queries;
    }

    /** @param node code of the only node they may come from; null when the sourcing decides */
    public record Wish(@Nullable String node, String reason) {}

    /** Begins the job. Refusals: {@code no-reason}, and those of {@link Jobs#start}. Ended orders are refused one by one. */
    public Outcome<Jobs.Started> start(Cause cause, Wish wish, Collection<Long> orderIds) {
        return BulkReason.given(
                wish.reason(),
                t("orders.refusal.choosingANodeNeedsAReason"),
                reason -> jobs.start(cause, this, new Wish(wish.node(), reason), orderIds));
    }

    @Override
    public String name() {
        return "source-orders";
    }

    @Override
    public Class<Wish> wishType() {
        return Wish.class;
    }

    @Override
    public String title(Wish wish, int count) {
        return wish.node() == null
                ? t("orders.bulkSources.titleAgain", Show.number(count), wish.reason())
                : t("orders.bulkSources.title", Show.number(count), wish.node(), wish.reason());
    }

    @Override
    public List<Outcome<String>> run(Run run, Wish wish, List<Long> orderIds) {
        return source.chooseAll(run, orderIds, wish.node(), wish.reason());
    }

    @Override
    public Map<Long, Subject> subjects(Wish wish, Collection<Long> ids) {
        return BulkHolds.subjects(queries, ids);
    }
}
