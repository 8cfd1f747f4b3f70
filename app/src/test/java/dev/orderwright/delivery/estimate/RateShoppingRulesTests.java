package dev.orderwright.delivery.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.orderwright.delivery.estimate.RateShopping.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateShoppingRulesTests {

    private static final TransitTime TRANSIT = new TransitTime(2.2, 0.6);
    private static final long PENALTY = 1_200;

    @Test
    void theShareOfLateParcelsFollowsFromTheTransitTime() {
        assertThat(TRANSIT.lateAfter(3)).isCloseTo(0.0912, within(0.00005));
        assertThat(TRANSIT.lateAfter(2.2)).isCloseTo(0.5, within(1e-12));
        assertThat(TRANSIT.lateAfter(2.2 + 0.6 * 1.959963984540054)).isCloseTo(0.025, within(1e-12));
        assertThat(TRANSIT.lateAfter(1_000)).isZero();
        assertThat(TRANSIT.lateAfter(-1_000)).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new TransitTime(2, 0));
    }

    @Test
    void theDearerServiceWinsWhereLatenessCostsMore() {
        Service cheap = new Service("CHEAP", 610, TRANSIT.lateAfter(3));
        Service sure = new Service("SURE", 700, 0.01);
        assertThat(cheap.expectedCost(PENALTY)).isCloseTo(719, within(0.5));
        assertThat(sure.expectedCost(PENALTY)).isCloseTo(712, within(1e-9));
        assertThat(RateShopping.cheapest(List.of(cheap, sure), PENALTY, 0)).contains(sure);
        assertThat(RateShopping.cheapest(List.of(cheap, sure), 100, 0)).contains(cheap);
        assertThat(RateShopping.cheapest(List.of(cheap, sure), 100, 0.95)).contains(sure);
        assertThat(RateShopping.cheapest(List.of(cheap, sure), 100, 0.995)).isEmpty();
    }
}
