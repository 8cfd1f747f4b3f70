package dev.orderwright.billing;

import static dev.orderwright.billing.BillingModuleTests.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a person decides about what a provider has refused: try again, or let it rest. */
class PaymentAttentionModuleTests {

    private final Till till = Till.shared();

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    private PaymentTransaction attention(long order) {
        return till.money(order).transactions().stream()
                .filter(t -> t.attention() != null)
                .findFirst()
                .orElseThrow();
    }

    private Outcome<Payments.Decided> retry(long order) {
        return till.payments.retry(till.shop.cause(), order, attention(order).id());
    }

    private Outcome<Payments.Decided> dismiss(long order, String reason) {
        return till.payments.dismiss(till.shop.cause(), order, attention(order).id(), reason);
    }

    private long refusedCapture() {
        long order = till.authorised("tok_refuse_capture", till.item.times(2)).orderId();
        till.ship(order);
        till.work();
        return order;
    }

    @Test
    void aRefusedCaptureStopsThePaymentAndIsAskedForAgainOnlyWhenSomebodySaysSo() {
        long order = refusedCapture();
        assertThat(till.transactions(order)).contains("CAPTURE 600 FAILED");
        assertThat(till.money(order).payments().getFirst().stopped()).isTrue();
        assertThat(till.money(order).due()).isEqualTo(600);
        till.deliver(order);
        assertThat(till.work()).isZero();

        retry(order).orThrow();
        till.work();
        assertThat(till.transactions(order).stream().filter("CAPTURE 600 FAILED"::equals))
                .hasSize(2);
        assertThat(till.facts(order)).contains("PaymentRetried", "PaymentNeedsAttention");
        dismiss(order, "card is closed").orThrow();
        till.work();
        assertThat(till.money(order).voided()).isEqualTo(1_000_000);
        assertThat(till.money(order).payments().getFirst().stopped()).isFalse();
        assertThat(till.money(order).due()).isEqualTo(600);
        assertThat(till.facts(order)).contains("PaymentAttentionDismissed");

        till.payments
                .add(till.shop.cause(), new NewPayment(order, "card", "tok_ok", null, 600))
                .orThrow();
        till.work();
        assertThat(till.money(order).due()).isZero();
    }

    @Test
    void anotherPaymentHelpsWhileTheRefusedOneWaits() {
        long order = refusedCapture();
        till.payments
                .add(till.shop.cause(), new NewPayment(order, "card", "tok_ok", null, 600))
                .orThrow();
        till.work();
        assertThat(till.money(order).due()).isZero();
        retry(order).orThrow();
        till.work();
        assertThat(till.money(order).captured()).isEqualTo(600);
    }

    @Test
    void anOrderThatEndedWhileItsPaymentWasStoppedGivesTheRestBackWhenItIsTriedAgain() {
        long order = refusedCapture();
        till.payments
                .add(till.shop.cause(), new NewPayment(order, "card", "tok_ok", null, 600))
                .orThrow();
        till.work();
        till.deliver(order);
        till.work();
        assertThat(till.money(order).due()).isZero();
        assertThat(till.money(order).voided()).isZero();

        retry(order).orThrow();
        till.booksBalance();
        till.work();
        assertThat(till.money(order).voided()).isEqualTo(1_000_000);
    }

    @Test
    void anAuthorisationThatCannotBeGivenBackCountsAsLapsedWhenSomebodyHasSeenIt() {
        long order = till.authorised("tok_refuse_void", till.item.times(2)).orderId();
        till.cancelAll(order);
        till.work();
        assertThat(till.transactions(order)).contains("VOID 1000000 FAILED");
        assertThat(till.money(order).voided()).isZero();
        retry(order).orThrow();
        till.work();
        assertThat(till.money(order).voided()).isZero();
        dismiss(order, "the bank let it lapse").orThrow();
        assertThat(till.money(order).voided()).isEqualTo(1_000_000);
        assertThat(till.money(order).transactions().getLast().reference()).contains("the bank let it lapse");
    }

    @Test
    void aRefundThatIsRefusedIsAskedForAgainOrSettledOtherwise() {
        long order = till.authorised("tok_refuse_refund", till.item.times(2)).orderId();
        till.ship(order);
        till.work();
        till.takeBack(order, 1, 1);
        till.work();
        assertThat(till.transactions(order)).contains("REFUND 300 FAILED");
        retry(order).orThrow();
        till.work();
        assertThat(till.transactions(order).stream().filter("REFUND 300 FAILED"::equals))
                .hasSize(2);
        dismiss(order, "paid back by bank transfer").orThrow();
        assertThat(till.money(order).transactions()).allMatch(t -> t.attention() == null);
        assertThat(till.money(order).refunded()).isZero();
    }

    @Test
    void anAuthorisationThatWasGivenUpIsAskedForAgain() {
        long order = till.prepaid("tok_vanish", till.item.times(1)).orderId();
        for (int i = 0; i < 10; i++) {
            till.workItOut();
        }
        assertThat(attention(order).kind()).isEqualTo(TransactionKind.AUTHORISE);
        retry(order).orThrow();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 300 FAILED", "AUTHORISE 300 PENDING");
        till.cancelAll(order);
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 300 FAILED", "AUTHORISE 300 FAILED");
    }

    @Test
    void anUnknownOutcomeIsLookedUpAtOnceWhenSomebodyWantsToKnow() {
        long order = till.prepaid("tok_lost", till.item.times(1)).orderId();
        till.work();
        assertThat(till.work()).isZero();
        PaymentTransaction unknown = till.money(order).transactions().getFirst();
        till.payments.retry(till.shop.cause(), order, unknown.id()).orThrow();
        till.work();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 300 SUCCEEDED");
        till.cancelAll(order);
        till.work();
    }

    @Test
    void whatNeedsNobodyIsNeitherRetriedNorDismissed() {
        long order = till.authorised("tok_ok", till.item.times(1)).orderId();
        long other = till.authorised("tok_ok", till.item.times(1)).orderId();
        long done = till.money(order).transactions().getFirst().id();
        Cause cause = till.shop.cause();
        assertThat(codes(till.payments.retry(cause, order, done))).containsExactly("nothing-to-retry");
        assertThat(codes(till.payments.dismiss(till.shop.cause(), order, done, "x")))
                .containsExactly("nothing-to-dismiss");
        assertThat(codes(till.payments.dismiss(till.shop.cause(), order, done, " ")))
                .containsExactly("no-reason");
        assertThat(codes(till.payments.retry(till.shop.cause(), other, done))).containsExactly("unknown-transaction");
        assertThat(codes(till.payments.retry(till.shop.cause(), 1, done))).containsExactly("unknown-order");
        till.cancelAll(order);
        till.cancelAll(other);
        till.work();
    }

    @Test
    void decidingTwiceIsDecidingOnce() {
        long order = refusedCapture();
        long id = attention(order).id();
        Cause cause = till.shop.cause();
        till.payments.retry(cause, order, id).orThrow();
        till.payments.retry(cause, order, id).orThrow();
        assertThat(till.transactions(order)).containsOnlyOnce("CAPTURE 600 PENDING");
        assertThat(codes(till.payments.retry(till.shop.cause(), order, id))).containsExactly("nothing-to-retry");
        till.work();
    }
}
