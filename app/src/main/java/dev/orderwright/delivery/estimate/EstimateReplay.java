package dev.orderwright.delivery.estimate;

import dev.orderwright.delivery.estimate.Calibration.Score;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goes through past orders as they were placed and estimates each from nothing but what had arrived until the morning of
 * its day. Shows how well estimates hold, and gives a history its first scores.
 */
public final class EstimateReplay {

    private static final int DAYS_BETWEEN_LEARNING = 3;

    private final List<PastOrder> byDelivery;
    private final List<PastOrder> arrived = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private final LaneMeans means = new LaneMeans();
    /** By position in the order of delivery; not a number where the order could not be estimated. */
    private final double[] expected;

    private final int[] deliveryOf;
    private @Nullable LeadTimeModel model;
    private @Nullable Calibration calibration;
    private @Nullable LocalDate learnedOn;

    private EstimateReplay(List<PastOrder> orders) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            positions.add(i);
        }
        positions.sort(Comparator.comparing(i -> orders.get(i).deliveredAt()));
        deliveryOf = new int[orders.size()];
        for (int i = 0; i < deliveryOf.length; i++) {
            deliveryOf[positions.get(i)] = i;
        }
        byDelivery = positions.stream().map(orders::get).toList();
        expected = new double[orders.size()];
    }

    /** An order, what was said when it was placed, and what the mean of its lane would have said. */
    public record Replayed(PastOrder order, DeliveryEstimate estimate, double laneMeanDays) {

        /** How many days a date was missed by, or had to spare when negative: what pinball loss counts. */
        double daysAfter(double days) {
            return order.leadDays() - days;
        }
    }

    /** Estimates every order for which enough had arrived before. */
    public static List<Replayed> of(List<PastOrder> orders) {
        List<PastOrder> sorted = orders.stream()
                .sorted(Comparator.comparing(PastOrder::orderedAt))
                .toList();
        return new EstimateReplay(sorted).replay(sorted);
    }

    /** The same, and what all of it teaches for orders of a moment after. */
    public static Learned learn(List<PastOrder> orders, LocalDateTime now) {
        List<PastOrder> sorted = orders.stream()
                .sorted(Comparator.comparing(PastOrder::orderedAt))
                .toList();
        EstimateReplay replay = new EstimateReplay(sorted);
        List<Replayed> replayed = replay.replay(sorted);
        replay.arrive(now);
        return new Learned(
                replayed,
                replay.arrived.size() < LeadTimeModel.ORDERS_MIN ? null : LeadTimeModel.learn(replay.arrived, now),
                replay.scores.size() < Calibration.SCORES_MIN ? null : Calibration.of(replay.scores, now));
    }

    private List<Replayed> replay(List<PastOrder> orders) {
        List<Replayed> replayed = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            PastOrder order = orders.get(i);
            LocalDateTime morning = order.orderedAt().toLocalDate().atStartOfDay();
            if (arrive(morning)) {
                calibration = scores.size() < Calibration.SCORES_MIN ? null : Calibration.of(scores, morning);
            }
            LeadTimeModel current = modelOf(morning);
            expected[deliveryOf[i]] = current == null ? Double.NaN : current.expected(order.lane());
            Calibration margins = calibration;
            if (current != null && margins != null) {
                DeliveryEstimate estimate = DeliveryEstimate.of(order.lane(), order.orderedAt(), current, margins);
                replayed.add(new Replayed(order, estimate, means.of(order.lane())));
            }
        }
        return replayed;
    }

    /** Takes in what has arrived before a moment; false when nothing has. */
    private boolean arrive(LocalDateTime moment) {
        int before = arrived.size();
        while (arrived.size() < byDelivery.size()
                && byDelivery.get(arrived.size()).deliveredAt().isBefore(moment)) {
            PastOrder order = byDelivery.get(arrived.size());
            double wasExpected = expected[arrived.size()];
            if (!Double.isNaN(wasExpected)) {
                scores.add(new Score(order.deliveredAt(), Math.log(order.leadDays()) - wasExpected));
            }
            means.add(order);
            arrived.add(order);
        }
        return arrived.size() > before;
    }

    private @Nullable LeadTimeModel modelOf(LocalDateTime morning) {
        LocalDate last = learnedOn;
        boolean due = last == null || !morning.toLocalDate().isBefore(last.plusDays(DAYS_BETWEEN_LEARNING));
        if (due && arrived.size() >= LeadTimeModel.ORDERS_MIN) {
            model = LeadTimeModel.learn(arrived, morning);
            learnedOn = morning.toLocalDate();
        }
        return model;
    }
}
