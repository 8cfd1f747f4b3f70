package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.billing.PaymentClaims.Batch;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a provider does with its answers, and wherever a worker dies, each amount is moved once and none is lost. */
class ProviderFaultsModuleTests {

    private final Till till = Till.shared();
    private final PaymentClaims claims = till.world().bean(PaymentClaims.class);
    private final ProviderCalls calls = till.world().bean(ProviderCalls.class);
    private final PaymentRound round = till.world().bean(PaymentRound.class);

    @BeforeEach
    void nothingOfOthersWaits() {
        till.workItOut();
    }

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    private Instant now() {
        return till.world().clock().instant();
    }

    /** An order of 600 that has been shipped and delivered, authorised for a whole 1,000 over a token. */
    private long delivered(String token) {
        OrderDraft.Payment payment = new OrderDraft.Payment("card", token, till.shop.word("auth-"), 1_000);
        long order = till.shop
                .place(till.shop.draft(null, PaymentTerms.PREPAID, payment, till.item.times(2)))
                .orderId();
        till.ship(order);
        till.deliver(order);
        return order;
    }

    private long sandbox(String what, long order) {
        return till.number("""
                select coalesce(sum(a.%s_minor), 0)
                  from billing.sandbox_authorisation a
                  join billing.payment p on p.authorisation = a.reference
                 where p.order_id = %d
                """.formatted(what, order));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "tok_ok",
        "tok_lost",
        "tok_lost_capture",
        "tok_lost_void",
        "tok_delay",
        "tok_delay_capture",
        "tok_twice",
        "tok_twice_lost",
        "tok_down",
        "tok_down_capture",
        "tok_down_delay",
        "tok_delay_lost_twice",
    })
    void theMoneyIsTakenOnceAndTheRestGivenBackOnce(String token) {
        long order = delivered(token);
        till.workItOut();

        OrderBilling money = till.money(order);
        assertThat(money.captured()).isEqualTo(600);
        assertThat(money.voided()).isEqualTo(400);
        assertThat(money.due()).isZero();
        assertThat(money.invoices()).allMatch(invoice -> invoice.state() == InvoiceState.PAID);
        assertThat(money.transactions()).allMatch(t -> t.state() == TransactionState.SUCCEEDED);
        assertThat(sandbox("captured", order)).isEqualTo(600);
        assertThat(sandbox("voided", order)).isEqualTo(400);
    }

    @Test
    void aLostAnswerIsUnknownUntilTheProviderHasBeenAskedAndNobodyAsksForTheMoneyAgain() {
        long order = delivered("tok_delay_capture");
        till.work();
        assertThat(till.transactions(order)).contains("CAPTURE 600 UNKNOWN", "VOID 400 PENDING");
        assertThat(till.money(order).due()).isEqualTo(600);
        assertThat(till.facts(order)).contains("PaymentOutcomeUnknown");
        till.workItOut();
        assertThat(till.transactions(order)).contains("CAPTURE 600 SUCCEEDED", "VOID 400 SUCCEEDED");
        PaymentTransaction capture = till.money(order).transactions().get(1);
        assertThat(capture.attempts()).isEqualTo(1);
        assertThat(capture.lookups()).isPositive();
    }

    @Test
    void whatNeverArrivesIsAskedAgainAndGivenUpInTheEndAndSomebodyIsTold() {
        long order = delivered("tok_vanish_capture");
        for (int i = 0; i < 10; i++) {
            till.workItOut();
        }
        PaymentTransaction capture = till.money(order).transactions().get(1);
        assertThat(capture.state()).isEqualTo(TransactionState.FAILED);
        assertThat(capture.failureCode()).isEqualTo("gave-up");
        assertThat(capture.attempts()).isEqualTo(AnswerRules.ATTEMPTS_MAX);
        assertThat(capture.attention()).contains("6 attempts");
        assertThat(sandbox("captured", order)).isZero();
        assertThat(till.money(order).due()).isEqualTo(600);
        assertThat(till.money(order).payments().getFirst().stopped()).isTrue();
    }

    @Test
    void aWorkerThatDiesBeforeItAsksLosesNothing() {
        long order = delivered("tok_ok");
        Batch gone = claims.pending(now(), 100);
        assertThat(gone.claimed()).isNotEmpty();
        assertThat(till.work()).isZero();

        till.world().clock().advance(till.world().bean(Lease.class).length().plusSeconds(1));
        till.workItOut();
        assertThat(till.transactions(order)).contains("CAPTURE 600 SUCCEEDED", "VOID 400 SUCCEEDED");
        assertThat(sandbox("captured", order)).isEqualTo(600);
    }

    @Test
    void aWorkerThatDiesAfterTheProviderHasDoneItChargesNothingTwice() {
        long order = delivered("tok_ok");
        Batch gone = claims.pending(now(), 100);
        calls.ask(gone);
        assertThat(sandbox("captured", order)).isEqualTo(600);
        assertThat(till.money(order).captured()).isZero();

        till.world().clock().advance(till.world().bean(Lease.class).length().plusSeconds(1));
        till.workItOut();
        assertThat(till.money(order).captured()).isEqualTo(600);
        assertThat(sandbox("captured", order)).isEqualTo(600);
        assertThat(till.money(order).transactions().get(1).attempts()).isEqualTo(1);
    }

    @Test
    void aSlowWorkersAnswerIsTakenUntilSomebodyElseHasLooked() {
        long order = delivered("tok_ok");
        Batch slow = claims.pending(now(), 100);
        Map<Long, ProviderAnswer> answers = calls.ask(slow);
        till.world().clock().advance(till.world().bean(Lease.class).length().plusSeconds(1));
        till.work();
        till.work();
        assertThat(till.money(order).captured()).isEqualTo(600);

        round.record(slow, answers, now());
        assertThat(till.money(order).captured()).isEqualTo(600);
        assertThat(till.money(order).invoices().getFirst().amounts().paid()).isEqualTo(600);
    }

    @Test
    void aSlowWorkerThatAsksAfterItWasGivenUpForLostMovesTheMoneyOnce() {
        long order = delivered("tok_ok");
        Batch slow = claims.pending(now(), 100);
        till.world().clock().advance(till.world().bean(Lease.class).length().plusSeconds(1));
        till.workItOut();
        calls.ask(slow);
        round.record(slow, calls.ask(slow), now());

        assertThat(sandbox("captured", order)).isEqualTo(600);
        assertThat(till.money(order).captured()).isEqualTo(600);
        assertThat(till.transactions(order))
                .containsExactly("AUTHORISE 1000 SUCCEEDED", "CAPTURE 600 SUCCEEDED", "VOID 400 SUCCEEDED");
    }

    @Test
    void whatTheProviderLeavesOutOfItsAnswerIsUnknown() {
        long order = delivered("tok_ok");
        Batch batch = claims.pending(now(), 100);
        round.record(batch, Map.of(), now());
        assertThat(till.transactions(order)).contains("CAPTURE 600 UNKNOWN");
        till.world().clock().advance(Duration.ofMinutes(1));
        till.workItOut();
        assertThat(till.transactions(order)).contains("CAPTURE 600 SUCCEEDED");
        assertThat(sandbox("captured", order)).isEqualTo(600);
    }

    @Test
    void theSameRoundRecordedTwiceIsRecordedOnce() {
        long order = delivered("tok_ok");
        Batch batch = claims.pending(now(), 100);
        Map<Long, ProviderAnswer> answers = calls.ask(batch);
        int first = round.record(batch, answers, now());
        assertThat(round.record(batch, answers, now())).isEqualTo(first);
        assertThat(till.facts(order)).containsOnlyOnce("PaymentCaptured");
        till.work();
    }

    @Test
    void aRefundWhoseAnswerIsLostIsMadeOnce() {
        long order = till.authorised("tok_lost_refund", till.item.times(2)).orderId();
        till.ship(order);
        till.work();
        till.takeBack(order, 1, 1);
        till.work();
        assertThat(till.transactions(order)).contains("REFUND 300 UNKNOWN");
        till.workItOut();
        assertThat(till.transactions(order)).contains("REFUND 300 SUCCEEDED");
        assertThat(sandbox("refunded", order)).isEqualTo(300);
        assertThat(till.money(order).refunded()).isEqualTo(300);
    }

    @Test
    void anAmountOverTheCardsLimitIsRefusedWithTheProvidersReason() {
        long order = till.prepaid(
                        "tok_ok", till.shop.item(ItemKind.STOCKED, "6000000").times(1))
                .orderId();
        till.work();
        PaymentTransaction refused = till.money(order).transactions().getFirst();
        assertThat(refused.failureCode()).isEqualTo("amount-over-limit");
        assertThat(refused.failureReason()).contains("limit");
        assertThat(refused.attention()).isNull();
        till.cancelAll(order);
    }

    @Test
    void whatWasInvoicedBeforeItsPaymentWasAuthorisedIsStillPaid() {
        long order = till.prepaid(
                        "tok_ok", till.shop.item(ItemKind.SERVICE, "10.00").times(2))
                .orderId();
        assertThat(till.money(order).due()).isEqualTo(2_400);
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 2400 PENDING");
        till.work();
        till.work();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 2400 SUCCEEDED", "CAPTURE 2400 SUCCEEDED");
        assertThat(till.money(order).due()).isZero();
    }
}
