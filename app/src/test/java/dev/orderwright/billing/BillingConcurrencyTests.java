package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once: workers on the same payments, callers with the same key, money for the same invoice. */
class BillingConcurrencyTests {

    private final Till till = Till.shared();

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void fourWorkersTakeEachPaymentOnce() throws Exception {
        till.workItOut();
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String token = i % 3 == 0 ? "tok_lost" : i % 3 == 1 ? "tok_twice" : "tok_ok";
            orders.add(till.authorised(token, till.item.times(1 + i % 4)).orderId());
        }
        till.ship(orders);
        for (int round = 0; round < 4; round++) {
            atOnce(Collections.nCopies(4, (Callable<Integer>) till::work));
            till.world().clock().advance(java.time.Duration.ofMinutes(30));
        }
        for (int i = 0; i < orders.size(); i++) {
            OrderBilling money = till.money(orders.get(i));
            assertThat(money.captured()).isEqualTo(300L * (1 + i % 4));
            assertThat(money.due()).isZero();
            assertThat(till.facts(orders.get(i))).containsOnlyOnce("PaymentCaptured");
        }
        String ids = orders.toString().replace("[", "(").replace("]", ")");
        assertThat(till.number("""
                        select count(*)
                          from billing.sandbox_authorisation a
                          join billing.payment p on p.authorisation = a.reference
                         where p.order_id in %s and a.captured_minor <> p.captured_minor
                        """.formatted(ids))).isZero();
    }

    @Test
    void theSameKeyAtOnceIsOnePaymentAndOneAnswer() throws Exception {
        long order = till.prepaid("tok_refuse", till.item.times(2)).orderId();
        till.work();
        Cause cause = till.shop.cause();
        NewPayment wish = new NewPayment(order, "card", "tok_ok", null, 600);
        List<Outcome<PaymentAdded>> answers =
                atOnce(Collections.nCopies(16, (Callable<Outcome<PaymentAdded>>) () -> till.payments.add(cause, wish)));
        assertThat(answers.stream().map(a -> a.orThrow().paymentId()).distinct())
                .hasSize(1);
        assertThat(till.money(order).payments()).hasSize(2);
        till.cancelAll(order);
        till.work();
    }

    @Test
    void moneyThatArrivesWithTheSameKeyAtOnceIsBookedOnce() throws Exception {
        String customer = till.shop.customer(100_000);
        long order = till.onAccount(customer, till.item.times(10)).orderId();
        till.ship(order);
        String number = till.money(order).invoices().getFirst().number();
        Cause cause = till.shop.cause();
        List<Outcome<Received>> answers = atOnce(Collections.nCopies(16, (Callable<Outcome<Received>>)
                () -> till.receivables.receive(cause, List.of(new Receipt(number, 1_000, "GBP", "one")))));
        assertThat(answers.stream().map(a -> a.orThrow().lines()).distinct()).hasSize(1);
        assertThat(till.money(order).due()).isEqualTo(2_000);
        assertThat(till.exposure(customer)).isEqualTo(2_000);
    }

    @Test
    void moneyForOneInvoiceFromManyHandsIsAddedUpAndTheRestIsCredit() throws Exception {
        String customer = till.shop.customer(100_000);
        long order = till.onAccount(customer, till.item.times(10)).orderId();
        till.ship(order);
        String number = till.money(order).invoices().getFirst().number();
        atOnce(Collections.nCopies(10, (Callable<Outcome<Received>>)
                () -> till.receivables.receive(till.shop.cause(), List.of(new Receipt(number, 400, "GBP", "many")))));
        assertThat(till.money(order).due()).isZero();
        assertThat(till.exposure(customer)).isZero();
        assertThat(till.receivables.credit(till.customerId(customer))).containsEntry("GBP", 1_000L);

        long paid = atOnce(Collections.nCopies(8, (Callable<Outcome<Receivables.PaidOut>>) () ->
                        till.receivables.payOut(till.shop.cause(), till.customerId(customer), 300, "GBP", "transfer")))
                .stream()
                .filter(Outcome::isDone)
                .count();
        assertThat(paid).isEqualTo(3);
        assertThat(till.receivables.credit(till.customerId(customer))).containsEntry("GBP", 100L);
    }

    @Test
    void cancellingWhileWorkersCaptureLosesNoCent() throws Exception {
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            orders.add(till.authorised("tok_ok", till.item.times(4)).orderId());
        }
        till.ship(orders);
        List<Callable<Integer>> calls = new ArrayList<>(Collections.nCopies(3, till::work));
        for (long order : orders) {
            calls.add(() -> {
                till.takeBack(order, 1, 1);
                return 1;
            });
        }
        atOnce(calls);
        till.workItOut();
        for (long order : orders) {
            OrderBilling money = till.money(order);
            assertThat(money.captured() - money.refunded()).isEqualTo(900);
            assertThat(money.credited()).isEqualTo(300);
            assertThat(money.due()).isZero();
        }
    }
}
