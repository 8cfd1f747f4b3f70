package dev.orderwright.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Gs1RulesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"5901234123457", "9506000134352", "4006381333931", "036000291452", "96385074", "10614141000019"})
    void publishedGtinsAreGtins(String gtin) {
        assertThat(Gs1.isGtin(gtin)).isTrue();
        assertThat(Gs1.checkDigit(gtin.substring(0, gtin.length() - 1)))
                .isEqualTo(gtin.charAt(gtin.length() - 1) - '0');
    }

    @Test
    void aPublishedGlnIsAGln() {
        assertThat(Gs1.isGln("0614141000012")).isTrue();
        assertThat(Gs1.isGln("0614141000013")).isFalse();
        assertThat(Gs1.isGln("96385074")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"106141412345678908", "006141411234567890"})
    void publishedSsccsAreSsccs(String sscc) {
        assertThat(Gs1.isSscc(sscc)).isTrue();
    }

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursWhoseDifferenceIsNotFiveIsNoticed() {
        String sscc = "106141412345678908";
        for (int at = 0; at < sscc.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = sscc.substring(0, at) + digit + sscc.substring(at + 1);
                assertThat(Gs1.isSscc(other)).as(other).isEqualTo(digit == sscc.charAt(at));
            }
        }
        for (int at = 0; at < sscc.length() - 1; at++) {
            char left = sscc.charAt(at);
            char right = sscc.charAt(at + 1);
            String swapped = sscc.substring(0, at) + right + left + sscc.substring(at + 2);
            assertThat(Gs1.isSscc(swapped)).as(swapped).isEqualTo(Math.abs(left - right) % 5 == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5", "590123412345", "59012341234578", "5901234 23457", "٥901234123457", "590123412345X"})
    void otherLengthsAndOtherCharactersAreNoGtin(String code) {
        assertThat(Gs1.isGtin(code)).isFalse();
    }

    @Test
    void anSsccIsMadeOfExtensionPrefixAndSerial() {
        assertThat(Gs1.sscc(1, "0614141", 234_567_890)).isEqualTo("106141412345678908");
        assertThat(Gs1.sscc(0, "0614141", 123_456_789)).isEqualTo("006141411234567890");
        assertThat(Gs1.sscc(3, "061414112345", 7))
                .hasSize(18)
                .startsWith("30614141123450007")
                .matches(Gs1::isSscc);
    }

    @Test
    void anSsccIsNotMadeOfWhatDoesNotFit() {
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.sscc(10, "0614141", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.sscc(0, "061", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.sscc(0, "06141X1", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.sscc(0, "0614141", 1_000_000_000));
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.sscc(0, "0614141", -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Gs1.checkDigit("12a"));
    }
}
