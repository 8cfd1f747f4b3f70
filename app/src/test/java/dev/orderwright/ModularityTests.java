package dev.orderwright;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** No cycles, only declared dependencies, only public parts of other modules. */
    @Test
    void theModulesKeepToTheirBorders() {
        ApplicationModules.of(Orderwright.class).verify();
    }
}
