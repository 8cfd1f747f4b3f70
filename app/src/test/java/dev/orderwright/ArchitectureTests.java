package dev.orderwright;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of the house that the compiler cannot check. */
class ArchitectureTests {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.orderwright");

    @Test
    void rulesKnowNeitherSpringNorTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Rules")
                .or()
                .haveSimpleNameEndingWith("Transitions")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
                .check(PRODUCT);
    }

    /** Whole modules that only decide: what they answer follows from what they are given. */
    @Test
    void modulesThatDecideKnowNeitherSpringNorTheDatabaseNorTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.orderwright.promising.supply",
                        "dev.orderwright.promising.allocation",
                        "dev.orderwright.promising.sourcing",
                        "dev.orderwright.delivery.estimate",
                        "dev.orderwright.promising.geo")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "java.util.concurrent..")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(PRODUCT);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.orderwright.shared..", "dev.orderwright.launcher..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PRODUCT);
    }

    @Test
    void onlyStoresHoldStatements() {
        fields().that()
                .haveRawType(Sql.class)
                .and()
                .areStatic()
                .should()
                .beDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Store")
                .orShould()
                .beDeclaredIn("dev.orderwright.insight.Law")
                .check(PRODUCT);
    }

    @Test
    void screensUseFacadesAndNeverStores() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .check(PRODUCT);
    }

    @Test
    void moneyIsNeverAFloatingPointNumber() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.orderwright.orders..", "dev.orderwright.billing..", "dev.orderwright.customers..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Double.class, Float.class)
                .check(PRODUCT);
    }

    @Test
    void nothingIsCalledServiceManagerImplOrUtil() {
        classes()
                .should()
                .haveNameNotMatching(".*([a-z]Service|Manager|Impl|Utils?|Helper)$")
                .check(PRODUCT);
    }
}
