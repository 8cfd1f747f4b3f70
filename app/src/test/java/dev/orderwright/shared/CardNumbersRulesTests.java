package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersRulesTests {

    /** The card schemes' own published test numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "card 4111 1111 1111 1111 12/27 cvv 123",
                "please charge 5555-5555-5555-4444, thanks",
                "3782 822463 10005",
                "amex:378282246310005.",
                "6011111111111117",
                "2223003122003222",
                "4222222222222",
                "12 4111 1111 1111 1111"
            })
    void cardNumbersAreFoundHoweverTheyAreWritten(String text) {
        assertThat(CardNumbers.isIn(text)).isTrue();
        assertThat(CardNumbers.judge("note", text)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("card-number");
            assertThat(refusal.field()).isEqualTo("note");
            assertThat(refusal.reason()).doesNotContain("4111");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Leave it at the door",
                "4111111111111112",
                "Call +44 20 7946 0018",
                "EAN 5012345678900",
                "order 536365, invoice 536366, 6 x 85123A",
                "41111111111111111111111111",
                "123456789012"
            })
    void otherNumbersPass(String text) {
        assertThat(CardNumbers.isIn(text)).isFalse();
        assertThat(CardNumbers.judge("note", text)).isEmpty();
    }

    @Test
    void everySingleWrongDigitIsNoCardNumberAnyMore() {
        String number = "4111111111111111";
        for (int i = 1; i < number.length(); i++) {
            String wrong = number.substring(0, i) + "2" + number.substring(i + 1);
            assertThat(CardNumbers.isIn(wrong)).as(wrong).isFalse();
        }
    }
}
