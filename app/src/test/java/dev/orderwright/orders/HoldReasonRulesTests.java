package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Language;
import dev.orderwright.shared.Texts;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Finding;
import dev.orderwright.verification.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldReasonRulesTests {

    private static final Language GERMAN = Language.of("de").orElseThrow();

    @Test
    void whatTheProgramHasFoundIsSaidInTheLanguageOfWhoReads() {
        HoldReason lack = HoldReason.found(HoldReason.NOT_AUTHORISED, List.of());
        assertThat(lack.text()).isEqualTo("the payment is not authorised yet");
        assertThat(Texts.in(GERMAN, lack::words)).isEqualTo("die Zahlung ist noch nicht autorisiert");
    }

    @Test
    void itIsKeptInEnglishWhoeverPlacesTheOrder() {
        HoldReason lack =
                Texts.in(GERMAN, () -> HoldReason.found(HoldReason.CREDIT_LIMIT, List.of("100000", "123456", "GBP")));
        assertThat(lack.text())
                .isEqualTo("the credit limit of 1,000.00 GBP would be passed: 1,234.56 GBP would be owed");
        assertThat(Texts.in(GERMAN, lack::words))
                .isEqualTo("der Kreditrahmen von 1.000,00 GBP wäre überschritten: 1.234,56 GBP wären offen");
    }

    @Test
    void aDoubtSaysTheSameAsItsFinding() {
        Finding finding = new Finding(
                Check.ADDRESS,
                Verdict.HOLD,
                Finding.Reason.ELSEWHERE,
                List.of("postcode", "LS1 4AP", "", "Kent", "GB"));
        HoldReason reason = DoubtRules.holdReason(finding);
        assertThat(Texts.in(GERMAN, reason::words)).isEqualTo(Texts.in(GERMAN, finding::words));
        assertThat(reason.text()).isEqualTo(finding.words());
    }

    @Test
    void wordsOfPeopleAndHoldsOfBeforeStayAsTheyAre() {
        assertThat(Texts.in(
                        GERMAN,
                        () -> HoldReason.written("wait until we have moved").words()))
                .isEqualTo("wait until we have moved");
        assertThat(new HoldReason("no payment", "GONE_LONG_AGO", List.of()).words())
                .isEqualTo("no payment");
    }
}
