package dev.orderwright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Language;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedNumbersRulesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "en | 12 | 12",
                "en | 1.5 | 1.5",
                "en | 1,234.50 | 1234.50",
                "en | 1,234 | 1234",
                "en | 12 345 | 12345",
                "en | .5 | 0.5",
                "en | -3.25 | -3.25",
                "en | 1,5 | -",
                "en | 1.234,50 | -",
                "en | 1,23,456 | -",
                "en | 1e9 | -",
                "en | . | -",
                "en | x | -",
                "de | 1,5 | 1.5",
                "de | 1.234,50 | 1234.50",
                "de | 1.234 | 1234",
                "de | 1.5 | -",
                "de | 1,234.50 | -",
                "de | -0,01 | -0.01"
            })
    void aNumberMeansWhatItsLanguageMeansByItOrNothing(String language, String typed, String number) {
        assertThat(TypedNumbers.parse(typed, Language.of(language).orElseThrow()))
                .isEqualTo(java.util.Optional.ofNullable(number).map(BigDecimal::new));
    }
}
