package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinWalkRulesTests {

    private static final List<String> WALK = List.of("A-1", "A-2", "A-2-1", "A-10", "A-10B", "B-01", "B-2", "MAIN");

    @Test
    void numbersInBinCodesAreComparedAsNumbers() {
        for (int seed = 0; seed < 50; seed++) {
            List<String> bins = new ArrayList<>(WALK);
            Collections.shuffle(bins, new Random(seed));
            bins.sort(BinWalk.ALONG_THE_AISLE);
            assertThat(bins).as("seed %d", seed).isEqualTo(WALK);
        }
    }

    @Test
    void onlyTheSameCodeIsEqual() {
        assertThat(BinWalk.ALONG_THE_AISLE.compare("A-1", "A-01")).isNotZero();
        assertThat(BinWalk.ALONG_THE_AISLE.compare("A-1", "A-1")).isZero();
        assertThat(BinWalk.ALONG_THE_AISLE.compare("99999999999999999999", "100000000000000000000"))
                .isNegative();
    }
}
