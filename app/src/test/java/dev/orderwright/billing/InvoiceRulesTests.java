package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.orderwright.billing.InvoiceRules.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceRulesTests {

    @ParameterizedTest(name = "{5} on an invoice of {0} with {1} credited, {2} paid, {3} written off")
    @CsvSource({
        // total, credited, paid, written off, state, money -> state, applied, over
        "600,   0,   0,   0, ISSUED,      200, PARTLY_PAID, 200,   0",
        "600,   0,   0,   0, ISSUED,      600, PAID,        600,   0",
        "600,   0,   0,   0, ISSUED,      601, PAID,        600,   1",
        "600,   0, 200,   0, PARTLY_PAID, 100, PARTLY_PAID, 100,   0",
        "600, 100, 200,   0, PARTLY_PAID, 400, PAID,        300, 100",
        "600,   0, 600,   0, PAID,         50, PAID,          0,  50",
        "600, 600,   0,   0, CREDITED,     50, CREDITED,      0,  50",
        "600,   0, 100, 500, WRITTEN_OFF,  50, WRITTEN_OFF,   0,  50",
        "  0,   0,   0,   0, PAID,          1, PAID,          0,   1",
    })
    void moneyPaysWhatIsOpenAndTheRestIsOver(
            long total,
            long credited,
            long paid,
            long writtenOff,
            InvoiceState state,
            long money,
            InvoiceState after,
            long applied,
            long over) {
        Settled settled = InvoiceRules.receive(new InvoiceAmounts(total, credited, paid, writtenOff, 0), state, money);
        assertThat(settled.state()).isEqualTo(after);
        assertThat(settled.applied()).isEqualTo(applied);
        assertThat(settled.over()).isEqualTo(over);
        assertThat(settled.amounts().paid()).isEqualTo(paid + applied);
        assertThat(applied + over).isEqualTo(money);
    }

    @ParameterizedTest(name = "a credit of {5} on an invoice of {0} with {1} credited, {2} paid, {3} written off")
    @CsvSource({
        // total, credited, paid, written off, state, credit -> state, applied, over, back, paid after
        "600,   0,   0,   0, ISSUED,      200, ISSUED,      200,   0,   0,   0",
        "600,   0,   0,   0, ISSUED,      600, CREDITED,    600,   0,   0,   0",
        "600,   0, 200,   0, PARTLY_PAID, 100, PARTLY_PAID, 100,   0,   0, 200",
        "600,   0, 200,   0, PARTLY_PAID, 400, PAID,        400,   0,   0, 200",
        "600,   0, 200,   0, PARTLY_PAID, 500, PAID,        400, 100,   0, 100",
        "600,   0, 200,   0, PARTLY_PAID, 600, CREDITED,    400, 200,   0,   0",
        "600,   0, 600,   0, PAID,        200, PAID,          0, 200,   0, 400",
        "600, 200, 400,   0, PAID,        400, CREDITED,      0, 400,   0,   0",
        "600,   0, 100, 500, WRITTEN_OFF, 200, WRITTEN_OFF,   0,   0, 200, 100",
        "600,   0, 100, 500, WRITTEN_OFF, 550, WRITTEN_OFF,   0,  50, 500,  50",
        "600,   0, 100, 500, WRITTEN_OFF, 600, CREDITED,      0, 100, 500,   0",
        "  0,   0,   0,   0, PAID,          0, PAID,          0,   0,   0,   0",
        "600, 600,   0,   0, CREDITED,      0, CREDITED,      0,   0,   0,   0",
        "600,   0,   0,   0, ISSUED,        0, ISSUED,        0,   0,   0,   0",
    })
    void aCreditTakesWhatIsOpenFirstThenWhatWasWrittenOffThenWhatWasPaid(
            long total,
            long credited,
            long paid,
            long writtenOff,
            InvoiceState state,
            long credit,
            InvoiceState after,
            long applied,
            long over,
            long back,
            long paidAfter) {
        Settled settled = InvoiceRules.credit(new InvoiceAmounts(total, credited, paid, writtenOff, 0), state, credit);
        assertThat(settled)
                .isEqualTo(new Settled(
                        new InvoiceAmounts(total, credited + credit, paidAfter, writtenOff - back, 0),
                        after,
                        applied,
                        over,
                        back));
        assertThat(settled.amounts().open()).isNotNegative();
        assertThat(applied + over + back).isEqualTo(credit);
    }

    @Test
    void noInvoiceIsCreditedForMoreThanItWasFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> InvoiceRules.credit(new InvoiceAmounts(600, 500, 100, 0, 0), InvoiceState.PAID, 101));
    }

    @Test
    void aWriteOffTakesAllThatIsOpenAndNothingThatIsNot() {
        assertThat(InvoiceRules.writeOff(new InvoiceAmounts(600, 100, 200, 0, 0), InvoiceState.PARTLY_PAID))
                .isEqualTo(new Settled(new InvoiceAmounts(600, 100, 200, 300, 0), InvoiceState.WRITTEN_OFF, 300, 0, 0));
        assertThatIllegalStateException()
                .isThrownBy(() -> InvoiceRules.writeOff(new InvoiceAmounts(6, 0, 6, 0, 0), InvoiceState.PAID));
    }

    @Test
    void anInvoiceOverNothingIsPaidAtOnce() {
        assertThat(InvoiceRules.first(0)).isEqualTo(InvoiceState.PAID);
        assertThat(InvoiceRules.first(1)).isEqualTo(InvoiceState.ISSUED);
    }
}
