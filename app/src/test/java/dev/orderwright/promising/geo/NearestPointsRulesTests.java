package dev.orderwright.promising.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NearestPointsRulesTests {

    private static final GeoPoint LONDON = new GeoPoint(51.5074, -0.1278);
    private static final GeoPoint PARIS = new GeoPoint(48.8566, 2.3522);

    /** Two of the same place are equally near; sums of sines differ in the last digits. */
    private static final double SAME_KILOMETRES = 1e-6;

    @Test
    void distancesAreThoseOfASphere() {
        assertThat(LONDON.kilometresTo(PARIS)).isCloseTo(343.6, within(0.1));
        assertThat(LONDON.kilometresTo(LONDON)).isZero();
        assertThat(new GeoPoint(0, 179).kilometresTo(new GeoPoint(0, -179))).isCloseTo(222.39, within(0.01));
        assertThat(new GeoPoint(90, 0).kilometresTo(new GeoPoint(-90, 0))).isCloseTo(20_015.1, within(0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(91, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(Double.NaN, 0));
    }

    @Test
    void noPointIsNearestWhereThereIsNone() {
        assertThat(NearestPoints.of(List.of()).nearest(PARIS)).isEqualTo(NearestPoints.NONE);
        assertThat(NearestPoints.of(List.of(LONDON)).nearest(PARIS, p -> false)).isEqualTo(NearestPoints.NONE);
        assertThat(NearestPoints.of(List.of(LONDON, PARIS, PARIS)).nearest(PARIS))
                .isEqualTo(1);
        assertThat(NearestPoints.of(List.of(LONDON, PARIS, PARIS)).nearest(PARIS, p -> p != 1))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void itIsTheOneThatLookingAtAllFinds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            List<GeoPoint> points = new ArrayList<>();
            for (int p = random.nextInt(300); p >= 0; p--) {
                points.add(anywhere(random));
            }
            points.add(points.getFirst());
            NearestPoints nearest = NearestPoints.of(points);
            int third = random.nextInt(3);
            IntPredicate passes = p -> p % 3 != third;
            for (int q = 0; q < 20; q++) {
                GeoPoint to = anywhere(random);
                String label = "seed " + seed + " case " + i + " " + to;
                assertNearest(points, to, nearest.nearest(to), p -> true, label);
                assertNearest(points, to, nearest.nearest(to, passes), passes, label);
            }
        }
    }

    /** Every customer of the marketplace and the seller that is nearest. */
    @Test
    void everyCustomerOfOlistGetsItsNearestSeller() {
        Map<String, GeoPoint> middles = OlistData.middles();
        List<GeoPoint> sellers = places("sellers", "seller_zip_code_prefix", middles);
        List<GeoPoint> customers = places("customers", "customer_zip_code_prefix", middles);
        assertThat(sellers).hasSizeGreaterThan(1_000);
        assertThat(customers).hasSizeGreaterThan(5_000);
        NearestPoints nearest = NearestPoints.of(sellers);
        for (GeoPoint customer : customers) {
            assertNearest(sellers, customer, nearest.nearest(customer), p -> true, customer.toString());
        }
    }

    private static void assertNearest(
            List<GeoPoint> points, GeoPoint to, int found, IntPredicate passes, String label) {
        int best = NearestPoints.NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < points.size(); p++) {
            double kilometres = passes.test(p) ? points.get(p).kilometresTo(to) : Double.POSITIVE_INFINITY;
            if (kilometres < least - SAME_KILOMETRES) {
                best = p;
                least = kilometres;
            }
        }
        if (found != best) {
            assertThat(points.get(found).kilometresTo(to)).as(label).isCloseTo(least, within(SAME_KILOMETRES));
        }
    }

    private static List<GeoPoint> places(String file, String column, Map<String, GeoPoint> middles) {
        List<GeoPoint> places = new ArrayList<>();
        OlistData.forEachRow(file, row -> {
            GeoPoint middle = middles.get(row.get(column));
            if (middle != null) {
                places.add(middle);
            }
        });
        return places;
    }

    private static GeoPoint anywhere(Random random) {
        return new GeoPoint(Math.round(random.nextDouble() * 180 - 90), Math.round(random.nextDouble() * 360 - 180));
    }
}
