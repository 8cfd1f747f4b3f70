package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shipping.PackRules.UnitWeight;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PackRulesTests {

    @Test
    void aPackageWeighsItsItemsAndItsBox() {
        Map<Long, UnitWeight> weights = Map.of(1L, new UnitWeight(250, 0), 2L, new UnitWeight(1_000, 3));
        assertThat(PackRules.weightGrams(Map.of(1L, 4L), weights)).isEqualTo(PackRules.TARE_GRAMS + 1_000);
        assertThat(PackRules.weightGrams(Map.of(2L, 1_500L), weights))
                .as("1.5 of something that is counted in thousandths")
                .isEqualTo(PackRules.TARE_GRAMS + 1_500);
        assertThat(PackRules.weightGrams(Map.of(3L, 9L), weights))
                .as("what nobody has weighed weighs nothing")
                .isEqualTo(PackRules.TARE_GRAMS);
    }

    @Test
    void aPartOfAGramIsAGram() {
        assertThat(new UnitWeight(1, 3).of(1)).isEqualTo(1);
        assertThat(new UnitWeight(1, 3).of(1_001)).isEqualTo(2);
    }
}
