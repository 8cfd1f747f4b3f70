package dev.orderwright.delivery.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.orderwright.delivery.estimate.Calibration.Score;
import dev.orderwright.delivery.estimate.EstimateReplay.Replayed;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveryEstimateRulesTests {

    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 5, 9, 0);
    private static final int ORDERS_OF_A_MONTH_MIN = 100;

    private static Lane lane(String shipper, String region, double kilometres) {
        return new Lane(shipper, "100", "SOUTH", "20", region, kilometres);
    }

    /** Orders every two hours, whose lead times are spread around what a day and a lane make of them. */
    private static List<PastOrder> history(int count, Random random) {
        List<PastOrder> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean far = random.nextInt(3) == 0;
            boolean slow = random.nextInt(4) == 0;
            LocalDateTime at = START.plusHours(2L * i);
            double days = (far ? 9 : 4) * (slow ? 1.5 : 1) * Math.exp(0.4 * random.nextGaussian());
            Lane lane = lane(slow ? "SLOW" : "QUICK", far ? "NORTH" : "SOUTH", far ? 2_000 : 100);
            orders.add(new PastOrder(lane, at, at.plusMinutes((long) (days * 24 * 60))));
        }
        return orders;
    }

    @Test
    void aLaneIsKnownByItsDistanceItsRegionsAndItsShipper() {
        List<PastOrder> orders = history(1_500, new Random(5));
        LeadTimeModel model = LeadTimeModel.learn(orders, START.plusDays(140));
        double near = Math.exp(model.expected(lane("QUICK", "SOUTH", 100)));
        assertThat(near).isCloseTo(3.5, within(0.4));
        assertThat(Math.exp(model.expected(lane("SLOW", "SOUTH", 100))) / near).isCloseTo(1.5, within(0.15));
        assertThat(Math.exp(model.expected(lane("QUICK", "NORTH", 2_000))) / near)
                .isCloseTo(2.4, within(0.25));
        assertThat(model.expected(lane("NEW", "NORTH", 2_000)))
                .isBetween(model.expected(lane("QUICK", "NORTH", 2_000)), model.expected(lane("SLOW", "NORTH", 2_000)));
    }

    @Test
    void oneOrderOfANewShipperSaysLittle() {
        List<PastOrder> orders = new ArrayList<>(history(600, new Random(6)));
        LocalDateTime now = START.plusDays(80);
        double before = LeadTimeModel.learn(orders, now).expected(lane("NEW", "SOUTH", 100));
        orders.add(new PastOrder(lane("NEW", "SOUTH", 100), now.minusDays(30), now.minusDays(1)));
        double after = LeadTimeModel.learn(orders, now).expected(lane("NEW", "SOUTH", 100));
        assertThat(after).isGreaterThan(before).isLessThan(before + 0.5);
    }

    @Test
    void theMarginOfALevelHoldsForThatShareOfRecentScores() {
        List<Score> scores = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> new Score(START, i / 1_000.0))
                .toList();
        Calibration calibration = Calibration.of(scores, START);
        assertThat(calibration.margin(0.5)).isCloseTo(0.5, within(1e-9));
        assertThat(calibration.margin(0.8)).isCloseTo(0.801, within(1e-9));
        assertThat(calibration.margin(0.95)).isCloseTo(0.951, within(1e-9));
        assertThat(calibration.margin(0.9999)).isCloseTo(0.999, within(1e-9));
    }

    @Test
    void whatArrivedLatelyCountsMoreThanWhatArrivedLongAgo() {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            scores.add(new Score(START.minusDays(i < 100 ? 160 : 1), i < 100 ? 0.1 : 0.5));
        }
        assertThat(Calibration.of(scores, START).margin(0.5)).isEqualTo(0.5);
        assertThat(Calibration.of(scores, START).margin(0.0001)).isEqualTo(0.1);
    }

    @Test
    void datesFollowOneAnotherAndAreKeptByWhatArrivesOnThem() {
        DeliveryEstimate estimate = new DeliveryEstimate(START, 1.0, 2.5, 3.7, 6.0);
        assertThat(estimate.p50()).isEqualTo(LocalDate.of(2026, 1, 7));
        assertThat(estimate.p80()).isEqualTo(LocalDate.of(2026, 1, 9));
        assertThat(estimate.p95()).isEqualTo(LocalDate.of(2026, 1, 11));
        PastOrder evening =
                new PastOrder(lane("A", "B", 1), START, START.plusDays(4).withHour(23));
        EstimateAccuracy accuracy = EstimateAccuracy.of(List.of(new Replayed(evening, estimate, 5)));
        assertThat(accuracy.held50()).isZero();
        assertThat(accuracy.held80()).isEqualTo(1);
        assertThat(evening.leadDays()).isCloseTo(3.625, within(1e-9));
        assertThat(accuracy.pinballLoss()).isCloseTo((0.5 * 1.125 + 0.2 * 0.075 + 0.05 * 2.375) / 3, within(1e-9));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> lane("A", "B", Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PastOrder(lane("A", "B", 1), START, START.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> LeadTimeModel.learn(List.of(), START));
        assertThatIllegalArgumentException().isThrownBy(() -> Calibration.of(List.of(), START));
    }

    /** An order is estimated from what had arrived before its day: later deliveries change nothing. */
    @Test
    void nothingIsUsedThatWasNotKnownYet() {
        List<PastOrder> orders = history(900, new Random(8));
        LocalDateTime then = START.plusDays(50);
        List<PastOrder> changed = orders.stream()
                .map(order -> order.deliveredAt().isBefore(then)
                        ? order
                        : new PastOrder(
                                order.lane(),
                                order.orderedAt(),
                                order.deliveredAt().plusDays(40)))
                .toList();
        assertThat(until(then, changed)).isEqualTo(until(then, orders)).hasSizeGreaterThan(300);
    }

    private static List<DeliveryEstimate> until(LocalDateTime then, List<PastOrder> orders) {
        return EstimateReplay.of(orders).stream()
                .map(Replayed::estimate)
                .filter(estimate -> estimate.orderedAt().isBefore(then))
                .toList();
    }

    @Test
    void datesHoldAsOftenAsTheySayWhereLanesAreAsTheyWere() {
        List<Replayed> replayed = EstimateReplay.of(history(6_000, new Random(7)));
        EstimateAccuracy accuracy = EstimateAccuracy.of(replayed.subList(1_000, replayed.size()));
        assertThat(accuracy.held50()).isBetween(0.47, 0.53);
        assertThat(accuracy.held80()).isBetween(0.78, 0.82);
        assertThat(accuracy.held95()).isBetween(0.935, 0.965);
        assertThat(accuracy.gain()).isGreaterThan(0.3);
    }

    /**
     * Real orders: the dates given out in the last two months, each learned from what had arrived until then, hold as often as
     * they say. Months with few orders are left out of the last two.
     */
    @Test
    void onOlistTheDatesOfTheLastTwoMonthsHold() {
        List<Replayed> replayed = EstimateReplay.of(OlistOrders.delivered());
        Map<YearMonth, EstimateAccuracy> byMonth = EstimateAccuracy.byMonth(replayed);
        List<YearMonth> full = byMonth.entrySet().stream()
                .filter(month -> month.getValue().orders() >= ORDERS_OF_A_MONTH_MIN)
                .map(Map.Entry::getKey)
                .toList();
        List<YearMonth> last = full.subList(full.size() - 2, full.size());
        EstimateAccuracy accuracy = of(replayed, last);
        String report = report(byMonth);
        assertThat(accuracy.held80()).as(report).isBetween(0.77, 0.83);
        assertThat(accuracy.held95()).as(report).isBetween(0.93, 0.97);
        assertThat(accuracy.gain()).as(report).isGreaterThan(0.15);
    }

    private static EstimateAccuracy of(List<Replayed> replayed, List<YearMonth> months) {
        return EstimateAccuracy.of(replayed.stream()
                .filter(r -> months.contains(YearMonth.from(r.order().orderedAt())))
                .toList());
    }

    private static String report(Map<YearMonth, EstimateAccuracy> byMonth) {
        StringBuilder report = new StringBuilder("month orders P50 P80 P95 gain\n");
        byMonth.forEach((month, a) -> report.append(String.format(
                Locale.ROOT,
                "%s %d %.3f %.3f %.3f %.2f%n",
                month,
                a.orders(),
                a.held50(),
                a.held80(),
                a.held95(),
                a.gain())));
        return report.toString();
    }

    /** Prints the calibration by month, and over each two months that follow one another. */
    public static void main(String[] args) {
        List<Replayed> replayed = EstimateReplay.of(OlistOrders.delivered());
        Map<YearMonth, EstimateAccuracy> byMonth = EstimateAccuracy.byMonth(replayed);
        System.out.println(report(byMonth));
        for (YearMonth month : byMonth.keySet()) {
            EstimateAccuracy two = of(replayed, List.of(month, month.plusMonths(1)));
            System.out.printf(
                    Locale.ROOT,
                    "%s and the next: %d orders, P80 %.3f, P95 %.3f, gain %.2f%n",
                    month,
                    two.orders(),
                    two.held80(),
                    two.held95(),
                    two.gain());
        }
    }
}
