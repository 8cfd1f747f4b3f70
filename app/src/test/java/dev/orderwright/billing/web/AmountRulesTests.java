package dev.orderwright.billing.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountRulesTests {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "12, GBP, 1200",
        "12.5, GBP, 1250",
        "12., GBP, 1200",
        "'1,234.50', GBP, 123450",
        "' 1 234.5 ', GBP, 123450",
        "0.01, GBP, 1",
        "0, GBP, 0",
        "1200, JPY, 1200",
        "1.234, KWD, 1234",
        "999999999999999, GBP, 99999999999999900",
    })
    void anAmountIsReadAsItIsTyped(String typed, String currency, long minor) {
        assertThat(Amount.minor("amount", typed, currency)).isEqualTo(Outcome.done(minor));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "'', GBP",
        "twelve, GBP",
        "-1, GBP",
        "1.234, GBP",
        "1.5, JPY",
        "1e3, GBP",
        "£5, GBP",
        "9999999999999999, GBP",
        "., GBP",
    })
    void whatIsNoAmountIsRefusedWithAnExample(String typed, String currency) {
        Outcome<Long> outcome = Amount.minor("amount", typed, currency);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<Long>) outcome).first().field()).isEqualTo("amount");
        assertThat(((Outcome.Refused<Long>) outcome).first().reason()).contains(currency);
    }
}
