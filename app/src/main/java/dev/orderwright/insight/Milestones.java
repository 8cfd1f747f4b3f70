package dev.orderwright.insight;

import dev.orderwright.insight.Flow.DaysCounted;
import dev.orderwright.insight.MilestoneRules.Progress;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Company;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Follows the facts and notes when each order reached which stage, usually within a second; how the days went is counted in
 * the same transaction. Milestones that were noted before days were counted, or while days began in another zone, are
 * counted some at a time, so that those who follow the facts never wait for long.
 */
@Component
class Milestones implements BackgroundWork {

    private static final String READER = "milestones-and-days";
    private static final int COUNTED_AT_ONCE = 5_000;

    private final MilestoneStore store;
    private final DayStore days;
    private final FactReading reading;
    private final ZoneId zone;
    /** Once its own zone has been counted in, a program leaves it to those started later to choose another one. */
    private volatile boolean zoneWasHeeded;

    Milestones(MilestoneStore store, DayStore days, FactReading reading, Company company) {
        this.store = store;
        this.days = days;
        this.reading = reading;
        this.zone = company.zone();
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

    @Override
    public Duration behind() {
        return reading.behind(READER);
    }

    /** Takes in the next facts, and counts some of what is not counted yet. */
    @Override
    public int round() {
        return round(COUNTED_AT_ONCE);
    }

    /** @param atOnce how many of the milestones that are not counted yet */
    int round(int atOnce) {
        return reading.round(READER, () -> count(atOnce), next -> {
            DaysCounted counted = days.counted().orElseThrow();
            List<Progress> progress = MilestoneRules.progress(next);
            store.add(progress.stream().filter(Progress::isPlaced).toList(), counted);
            store.advance(progress.stream().filter(Progress::isAdvanced).toList(), counted);
        });
    }

    private int count(int atOnce) {
        DaysCounted counted = days.counted().filter(this::isHeeded).orElseGet(() -> days.begin(zone));
        return counted.isDone() ? 0 : (int) days.countNext(counted, atOnce);
    }

    private boolean isHeeded(DaysCounted counted) {
        zoneWasHeeded = zoneWasHeeded || counted.zone().equals(zone.getId());
        return zoneWasHeeded;
    }
}
