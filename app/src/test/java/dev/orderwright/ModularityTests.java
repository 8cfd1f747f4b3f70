package dev.orderwright;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** They are part of the module whose folder they come from, but the template compiler puts them all together. */
    private static final DescribedPredicate<JavaClass> COMPILED_TEMPLATES =
            JavaClass.Predicates.resideInAPackage("dev.orderwright.jte..");

    /** No cycles, only declared dependencies, only public parts of other modules. */
    @Test
    void theModulesKeepToTheirBorders() {
        ApplicationModules.of(Orderwright.class, COMPILED_TEMPLATES).verify();
    }
}
