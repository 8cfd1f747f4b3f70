package dev.orderwright;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** No cycles, only declared dependencies, only public parts of other modules. */
    @Test
    void theModulesKeepToTheirBorders() {
        // Templates are compiled into a package of their own; they belong to the modules that render them.
        ApplicationModules.of(Orderwright.class, JavaClass.Predicates.resideInAPackage("dev.orderwright.jte.."))
                .verify();
    }
}
