package dev.orderwright.orders;

import dev.orderwright.shared.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * By what orders come before others, wherever they wait: points for what they are, and for every day that they are late
 * or old. Each day adds the same to all orders, so their order among each other never changes by itself.
 *
 * @param version 0 for the one with which the program began
 * @param priority points for each step of priority, 0 to 9
 * @param day points for each day after the promised one; as many are taken off for each day before it
 * @param age points for each day since the order was placed
 * @param value points for each 100 of the order's currency, in whole points
 * @param valueMax that they give at most
 * @param channels points by code of the channel; 0 for all that are not named
 */
public record PriorityFormula(
        int version, int priority, int day, int age, int value, int valueMax, Map<String, Integer> channels) {

    /** By priority, then age: no age outweighs a step. */
    public static final PriorityFormula FIRST = new PriorityFormula(0, 10_000, 0, 1, 0, 0, Map.of());

    private static final long MILLI = 1_000;
    private static final long MINOR_PER_VALUE = 10_000;
    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    public PriorityFormula {
        channels = Map.copyOf(channels);
    }

    /** What gives points. */
    public enum Part {
        PRIORITY,
        CHANNEL,
        VALUE,
        DAY,
        AGE
    }

    /** What one thing gives, in points; below 0 for a day that is still to come. */
    public record Given(Part part, long points) {}

    /**
     * What an order counts without what the moment adds to all of them, in thousandths of a point: who has more comes
     * first. {@code shared.rank_of} computes the same.
     */
    public long rank(Standing order) {
        return MILLI * fixed(order)
                - MILLI * day * order.due().toEpochDay()
                - age * order.placedAt().toEpochMilli() / SECONDS_A_DAY;
    }

    private long fixed(Standing order) {
        return (long) order.priority() * priority + ofChannel(order) + ofValue(order);
    }

    private long ofChannel(Standing order) {
        return channels.getOrDefault(order.channel(), 0);
    }

    private long ofValue(Standing order) {
        return Math.min(valueMax, order.valueMinor() * value / MINOR_PER_VALUE);
    }

    /** What gives how many points at a moment; what the formula leaves out is left out. */
    public List<Given> parts(Standing order, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Given> parts = new ArrayList<>();
        add(parts, Part.PRIORITY, priority, (long) order.priority() * priority);
        add(parts, Part.CHANNEL, channels.size(), ofChannel(order));
        add(parts, Part.VALUE, value, ofValue(order));
        add(parts, Part.DAY, day, day * (today.toEpochDay() - order.due().toEpochDay()));
        add(
                parts,
                Part.AGE,
                age,
                Math.floorDiv(age * Duration.between(order.placedAt(), now).toSeconds(), SECONDS_A_DAY));
        return List.copyOf(parts);
    }

    private static void add(List<Given> parts, Part part, int weight, long points) {
        if (weight != 0) {
            parts.add(new Given(part, points));
        }
    }

    /** All parts together, at a moment. */
    public long points(Standing order, Instant now) {
        return parts(order, now).stream().mapToLong(Given::points).sum();
    }

    /** For work that is to leave on its day: which of two orders of a day is older counts only when nothing else does. */
    public PriorityFormula withoutAge() {
        return new PriorityFormula(version, priority, day, 0, value, valueMax, channels);
    }

    /** What {@code shared.rank_of} reads. */
    public String json() {
        return Json.write(new Stored(priority, day, age, value, valueMax, new TreeMap<>(channels)));
    }

    static PriorityFormula of(int version, String json) {
        Stored stored = Json.read(json, Stored.class);
        return new PriorityFormula(
                version, stored.priority, stored.day, stored.age, stored.value, stored.valueMax, stored.channels);
    }

    private record Stored(int priority, int day, int age, int value, int valueMax, Map<String, Integer> channels) {}
}
