package dev.orderwright.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresRulesTests {

    @ParameterizedTest
    @CsvSource({
        "2.5, GBP, 2.50",
        "2.500000, GBP, 2.50",
        "0.0337, GBP, 0.0337",
        "10, GBP, 10.00",
        "100, GBP, 100.00",
        "1200, JPY, 1200",
        "1.5, KWD, 1.500",
    })
    void aUnitPriceHasItsCurrencysDecimalsAndNoEmptyOnes(BigDecimal price, String currency, String text) {
        assertThat(Figures.unitPrice(price, currency)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "20.0000, GB-20, GB, VAT 20%, ''",
        "5.5000, GB-5.5, GB, VAT 5.5%, ''",
        "19.0000, DE-19, GB, VAT 19% (DE), ''",
        "0, EXPORT, GB, 'VAT 0%, export', Export of goods: no VAT is charged; evidence of removal is kept.",
        "0, REVERSE_CHARGE, GB, 'VAT 0%, reverse charge', Reverse charge: the buyer accounts for the VAT.",
        "0, ZERO, GB, 'VAT 0%, zero-rated', ''",
        "0, EXEMPT, GB, Exempt from VAT, Some of this is exempt from VAT.",
    })
    void aTaxIsNamedAndSaysWhyNoneIsCharged(BigDecimal percent, String code, String seller, String name, String note) {
        assertThat(Figures.tax(percent, code, seller)).isEqualTo(name);
        assertThat(Figures.taxNote(code)).isEqualTo(note);
    }
}
