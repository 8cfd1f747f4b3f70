package dev.orderwright.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.geo.PostalAddress;
import dev.orderwright.verification.Policy.Rule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackRulesTests {

    private static final Rule RULE = new Rule(Check.PACK, Policy.ANY_CHANNEL, Verdict.WARN, Map.of());

    private static SaleUnits units(@Nullable String pack, @Nullable String least, @Nullable String most) {
        return new SaleUnits(number(pack), number(least), number(most));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Submission.Line line(long item, String quantity, SaleUnits units) {
        return new Submission.Line(item, "SKU-" + item, new BigDecimal(quantity), BigDecimal.ONE, null, units);
    }

    private static List<Finding> found(Submission.Line... lines) {
        PostalAddress leeds = new PostalAddress("Ada", "", "1 Park Row", "", "Leeds", "", "LS1 4AP", "GB");
        Submission order =
                new Submission(1, Instant.EPOCH, "web", null, "ada@example.org", "", leeds, "GBP", 100, List.of(lines));
        return PackRules.found(order, RULE).stream().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "6, , , 12, ''",
        "6.000000, , , 6, ''",
        "6, , , 7, 'NOT_IN_PACKS SKU-1 7 6 6 12'",
        "6, , , 20.000, 'NOT_IN_PACKS SKU-1 20 6 18 24'",
        "6, , , 1, 'NOT_IN_PACKS_NEAR SKU-1 1 6 6'",
        "6, 12, , 6, 'LESS_THAN_LEAST SKU-1 6 12 12'",
        "6, 10, , 9, 'LESS_THAN_LEAST SKU-1 9 10 12'",
        "6, 10, , 11, 'NOT_IN_PACKS_NEAR SKU-1 11 6 12'",
        "6, , 20, 19, 'NOT_IN_PACKS_NEAR SKU-1 19 6 18'",
        "6, , 20, 24, 'MORE_THAN_MOST SKU-1 24 20 18'",
        ", 5, 10, 4.5, 'LESS_THAN_LEAST SKU-1 4.5 5 5'",
        ", 5, 10, 5, ''",
        ", 5, 10, 10, ''",
        ", 5, 10, 10.1, 'MORE_THAN_MOST SKU-1 10.1 10 10'",
        "0.25, , , 1.5, ''",
        "0.25, , , 1.6, 'NOT_IN_PACKS SKU-1 1.6 0.25 1.5 1.75'",
        ", , , 0.001, ''",
    })
    void aQuantityIsDoubtedWithWhatWouldDoInstead(
            @Nullable String pack, @Nullable String least, @Nullable String most, String quantity, String expected) {
        List<Finding> found = found(line(1, quantity, units(pack, least, most)));

        assertThat(found.stream()
                        .map(finding -> finding.reason() + " " + String.join(" ", finding.evidence()))
                        .toList())
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
            assertThat(finding.words()).doesNotContain("{").contains("SKU-1");
        });
    }

    @Test
    void linesOfOneArticleCountTogether() {
        SaleUnits sixes = units("6", null, "12");

        assertThat(found(line(1, "2", sixes), line(2, "5", SaleUnits.ANY), line(1, "4", sixes)))
                .isEmpty();
        assertThat(found(line(1, "6", sixes), line(1, "12", sixes)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).containsExactly("SKU-1", "18", "12", "12"));
    }

    @Test
    void theFirstArticleThatDoesNotFitIsNamed() {
        assertThat(found(
                        line(1, "6", units("6", null, null)),
                        line(2, "7", units("2", null, null)),
                        line(3, "7", units("3", null, null))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence()).first().isEqualTo("SKU-2"));
    }

    /** What is told would do: whatever is asked, each of the quantities told may be ordered, and none lies nearer. */
    @ParameterizedTest
    @CsvSource({"7, , ", "7, 10, ", "7, , 40", "7, 10, 40", ", 10, 40", "1, 3, 3"})
    void whatIsToldMayBeOrderedAndNothingLiesNearer(
            @Nullable String pack, @Nullable String least, @Nullable String most) {
        SaleUnits units = units(pack, least, most);
        for (int asked = 1; asked <= 60; asked++) {
            BigDecimal wanted = BigDecimal.valueOf(asked);
            BigDecimal lower = Stream.iterate(wanted, number -> number.subtract(BigDecimal.ONE))
                    .limit(asked)
                    .filter(units::allow)
                    .findFirst()
                    .orElse(null);
            BigDecimal higher = Stream.iterate(wanted, number -> number.add(BigDecimal.ONE))
                    .limit(100)
                    .filter(units::allow)
                    .findFirst()
                    .orElse(null);
            assertThat(units.atMost(wanted).orElse(null)).isEqualTo(lower);
            assertThat(units.atLeast(wanted).orElse(null)).isEqualTo(higher);
        }
    }
}
