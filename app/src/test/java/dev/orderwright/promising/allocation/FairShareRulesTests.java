package dev.orderwright.promising.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwright.promising.allocation.Apportionment.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FairShareRulesTests {

    private static final String WEB = "WEB";
    private static final String SHOPS = "SHOPS";

    @Test
    void proportionalSharesAreRoundedByLargestRemainder() {
        assertThat(FairShare.PROPORTIONAL.divide(100, new long[] {80, 40, 30})).containsExactly(53, 27, 20);
        assertThat(FairShare.PROPORTIONAL.divide(7, new long[] {5, 3, 3})).containsExactly(3, 2, 2);
    }

    @Test
    void maxMinMeetsSmallDemandsAndLevelsTheOthers() {
        assertThat(FairShare.MAX_MIN.divide(100, new long[] {80, 40, 30})).containsExactly(35, 35, 30);
        assertThat(FairShare.MAX_MIN.divide(100, new long[] {60, 20, 50})).containsExactly(40, 20, 40);
        assertThat(FairShare.MAX_MIN.divide(101, new long[] {80, 40, 30})).containsExactly(36, 35, 30);
        assertThat(FairShare.MAX_MIN.divide(2, new long[] {9, 9, 9})).containsExactly(1, 1, 0);
    }

    @Test
    void whatIsEnoughIsNotDivided() {
        for (FairShare rule : FairShare.values()) {
            assertThat(rule.divide(150, new long[] {80, 40, 30})).containsExactly(80, 40, 30);
            assertThat(rule.divide(9, new long[0])).isEmpty();
            assertThat(rule.divide(0, new long[] {3, 0})).containsExactly(0, 0);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FairShare.MAX_MIN.divide(-1, new long[] {1}));
    }

    @Test
    void theFirstTierIsServedFirst() {
        assertThat(shares(
                        100,
                        List.of(),
                        Claim.of(1, 2, WEB, 50),
                        Claim.of(2, 1, WEB, 60),
                        Claim.of(3, 1, WEB, 30),
                        Claim.of(4, 2, WEB, 50)))
                .containsExactly(5, 60, 30, 5);
    }

    @Test
    void aProtectedQuotaHoldsAgainstEveryTierOfOthers() {
        List<Quota> quotas = List.of(new Quota(SHOPS, 20, Long.MAX_VALUE, false));
        assertThat(shares(50, quotas, Claim.of(1, 0, WEB, 50), Claim.of(2, 9, SHOPS, 30)))
                .containsExactly(30, 20);
    }

    @Test
    void whatAGroupLeavesOfItsQuotaStaysThereOrSpillsOver() {
        Claim web = Claim.of(1, 0, WEB, 50);
        Claim shops = Claim.of(2, 0, SHOPS, 5);
        assertThat(shares(50, List.of(new Quota(SHOPS, 20, Long.MAX_VALUE, false)), web, shops))
                .containsExactly(30, 5);
        assertThat(shares(50, List.of(new Quota(SHOPS, 20, Long.MAX_VALUE, true)), web, shops))
                .containsExactly(45, 5);
    }

    @Test
    void aGroupGetsNoMoreThanItsMaximumAndOthersGetTheRest() {
        List<Quota> quotas = List.of(new Quota(WEB, 0, 10, true));
        assertThat(shares(60, quotas, Claim.of(1, 0, WEB, 40), Claim.of(2, 0, WEB, 40), Claim.of(3, 0, SHOPS, 80)))
                .containsExactly(5, 5, 50);
    }

    @Test
    void quotasThatProtectMoreThanThereIsAreCutAlike() {
        List<Quota> quotas = List.of(new Quota(WEB, 30, Long.MAX_VALUE, true), new Quota(SHOPS, 10, 10, true));
        assertThat(shares(20, quotas, Claim.of(1, 0, WEB, 40), Claim.of(2, 0, SHOPS, 40)))
                .containsExactly(15, 5);
    }

    @Test
    void whoWouldGetLessThanItsMinimumGetsNothing() {
        assertThat(shares(
                        30,
                        List.of(),
                        Claim.of(1, 0, WEB, 20),
                        new Claim(2, 0, WEB, 20, 12),
                        new Claim(3, 0, WEB, 20, 12)))
                .containsExactly(15, 15, 0);
    }

    @Test
    void aSmallCompleteOrderTakesWhatALargeOneLeaves() {
        assertThat(shares(50, List.of(), Claim.shipComplete(1, 0, WEB, 60), Claim.shipComplete(2, 1, WEB, 45)))
                .containsExactly(0, 45);
        assertThat(shares(
                        50,
                        List.of(),
                        Claim.shipComplete(1, 0, WEB, 48),
                        Claim.shipComplete(2, 0, WEB, 40),
                        Claim.shipComplete(3, 0, WEB, 2)))
                .containsExactly(48, 0, 2);
    }

    private static long[] shares(long supply, List<Quota> quotas, Claim... claims) {
        return Apportioning.of(supply, List.of(claims), quotas, FairShare.PROPORTIONAL).shares().stream()
                .mapToLong(Share::quantity)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sharesAddUpToTheSupplyOrTheDemand(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            long[] demands = random.longs(random.nextInt(12), 0, i % 5 == 0 ? 1L << 58 : 40)
                    .toArray();
            long demand = LongStream.of(demands).sum();
            long supply = demand == 0 ? 3 : random.nextLong(demand + demand / 4 + 1);
            for (FairShare rule : FairShare.values()) {
                long[] shares = rule.divide(supply, demands);
                String label = rule + " seed " + seed + " case " + i;
                assertThat(LongStream.of(shares).sum()).as(label).isEqualTo(Math.min(supply, demand));
                for (int d = 0; d < shares.length; d++) {
                    assertThat(shares[d]).as(label).isBetween(0L, demands[d]);
                }
            }
        }
    }

    /** Quotas, tiers and minimums together: nothing is lost, every minimum and maximum is kept, and twice is the same. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void everyRuleHoldsAtOnce(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 700; i++) {
            List<Claim> claims = claims(random);
            List<Quota> quotas = random.nextBoolean()
                    ? List.of()
                    : List.of(new Quota(WEB, random.nextInt(20), 20 + random.nextInt(60), random.nextBoolean()));
            long supply = random.nextInt(150);
            FairShare rule = FairShare.values()[random.nextInt(3)];
            Apportionment result = Apportioning.of(supply, claims, quotas, rule);
            String label = "seed " + seed + " case " + i + " " + claims + quotas + supply + rule;
            assertThat(result.given() + result.left()).as(label).isEqualTo(supply);
            assertThat(result.shares().stream().map(Share::claim).toList()).isEqualTo(claims);
            for (Share share : result.shares()) {
                assertThat(share.quantity() == 0
                                || share.quantity() >= share.claim().minimum())
                        .as(label)
                        .isTrue();
                assertThat(share.quantity())
                        .as(label)
                        .isLessThanOrEqualTo(share.claim().quantity());
            }
            if (quotas.isEmpty() && claims.stream().allMatch(claim -> claim.minimum() == 0)) {
                long demand = claims.stream().mapToLong(Claim::quantity).sum();
                assertThat(result.given()).as(label).isEqualTo(Math.min(supply, demand));
            }
            quotas.forEach(
                    quota -> assertThat(of(result, quota.group())).as(label).isLessThanOrEqualTo(quota.maximum()));
            assertThat(Apportioning.of(supply, claims, quotas, rule)).isEqualTo(result);
        }
    }

    private static long of(Apportionment result, String group) {
        return result.shares().stream()
                .filter(share -> share.claim().group().equals(group))
                .mapToLong(Share::quantity)
                .sum();
    }

    private static List<Claim> claims(Random random) {
        List<Claim> claims = new ArrayList<>();
        boolean minimums = random.nextBoolean();
        for (int c = random.nextInt(9); c >= 0; c--) {
            long quantity = random.nextInt(40);
            long minimum = minimums && random.nextBoolean() ? random.nextLong(quantity + 1) : 0;
            claims.add(new Claim(c, random.nextInt(3), random.nextBoolean() ? WEB : SHOPS, quantity, minimum));
        }
        return claims;
    }
}
