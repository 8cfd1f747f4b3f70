package dev.orderwright.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.web.ScanCommand.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which scans are commands, and which one each is. */
class ScanCommandRulesTests {

    @ParameterizedTest
    @EnumSource(ScanCommand.class)
    void everyBarcodeOfTheSheetIsItsCommandAndIsTheSameOnTheKeyboardsOfAllCountries(ScanCommand command) {
        assertThat(ScanCommand.of(command.code()).orElseThrow().command()).isEqualTo(command);
        assertThat(ScanCommand.isOne(command.code())).isTrue();
        assertThat(command.code()).matches("[A-Z0-9 ]+");
        assertThat(command.code()).doesNotContain("Y").doesNotContain("Z");
    }

    @ParameterizedTest
    @CsvSource({
        "do next,           NEXT,      0",
        "  DO  NOT   FOUND, NOT_FOUND, 0",
        "DO NOT FOUND 3,    NOT_FOUND, 3",
        "DO 12,             TIMES,     12",
        "seal,              SEAL,      0",
        "SEAL 1250,         SEAL,      1250"
    })
    void aCommandMayComeInAnyCaseAndWithANumber(String code, ScanCommand command, long number) {
        assertThat(ScanCommand.of(code)).hasValue(new Given(command, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"84029E", "DOLL", "SEALANT", "3*84029E", "A-03-2", ""})
    void whatStandsOnGoodsAndShelvesIsNoCommand(String code) {
        assertThat(ScanCommand.isOne(code)).isFalse();
        assertThat(ScanCommand.of(code)).isEmpty();
    }

    @Test
    void aCommandThatDoesNotExistIsOneAllTheSame() {
        assertThat(ScanCommand.isOne("DO DANCE")).isTrue();
        assertThat(ScanCommand.of("DO DANCE")).isEmpty();
    }
}
