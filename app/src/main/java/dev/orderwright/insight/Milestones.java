package dev.orderwright.insight;

import dev.orderwright.shared.BackgroundWork;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Follows the facts and notes when each order reached which stage, usually within a second. */
@Component
class Milestones implements BackgroundWork {

    private final MilestoneStore store;
    private final FactReading reading;

    Milestones(MilestoneStore store, FactReading reading) {
        this.store = store;
        this.reading = reading;
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

    /** Takes in the next facts. */
    @Override
    public int round() {
        return reading.round(name(), next -> {
            List<Progress> progress = MilestoneRules.progress(next);
            store.add(progress.stream().filter(Progress::isPlaced).toList());
            store.advance(progress);
        });
    }
}
