package dev.orderwright.promising.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwright.promising.supply.Promisable.Portion;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatedSupplyRulesTests {

    /** Eight weeks of pumps, after a textbook of operations management. */
    private static final DatedSupply PUMPS =
            weeks(64, new long[] {0, 0, 70, 0, 70, 0, 70, 70}, new long[] {33, 20, 10, 4, 2, 0, 0, 0});

    private static final DatedSupply DIP = weeks(20, new long[] {0, 30, 0, 0, 50, 0}, new long[] {10, 5, 0, 30, 10, 0});

    private static DatedSupply weeks(long onHand, long[] receipts, long[] orders) {
        return DatedSupply.of(
                onHand, IntStream.range(0, receipts.length).map(w -> 7 * w).toArray(), receipts, orders);
    }

    @Test
    void discreteIsEachReceiptLessTheOrdersUntilTheNext() {
        assertThat(PUMPS.discrete()).containsExactly(11, 0, 56, 0, 68, 0, 70, 70);
    }

    @Test
    void cumulativeIsTheLeastThatIsProjectedFromThereOn() {
        assertThat(PUMPS.projected()).containsExactly(31, 11, 71, 67, 135, 135, 205, 275);
        assertThat(PUMPS.cumulative().quantities()).containsExactly(11, 11, 67, 67, 135, 135, 205, 275);
        assertThat(DIP.projected()).containsExactly(10, 35, 35, 5, 45, 45);
        assertThat(DIP.cumulative().quantities()).containsExactly(5, 5, 5, 5, 45, 45);
    }

    @Test
    void whatAReceiptLacksIsTakenFromTheOneBefore() {
        DatedSupply supply = weeks(20, new long[] {0, 30, 10}, new long[] {5, 5, 30});
        assertThat(supply.discrete()).containsExactly(15, 25, -20);
        assertThat(supply.discreteConsumedBackward()).containsExactly(15, 5, 0);
    }

    @Test
    void aQuantityIsPromisedForTheFirstDayThatHasItWhole() {
        Promisable pumps = PUMPS.cumulative();
        assertThat(pumps.promiseDay(11)).isZero();
        assertThat(pumps.promiseDay(12)).isEqualTo(14);
        assertThat(pumps.promiseDay(68)).isEqualTo(28);
        assertThat(pumps.promiseDay(275)).isEqualTo(49);
        assertThat(pumps.promiseDay(276)).isEqualTo(Promisable.NEVER);
        assertThat(pumps.promiseDay(0)).isZero();
    }

    @Test
    void orAsMuchOfItAsSoonAsPossible() {
        assertThat(PUMPS.cumulative().portions(100))
                .containsExactly(new Portion(0, 11), new Portion(14, 56), new Portion(28, 33));
        assertThat(PUMPS.cumulative().portions(1_000).stream()
                        .mapToLong(Portion::quantity)
                        .sum())
                .isEqualTo(275);
    }

    @Test
    void aDayLiesInTheBucketThatBeganLast() {
        Promisable pumps = PUMPS.cumulative();
        assertThat(pumps.on(-1)).isZero();
        assertThat(pumps.on(13)).isEqualTo(11);
        assertThat(pumps.on(14)).isEqualTo(67);
        assertThat(pumps.on(10_000)).isEqualTo(275);
    }

    @Test
    void moreIsPromisedThanThereWillBe() {
        DatedSupply oversold = weeks(3, new long[] {0, 4}, new long[] {5, 0});
        assertThat(oversold.cumulative().quantities()).containsExactly(-2, 2);
        assertThat(oversold.cumulative().on(0)).isZero();
        assertThat(oversold.cumulative().portions(5)).containsExactly(new Portion(7, 2));
    }

    @Test
    void aKitIsThereWhenItsScarcestComponentIs() {
        Promisable frames = weeks(4, new long[] {0, 6}, new long[] {0, 0}).cumulative();
        Promisable wheels = DatedSupply.of(5, new int[] {0, 3}, new long[] {0, 20}, new long[2])
                .cumulative();
        Promisable bicycles = Promisable.ofKit(List.of(frames, wheels), new long[] {1, 2});
        assertThat(bicycles.on(0)).isEqualTo(2);
        assertThat(bicycles.on(3)).isEqualTo(4);
        assertThat(bicycles.on(7)).isEqualTo(10);
        assertThat(bicycles.promiseDay(11)).isEqualTo(Promisable.NEVER);
    }

    @Test
    void anArrivalBetweenTwoBucketsMakesOneOfItsOwn() {
        DatedSupply more = PUMPS.received(16, 5);
        assertThat(more.buckets()).isEqualTo(9);
        assertThat(more.cumulative().on(15)).isEqualTo(71);
        assertThat(more.cumulative().on(16)).isEqualTo(72);
        assertThat(PUMPS.received(-3, 5).cumulative().on(0)).isEqualTo(16);
    }

    @Test
    void daysThatDoNotAscendAndNegativeQuantitiesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatedSupply.of(0, new int[] {1, 1}, new long[2], new long[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatedSupply.of(0, new int[] {1}, new long[] {-1}, new long[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> PUMPS.promised(0, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> DatedSupply.of(0, new int[0], new long[0], new long[0]));
    }

    /** Promises whatever may be promised, again and again: at no end of a bucket has more left than was there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noUnitIsPromisedTwice(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            DatedSupply supply = random(random);
            boolean sound = supply.cumulative().quantities()[0] >= 0;
            for (int p = 0; p < 30; p++) {
                Promisable promisable = supply.cumulative();
                if (random.nextBoolean()) {
                    int day = random.nextInt(40);
                    long most = promisable.on(day);
                    supply = supply.promised(day, most == 0 ? 0 : random.nextLong(most + 1));
                } else {
                    for (Portion portion : promisable.portions(random.nextInt(20))) {
                        supply = supply.promised(portion.day(), portion.quantity());
                    }
                }
                if (sound) {
                    assertThat(LongStream.of(supply.projected()).min().orElseThrow())
                            .as("seed %d case %d", seed, i)
                            .isNotNegative();
                }
            }
        }
    }

    /** Later days never allow less, larger quantities never come sooner, and more supply never takes anything away. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void whatMayBePromisedIsMonotone(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            DatedSupply supply = random(random);
            Promisable before = supply.cumulative();
            Promisable after =
                    supply.received(random.nextInt(45) - 3, random.nextInt(20)).cumulative();
            for (int day = 0; day < 45; day++) {
                assertThat(before.on(day)).isLessThanOrEqualTo(before.on(day + 1));
                assertThat(before.on(day)).as("seed %d case %d", seed, i).isLessThanOrEqualTo(after.on(day));
                assertThat(before.promiseDay(day)).isLessThanOrEqualTo(before.promiseDay(day + 1));
                assertThat(after.promiseDay(day)).isLessThanOrEqualTo(before.promiseDay(day));
            }
        }
    }

    /** What the receipts have left, one after the other, is what may be promised. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void discreteConsumedBackwardAddsUpToCumulative(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            DatedSupply supply = random(random);
            long[] discrete = supply.discreteConsumedBackward();
            long[] cumulative = supply.cumulative().quantities();
            long sum = 0;
            for (int b = 0; b < discrete.length; b++) {
                sum += discrete[b];
                assertThat(sum).as("seed %d case %d bucket %d", seed, i, b).isEqualTo(cumulative[b]);
            }
        }
    }

    private static DatedSupply random(Random random) {
        int buckets = 1 + random.nextInt(12);
        int[] days = new int[buckets];
        long[] receipts = new long[buckets];
        long[] orders = new long[buckets];
        int day = random.nextInt(3);
        for (int b = 0; b < buckets; b++) {
            days[b] = day;
            day += 1 + random.nextInt(4);
            receipts[b] = random.nextInt(3) == 0 ? random.nextInt(40) : 0;
            orders[b] = random.nextInt(3) == 0 ? random.nextInt(12) : 0;
        }
        return DatedSupply.of(random.nextInt(30), days, receipts, orders);
    }
}
