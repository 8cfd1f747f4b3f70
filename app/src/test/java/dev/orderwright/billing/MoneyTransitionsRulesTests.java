package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of state and event of invoices and of payment transactions, the legal and the illegal ones. */
class MoneyTransitionsRulesTests {

    /** What may happen to money that was asked for, written down a second time: state, event, next state. */
    private static final List<String> PAYMENT = List.of(
            "PENDING SUCCEED SUCCEEDED",
            "PENDING REFUSE FAILED",
            "PENDING LOSE UNKNOWN",
            "PENDING POSTPONE PENDING",
            "PENDING GIVE_UP FAILED",
            "PENDING WITHDRAW FAILED",
            "UNKNOWN SUCCEED SUCCEEDED",
            "UNKNOWN REFUSE FAILED",
            "UNKNOWN LOSE UNKNOWN",
            "UNKNOWN POSTPONE PENDING",
            "UNKNOWN GIVE_UP FAILED");

    private static final List<String> INVOICE = List.of(
            "ISSUED PAY_PART PARTLY_PAID",
            "ISSUED PAY_REST PAID",
            "ISSUED CREDIT_PART ISSUED",
            "ISSUED CREDIT_ALL CREDITED",
            "ISSUED WRITE_OFF WRITTEN_OFF",
            "PARTLY_PAID PAY_PART PARTLY_PAID",
            "PARTLY_PAID PAY_REST PAID",
            "PARTLY_PAID CREDIT_PART PARTLY_PAID",
            "PARTLY_PAID CREDIT_REST PAID",
            "PARTLY_PAID CREDIT_ALL CREDITED",
            "PARTLY_PAID WRITE_OFF WRITTEN_OFF",
            "PAID CREDIT_REST PAID",
            "PAID CREDIT_ALL CREDITED",
            "CREDITED CREDIT_ALL CREDITED",
            "WRITTEN_OFF CREDIT_REST WRITTEN_OFF",
            "WRITTEN_OFF CREDIT_ALL CREDITED");

    static Stream<Arguments> paymentPairs() {
        return pairs(TransactionState.values(), TransactionEvent.values());
    }

    static Stream<Arguments> invoicePairs() {
        return pairs(InvoiceState.values(), InvoiceEvent.values());
    }

    private static Stream<Arguments> pairs(Enum<?>[] states, Enum<?>[] events) {
        return Arrays.stream(states).flatMap(state -> Arrays.stream(events).map(event -> Arguments.of(state, event)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("paymentPairs")
    void aPaymentTransactionGoesOnlyWhereTheTableSays(TransactionState from, TransactionEvent event) {
        Optional<TransactionState> expected = expected(PAYMENT, from, event).map(TransactionState::valueOf);
        assertThat(PaymentTransitions.find(from, event).map(PaymentTransitions.Transition::to))
                .isEqualTo(expected);
        assertThat(PaymentTransitions.eventsFrom(from).contains(event)).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(PaymentTransitions.after(from, event)).isEqualTo(expected.get());
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> PaymentTransitions.after(from, event))
                    .withMessageContaining(from.name())
                    .withMessageContaining(event.name());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("invoicePairs")
    void anInvoiceGoesOnlyWhereTheTableSays(InvoiceState from, InvoiceEvent event) {
        Optional<InvoiceState> expected = expected(INVOICE, from, event).map(InvoiceState::valueOf);
        assertThat(InvoiceTransitions.find(from, event).map(InvoiceTransitions.Transition::to))
                .isEqualTo(expected);
        assertThat(InvoiceTransitions.eventsFrom(from).contains(event)).isEqualTo(expected.isPresent());
        if (expected.isPresent()) {
            assertThat(InvoiceTransitions.after(from, event)).isEqualTo(expected.get());
        } else {
            assertThatIllegalStateException()
                    .isThrownBy(() -> InvoiceTransitions.after(from, event))
                    .withMessageContaining(from.name())
                    .withMessageContaining(event.name());
        }
    }

    private static Optional<String> expected(List<String> table, Enum<?> from, Enum<?> event) {
        String start = from.name() + " " + event.name() + " ";
        return table.stream()
                .filter(row -> row.startsWith(start))
                .map(row -> row.substring(start.length()))
                .findFirst();
    }

    @Test
    void thereIsNoWayOutOfAnEndAndNoPairTwice() {
        assertThat(PaymentTransitions.all()).noneMatch(t -> t.from().isEnded());
        assertThat(PaymentTransitions.all().stream()
                        .collect(Collectors.groupingBy(t -> t.from() + " " + t.event()))
                        .values())
                .allMatch(same -> same.size() == 1);
        assertThat(InvoiceTransitions.all().stream()
                        .map(t -> t.from() + " " + t.event())
                        .collect(Collectors.groupingBy(Function.identity()))
                        .values())
                .allMatch(same -> same.size() == 1);
    }

    @Test
    void everyStateIsReachedFromItsBeginning() {
        assertThat(PaymentTransitions.all().stream().map(PaymentTransitions.Transition::to))
                .contains(TransactionState.SUCCEEDED, TransactionState.FAILED, TransactionState.UNKNOWN);
        assertThat(InvoiceTransitions.all().stream().map(InvoiceTransitions.Transition::to))
                .contains(InvoiceState.PARTLY_PAID, InvoiceState.PAID, InvoiceState.CREDITED, InvoiceState.WRITTEN_OFF);
    }
}
