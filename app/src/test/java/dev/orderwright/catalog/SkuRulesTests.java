package dev.orderwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkuRulesTests {

    @Test
    void upperCaseAndTrimmedIsTheSameSku() {
        assertThat(Sku.of(" 85123a\t")).isEqualTo(Sku.of("85123A")).hasToString("85123A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "BANK CHARGES", "gift_0001_20", "A", "ÄÖ-7", "10/12.5#B", "手袋", "🧤1"})
    void codesOfRealDataAreTaken(String code) {
        assertThat(Sku.parse(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "A\u0000B", "A\nB", "A\u00a0B", "A\u200bB", "A\u2028B", "A\ud800B", "\ue000"})
    void whatCannotBePrintedIsNoSku(String code) {
        assertThat(Sku.parse(code)).isEmpty();
        assertThatThrownBy(() -> Sku.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sixtyFourCharactersAreTheLimitAlsoWhenUpperCaseIsLonger() {
        assertThat(Sku.parse("x".repeat(64))).isPresent();
        assertThat(Sku.parse("x".repeat(65))).isEmpty();
        assertThat(Sku.parse("ß".repeat(33))).isEmpty();
    }

    @Test
    void theConstructorTakesOnlyTheNormalForm() {
        assertThatThrownBy(() -> new Sku("85123a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Sku(" A")).isInstanceOf(IllegalArgumentException.class);
    }
}
