package dev.orderwright.insight;

import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Follows the facts and notes when each order reached which stage, usually within a second. */
@Component
class Milestones implements BackgroundWork {

    private final MilestoneStore store;
    private final ProjectionStore projections;
    private final Facts facts;
    private final Db db;

    Milestones(MilestoneStore store, ProjectionStore projections, Facts facts, Db db) {
        this.store = store;
        this.projections = projections;
        this.facts = facts;
        this.db = db;
    }

    @Override
    public String name() {
        return "order-milestones";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean givesWay() {
        return true;
    }

    /** Takes in the next facts; two programs never do the same ones. */
    @Override
    public int round() {
        return db.inTransaction(() -> {
            Optional<FactCursor> cursor = projections.lock(name());
            if (cursor.isEmpty()) {
                return 0;
            }
            List<RecordedFact> next = facts.after(cursor.get());
            if (next.isEmpty()) {
                return 0;
            }
            List<Progress> progress = MilestoneRules.progress(next);
            store.add(progress.stream().filter(Progress::isPlaced).toList());
            store.advance(progress);
            projections.move(name(), next.getLast().cursor());
            return next.size();
        });
    }
}
