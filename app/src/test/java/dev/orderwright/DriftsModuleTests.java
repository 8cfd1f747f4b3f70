package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Laws that hold are passed over; of one that is broken, what breaks it is named. */
class DriftsModuleTests {

    private static final String KEPT = "select code from inventory.node where code is null";

    @Test
    void lawsThatHoldAreSilent() {
        try (Drifts drifts = new Drifts(World.shared(), Map.of("nodes have codes", KEPT, "one is one", KEPT))) {
            drifts.assertNone();
        }
    }

    @Test
    void ofALawThatIsBrokenEveryCulpritIsNamed() {
        String broken = "select * from (values (1, 'first'), (2, 'it''s second')) v (id, what)";
        try (Drifts drifts = new Drifts(World.shared(), Map.of("nodes have codes", KEPT, "it's nobody's", broken))) {
            assertThatThrownBy(drifts::assertNone)
                    .hasMessageContaining("it's nobody's: (1,first)")
                    .hasMessageContaining("it's nobody's: (2,\"it's second\")")
                    .hasMessageNotContaining("codes");
        }
    }
}
