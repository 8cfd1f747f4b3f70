package dev.orderwright.insight;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How well orders flow: how much is filled at once, how long each stage takes, what stands still. */
@Component
public class Flow {

    private final FlowStore store;
    private final DayStore days;
    private final InstantSource clock;

    Flow(FlowStore store, DayStore days, InstantSource clock) {
        this.store = store;
        this.days = days;
        this.clock = clock;
    }

    /**
     * The orders that are looked at: those placed on some days, which begin and end in the company's zone.
     *
     * @param from the first day
     * @param until the day after the last
     * @param channel empty for all
     * @param nodeId where the first units were released; 0 for all
     */
    public record Span(LocalDate from, LocalDate until, String channel, long nodeId) {}

    /**
     * What became of the orders of a span.
     *
     * @param ordersAtOnce orders of which every unit could be reserved when they were placed
     * @param unitsAtOnce units that could be reserved when their order was placed
     * @param shipped orders of which something was shipped
     * @param split those with more than one shipment
     * @param ended orders that are closed or cancelled; the following are parts of these
     * @param onTime delivered by the day that was first promised
     * @param inFull nothing of it was cancelled
     * @param unharmed nothing was lost or came back
     * @param perfect on time, in full and unharmed
     */
    public record Rates(
            long orders,
            long ordersAtOnce,
            long units,
            long unitsAtOnce,
            long unitsCancelled,
            long shipped,
            long split,
            long ended,
            long onTime,
            long inFull,
            long unharmed,
            long perfect) {}

    /**
     * How long orders took from being placed to a stage: half of them at most, nine of ten, all but one of a hundred; exact to
     * some 4 %.
     */
    public record Stage(String stage, long orders, Duration median, Duration nineOfTen, Duration allButOneOfHundred) {}

    /** What was done on a day. */
    public record Day(LocalDate day, long placed, long shipped) {}

    /**
     * How far the days are counted; those of orders that were there before are counted from the newest back.
     *
     * @param zone in which they begin and end
     * @param since milestones of orders from this id on are counted; 0 when all are
     * @param backTo the day on which the order of that id was placed
     */
    public record DaysCounted(
            String zone, long since, @Nullable LocalDate backTo) {

        public boolean isDone() {
            return since == 0;
        }
    }

    /** Units that wait for stock now. */
    public record Waiting(long units, long orders, @Nullable Instant oldest) {}

    /**
     * Units of an order that are in a state for longer than is usual.
     *
     * @param holds kinds of the active holds, with commas; empty for none
     */
    public record Stuck(
            long orderId,
            String orderNumber,
            String channel,
            String state,
            @Nullable Long nodeId,
            Instant since,
            @Nullable LocalDate shipOn,
            long units,
            String holds) {

        /** Why it stands still, as far as the books tell. */
        public String reason() {
            return StuckRules.reason(this);
        }
    }

    /** How far the days are counted that rates, stages and days tell of; empty when it has not begun. */
    public Optional<DaysCounted> counted() {
        return days.counted();
    }

    public Rates rates(Span span) {
        return store.rates(span);
    }

    /** From release to delivery; stages that no order has reached are left out. */
    public List<Stage> stages(Span span) {
        List<Stage> stages = store.stages(span);
        return StuckRules.STAGES.stream()
                .flatMap(name -> stages.stream().filter(stage -> stage.stage().equals(name)))
                .toList();
    }

    public List<Day> days(Span span) {
        return store.days(span);
    }

    public Waiting waiting() {
        return store.waiting();
    }

    /** What is in a state for longer than is usual, the longest first. */
    public List<Stuck> stuck(int limit) {
        return store.stuck(latest(), limit);
    }

    /** How many orders are stuck; counted up to a limit. */
    public long stuckOrders(int limit) {
        return store.stuckOrders(latest(), limit);
    }

    /** How long units may be in which state before they count as stuck. */
    public Map<String, Duration> limits() {
        return StuckRules.LIMITS;
    }

    /** How many orders were placed on a day. */
    public long placedOn(LocalDate day) {
        return store.placedOn(day);
    }

    /** The channels on which orders were placed. */
    public List<String> channels() {
        return store.channels();
    }

    private Map<String, Instant> latest() {
        Instant now = clock.instant();
        Map<String, Instant> latest = new LinkedHashMap<>();
        StuckRules.LIMITS.forEach((state, limit) -> latest.put(state, now.minus(limit)));
        return latest;
    }
}
