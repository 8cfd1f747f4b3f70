package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AmountsRulesTests {

    @Test
    void spreadsByLargestRemainder() {
        assertThat(Amounts.spread(100, new long[] {80, 40, 30})).containsExactly(53, 27, 20);
        assertThat(Amounts.spread(7, new long[] {5, 3, 3})).containsExactly(3, 2, 2);
        assertThat(Amounts.spread(-7, new long[] {5, 3, 3})).containsExactly(-3, -2, -2);
        assertThat(Amounts.spread(5, new long[] {0, 0})).containsExactly(3, 2);
        assertThat(Amounts.spread(0, new long[0])).isEmpty();
    }

    @Test
    void spreadsSumExactlyForAMillionRandomCases() {
        long seed = 20260302;
        Random random = new Random(seed);
        for (int i = 0; i < 1_000_000; i++) {
            long[] weights = random.longs(1 + random.nextInt(6), 0, 1_000_000).toArray();
            long total = random.nextLong(-10_000_000, 10_000_000);
            long sum = Arrays.stream(Amounts.spread(total, weights)).sum();
            if (sum != total) {
                throw new AssertionError("seed " + seed + " case " + i + ": " + sum + " instead of " + total);
            }
        }
    }

    @Test
    void sharesOfAnyPartitionOfTheUnitsSumToTheTotal() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            long quantity = 1 + random.nextInt(1_000);
            long total = random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
            long cut = random.nextLong(quantity + 1);
            long cut2 = cut + random.nextLong(quantity - cut + 1);
            long sum = Amounts.share(total, quantity, 0, cut)
                    + Amounts.share(total, quantity, cut, cut2)
                    + Amounts.share(total, quantity, cut2, quantity);
            if (sum != total) {
                throw new AssertionError("seed " + seed + " case " + i);
            }
        }
        assertThat(Amounts.share(Long.MAX_VALUE / 2, 1_000_000, 0, 1_000_000)).isEqualTo(Long.MAX_VALUE / 2);
    }

    @Test
    void lineAmountsRoundHalfUpInTheCurrencysOwnDecimals() {
        assertThat(Amounts.lineAmount(new BigDecimal("0.001"), 5, 0, "GBP")).isEqualTo(1);
        assertThat(Amounts.lineAmount(new BigDecimal("0.001"), 4, 0, "GBP")).isZero();
        assertThat(Amounts.lineAmount(new BigDecimal("2.5"), 15, 1, "GBP")).isEqualTo(375);
        assertThat(Amounts.lineAmount(new BigDecimal("99.5"), 1, 0, "JPY")).isEqualTo(100);
        assertThat(Amounts.percent(999, new BigDecimal("17.5"))).isEqualTo(175);
    }
}
