package dev.orderwright.documents;

import static dev.orderwright.documents.BinOrder.ALONG_THE_RACK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BinOrderRulesTests {

    @Test
    void numbersInBinsCountAsNumbers() {
        List<String> rack =
                List.of("", "7", "07-1", "10", "A-2", "A-2-9", "A-2-10", "A-10", "a-11", "B", "B-1", "B-02");
        List<String> bins = new ArrayList<>(rack);
        Collections.shuffle(bins, new Random(7));
        bins.sort(ALONG_THE_RACK);
        assertThat(bins).isEqualTo(rack);
    }

    @Test
    void numbersLongerThanAnyIntegerAreStillNumbers() {
        assertThat(ALONG_THE_RACK.compare("A-9" + "0".repeat(40), "A-10" + "0".repeat(40)))
                .isNegative();
    }

    @Test
    void equalOnlyIfWrittenAlike() {
        assertThat(ALONG_THE_RACK.compare("A-01", "A-01")).isZero();
        assertThat(ALONG_THE_RACK.compare("A-1", "A-01")).isNotZero();
        assertThat(ALONG_THE_RACK.compare("A-1", "A-01")).isEqualTo(-ALONG_THE_RACK.compare("A-01", "A-1"));
    }
}
