package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a customer, a clerk and the provider see of an order's money, from placement to its end. */
class BillingModuleTests {

    private final Till till = Till.shared();
    private final Goods item = till.item;

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    @Test
    void aPrepaidOrderIsInvoicedPerShipmentAndCapturedToTheCent() {
        Placed placed = till.authorised("tok_ok", item.times(4));
        long order = placed.orderId();
        till.ship(order, 1, 3);
        till.ship(order, 1, 1);

        OrderBilling money = till.money(order);
        assertThat(money.invoices()).extracting(i -> i.money().total()).containsExactly(900L, 300L);
        assertThat(money.invoices()).extracting(Invoice::state).containsOnly(InvoiceState.ISSUED);
        assertThat(till.transactions(order))
                .containsExactly("AUTHORISE 1000000 SUCCEEDED", "CAPTURE 900 PENDING", "CAPTURE 300 PENDING");

        till.work();
        money = till.money(order);
        assertThat(money.invoices()).extracting(Invoice::state).containsOnly(InvoiceState.PAID);
        assertThat(money.captured()).isEqualTo(1_200);
        assertThat(money.due()).isZero();

        till.deliver(order);
        till.work();
        assertThat(till.money(order).voided()).isEqualTo(1_000_000 - 1_200);
        assertThat(till.facts(order))
                .contains("PaymentAuthorised", "InvoiceIssued", "PaymentCaptured", "InvoicePaid", "PaymentVoided");
    }

    @Test
    void oneBatchOfOrdersGetsInvoicesWithNumbersThatFollowEachOther() {
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            orders.add(till.authorised("tok_ok", item.times(1 + i)).orderId());
        }
        till.ship(orders);
        List<Long> numbers = orders.stream()
                .map(order -> till.money(order).invoices().getFirst().number())
                .map(number -> Long.parseLong(number.substring(4)))
                .toList();
        assertThat(numbers)
                .isEqualTo(LongStream.range(numbers.getFirst(), numbers.getFirst() + 5)
                        .boxed()
                        .toList());
    }

    @Test
    void postageIsOnTheFirstInvoiceAndOnNoOther() {
        Goods postage = till.shop.item(ItemKind.SERVICE, "5.00");
        long order = till.authorised("tok_ok", item.times(2), postage.times(1)).orderId();
        till.ship(order, 1, 1);
        till.ship(order, 1, 1);
        assertThat(till.money(order).invoices())
                .extracting(i -> i.money().total())
                .containsExactly(900L, 300L);
    }

    @Test
    void anOrderOfServicesOnlyIsInvoicedCapturedAndReleasedAtOnce() {
        Goods fee = till.shop.item(ItemKind.SERVICE, "7.50");
        long order = till.authorised("tok_ok", fee.times(1)).orderId();
        till.work();
        assertThat(till.transactions(order))
                .containsExactly("AUTHORISE 1000000 SUCCEEDED", "CAPTURE 900 SUCCEEDED", "VOID 999100 SUCCEEDED");
    }

    @Test
    void aTokenIsAuthorisedOutsideAndLetsTheOrderGoOn() {
        Placed placed = till.prepaid("tok_ok", item.times(2));
        assertThat(placed.holds()).containsExactly("PAYMENT");
        till.work();
        assertThat(till.transactions(placed.orderId())).containsExactly("AUTHORISE 600 SUCCEEDED");
        assertThat(till.shop.detail(placed.orderId()).holds()).noneMatch(hold -> hold.isActive());
        assertThat(till.facts(placed.orderId())).contains("PaymentAdded", "PaymentAuthorised", "HoldReleased");
    }

    @Test
    void aRefusedTokenLeavesTheHoldAndAnotherPaymentHelps() {
        Placed placed = till.prepaid("tok_refuse", item.times(2));
        long order = placed.orderId();
        till.work();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 600 FAILED");
        assertThat(till.facts(order)).contains("PaymentRefused").doesNotContain("HoldReleased");

        PaymentAdded half = add(order, "tok_ok", 250).orThrow();
        assertThat(half.authorised()).isFalse();
        till.work();
        assertThat(till.facts(order)).doesNotContain("HoldReleased");
        add(order, "tok_ok", 350).orThrow();
        till.work();
        assertThat(till.facts(order)).contains("HoldReleased");

        till.ship(order);
        till.deliver(order);
        till.work();
        assertThat(till.transactions(order))
                .containsExactly(
                        "AUTHORISE 600 FAILED",
                        "AUTHORISE 250 SUCCEEDED",
                        "AUTHORISE 350 SUCCEEDED",
                        "CAPTURE 250 SUCCEEDED",
                        "CAPTURE 350 SUCCEEDED");
        assertThat(till.money(order).due()).isZero();
    }

    @Test
    void aCancelledOrderGivesItsAuthorisationBackAndOnlyWhatIsNeededIsKept() {
        long whole = till.authorised("tok_ok", item.times(2)).orderId();
        long part = till.authorised("tok_ok", item.times(2)).orderId();
        long never = till.prepaid("tok_ok", item.times(2)).orderId();
        till.cancelAll(whole);
        till.cancel(part, 1, 1);
        till.cancelAll(never);

        assertThat(till.transactions(whole)).containsExactly("AUTHORISE 1000000 SUCCEEDED", "VOID 1000000 PENDING");
        assertThat(till.transactions(part)).containsExactly("AUTHORISE 1000000 SUCCEEDED");
        assertThat(till.transactions(never)).containsExactly("AUTHORISE 600 FAILED");

        till.ship(part);
        till.deliver(part);
        till.work();
        assertThat(till.money(part).invoiced()).isEqualTo(300);
        assertThat(till.transactions(part))
                .containsExactly("AUTHORISE 1000000 SUCCEEDED", "CAPTURE 300 SUCCEEDED", "VOID 999700 SUCCEEDED");
        assertThat(till.money(whole).voided()).isEqualTo(1_000_000);
    }

    @Test
    void anAuthorisationThatComesAfterTheOrderHasEndedIsGivenBack() {
        long order = till.prepaid("tok_lost", item.times(2)).orderId();
        till.work();
        till.cancelAll(order);
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 600 UNKNOWN");
        till.workItOut();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 600 SUCCEEDED", "VOID 600 SUCCEEDED");
    }

    @Test
    void whatComesBackIsCreditedForExactlyItsUnitsAndRefunded() {
        Goods odd = till.shop.item(ItemKind.STOCKED, "0.337");
        till.shop.stock(till.node, odd, 7);
        long order = till.authorised("tok_ok", odd.times(7)).orderId();
        till.ship(order, 1, 5);
        till.ship(order, 1, 2);
        till.work();
        till.takeBack(order, 1, 3);

        OrderBilling money = till.money(order);
        assertThat(money.creditNotes()).hasSize(2);
        Invoice second = money.invoices().getLast();
        assertThat(second.state()).isEqualTo(InvoiceState.CREDITED);
        assertThat(money.invoices().getFirst().state()).isEqualTo(InvoiceState.PAID);
        till.work();
        assertThat(till.money(order).refunded()).isEqualTo(money.credited()).isPositive();
        assertThat(till.money(order).captured() - till.money(order).refunded())
                .isEqualTo(money.invoiced() - money.credited());
        assertThat(till.facts(order)).contains("CreditNoteIssued", "PaymentRefunded");

        CreditNoteDetail note = till.invoices
                .creditNote(money.creditNotes().getFirst().number())
                .orElseThrow();
        assertThat(note.lines().getFirst().sku()).isEqualTo(odd.sku());
        assertThat(note.taxes().stream().mapToLong(TaxSum::taxMinor).sum())
                .isEqualTo(note.creditNote().money().tax());
    }

    @Test
    void whatComesBackWhileItsCaptureIsUnderWayIsTakenAndGivenBack() {
        long order = till.authorised("tok_lost_capture", item.times(2)).orderId();
        till.ship(order);
        till.work();
        till.takeBack(order, 1, 1);
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 1000000 SUCCEEDED", "CAPTURE 600 UNKNOWN");
        till.workItOut();
        assertThat(till.money(order).captured()).isEqualTo(600);
        assertThat(till.money(order).refunded()).isEqualTo(300);
        assertThat(till.money(order).due()).isZero();
    }

    @Test
    void anInvoiceOnAccountStaysOpenUntilItsMoneyComes() {
        String customer = till.shop.customer(10_000);
        long order = till.onAccount(customer, item.times(4)).orderId();
        till.ship(order);
        Invoice invoice = till.money(order).invoices().getFirst();
        assertThat(invoice.dueOn()).isEqualTo(invoice.issuedOn().plusDays(30));
        assertThat(till.exposure(customer)).isEqualTo(1_200);

        Received part = receive(invoice, 500).orThrow();
        assertThat(part.lines())
                .containsExactly(new Received.Line(invoice.number(), 500, 0, 700, InvoiceState.PARTLY_PAID));
        assertThat(till.exposure(customer)).isEqualTo(700);

        Received rest = receive(invoice, 1_000).orThrow();
        assertThat(rest.lines()).containsExactly(new Received.Line(invoice.number(), 700, 300, 0, InvoiceState.PAID));
        assertThat(till.exposure(customer)).isZero();
        assertThat(till.receivables.credit(till.customerId(customer))).containsEntry("GBP", 300L);
        assertThat(till.facts(order)).contains("PaymentReceived", "InvoicePaid");
    }

    @Test
    void creditOnAnOpenInvoiceLowersWhatIsOwedAndOnAPaidOneIsTheCustomers() {
        String customer = till.shop.customer(10_000);
        long id = till.customerId(customer);
        long open = till.onAccount(customer, item.times(2)).orderId();
        long paid = till.onAccount(customer, item.times(2)).orderId();
        till.ship(List.of(open, paid));
        receive(till.money(paid).invoices().getFirst(), 600).orThrow();
        assertThat(till.exposure(customer)).isEqualTo(600);

        till.takeBack(open, 1, 1);
        assertThat(till.exposure(customer)).isEqualTo(300);
        till.takeBack(paid, 1, 1);
        assertThat(till.exposure(customer)).isEqualTo(300);
        assertThat(till.receivables.credit(id)).containsEntry("GBP", 300L);

        String number = till.money(open).invoices().getFirst().number();
        assertThat(codes(till.receivables.useCredit(
                        till.shop.cause(), id, "GBP", List.of(new Receivables.CreditUse(number, 301)))))
                .containsExactly("more-than-open");
        till.receivables
                .useCredit(till.shop.cause(), id, "GBP", List.of(new Receivables.CreditUse(number, 200)))
                .orThrow();
        assertThat(till.exposure(customer)).isEqualTo(100);
        assertThat(till.receivables
                        .payOut(till.shop.cause(), id, 100, "GBP", "transfer 7")
                        .orThrow())
                .isEqualTo(new Receivables.PaidOut(id, 100, 0));
        assertThat(codes(till.receivables.payOut(till.shop.cause(), id, 1, "GBP", "transfer 8")))
                .containsExactly("not-enough-credit");
    }

    @Test
    void whatWillNotBePaidIsWrittenOffAndFreesTheCredit() {
        String customer = till.shop.customer(10_000);
        long order = till.onAccount(customer, item.times(2)).orderId();
        till.ship(order);
        Invoice invoice = till.money(order).invoices().getFirst();
        receive(invoice, 100).orThrow();
        till.receivables
                .writeOff(till.shop.cause(), invoice.number(), "insolvent")
                .orThrow();
        assertThat(till.money(order).invoices().getFirst().state()).isEqualTo(InvoiceState.WRITTEN_OFF);
        assertThat(till.exposure(customer)).isZero();
        assertThat(codes(till.receivables.writeOff(till.shop.cause(), invoice.number(), "twice")))
                .containsExactly("nothing-open");

        till.takeBack(order, 1, 1);
        assertThat(till.money(order).invoices().getFirst().amounts())
                .isEqualTo(new InvoiceAmounts(600, 300, 100, 200, 0));
    }

    @Test
    void receiptsAreRefusedWholeWithFieldAndReason() {
        String customer = till.shop.customer(10_000);
        long order = till.onAccount(customer, item.times(1)).orderId();
        long guest = till.authorised("tok_ok", item.times(1)).orderId();
        till.ship(List.of(order, guest));
        String number = till.money(order).invoices().getFirst().number();
        String guests = till.money(guest).invoices().getFirst().number();

        assertThat(till.receivables.receive(till.shop.cause(), List.of(new Receipt("INV-1", 1, "GBP", "x"))))
                .isEqualTo(Outcome.refused(
                        Refusal.of("unknown-invoice", "receipts[0].invoice", "There is no invoice INV-1.")));
        assertThat(codes(till.receivables.receive(
                        till.shop.cause(),
                        List.of(
                                new Receipt(number, 100, "GBP", "good"),
                                new Receipt(number, 0, "GBP", "x"),
                                new Receipt(number, 1, "EUR", "x"),
                                new Receipt(guests, 300, "GBP", "x")))))
                .containsExactly("not-positive", "foreign-currency", "capture-under-way", "no-customer");
        assertThat(till.money(order).due()).isEqualTo(300);
    }

    private Placed authorisedFor(long minor, long units) {
        OrderDraft.Payment payment = new OrderDraft.Payment("card", "tok_ok", till.shop.word("auth-"), minor);
        return till.shop.place(till.shop.draft(null, PaymentTerms.PREPAID, payment, item.times(units)));
    }

    private boolean waitsForPayment(long order) {
        return till.shop.holds.ofOrder(order).stream()
                .anyMatch(hold -> hold.isActive() && hold.type() == HoldType.PAYMENT);
    }

    @Test
    void anOrderGoesOnWhenSoMuchIsCancelledThatItsPaymentCoversTheRest() {
        long order = authorisedFor(600, 4).orderId();
        assertThat(waitsForPayment(order)).isTrue();
        till.cancel(order, 1, 1);
        assertThat(waitsForPayment(order)).as("6.00 do not cover 9.00").isTrue();
        till.cancel(order, 1, 1);
        assertThat(waitsForPayment(order)).as("6.00 cover 6.00").isFalse();
        assertThat(till.facts(order)).contains("HoldReleased");
        assertThat(till.shop.holds.ofOrder(order))
                .singleElement()
                .satisfies(hold -> assertThat(hold.endedReason()).isEqualTo("the payment covers what is left"));
        till.ship(order);
        till.work();
        assertThat(till.money(order).due()).isZero();
    }

    @Test
    void aPaymentHoldThatSomebodyPlacedOnAPaidOrderStaysWhenAPartIsCancelled() {
        long order = authorisedFor(1_200, 4).orderId();
        till.shop
                .holds
                .place(till.shop.cause(), List.of(Holds.Wish.onOrder(order, HoldType.PAYMENT, "the payer disputes it")))
                .orThrow();
        till.cancel(order, 1, 1);
        assertThat(waitsForPayment(order)).isTrue();
    }

    @Test
    void anOrderOfWhichEverythingIsCancelledKeepsNoHoldAndNoMoney() {
        long order = authorisedFor(600, 4).orderId();
        till.cancelAll(order);
        till.work();
        assertThat(waitsForPayment(order)).isFalse();
        assertThat(till.money(order).voided()).isEqualTo(600);
    }

    @Test
    void whatNoPaymentCoversIsSeenAndCollectedWhenOneComes() {
        Placed placed = till.shop.place(till.shop.draft(null, PaymentTerms.PREPAID, null, item.times(3)));
        long order = placed.orderId();
        till.shop.inRun(run -> {
            till.world().bean(Holds.class).releaseOfType(run, List.of(order), HoldType.PAYMENT, "pays on Friday");
            return "released";
        });
        till.ship(order);
        till.deliver(order);
        assertThat(till.facts(order)).contains("PaymentNeedsAttention");
        assertThat(till.invoices
                        .list(Invoices.View.UNCOLLECTED, null, LocalDate.of(2026, 3, 2), null, 500)
                        .items())
                .extracting(Invoice::orderId)
                .contains(order);

        add(order, "tok_ok", 900).orThrow();
        till.work();
        assertThat(till.transactions(order)).containsExactly("AUTHORISE 900 SUCCEEDED", "CAPTURE 900 SUCCEEDED");
        assertThat(till.money(order).due()).isZero();
    }

    @Test
    void paymentsThatCannotBeAreRefused() {
        String customer = till.shop.customer(10_000);
        long account = till.onAccount(customer, item.times(1)).orderId();
        long order = till.prepaid("tok_ok", item.times(1)).orderId();
        long gone = till.prepaid("tok_ok", item.times(1)).orderId();
        till.cancelAll(gone);
        assertThat(codes(add(account, "tok_ok", 1))).containsExactly("on-account");
        assertThat(codes(add(gone, "tok_ok", 1))).containsExactly("order-ended");
        assertThat(codes(add(order, "tok_ok", 301))).containsExactly("bad-amount");
        assertThat(codes(add(order, " ", 1))).containsExactly("no-payment-means");
        assertThat(codes(add(1, "tok_ok", 1))).containsExactly("unknown-order");
        till.work();
    }

    @Test
    void aHoldOnCapturesKeepsTheMoneyWhereItIsUntilItIsReleased() {
        long order = till.authorised("tok_ok", item.times(1)).orderId();
        till.ship(order);
        Holds.Held held = till.shop
                .holds
                .place(
                        till.shop.cause(),
                        List.of(new Holds.Wish(
                                HoldScope.ORDER,
                                order,
                                order,
                                0,
                                HoldType.REVIEW,
                                Set.of(HoldBlock.CAPTURE),
                                "price is disputed",
                                null)))
                .orThrow();
        till.work();
        assertThat(till.transactions(order)).contains("CAPTURE 300 PENDING");
        till.shop.holds.release(till.shop.cause(), held.holdIds(), "agreed").orThrow();
        till.world().clock().advance(Duration.ofMinutes(11));
        till.work();
        assertThat(till.transactions(order)).contains("CAPTURE 300 SUCCEEDED");
    }

    private Outcome<PaymentAdded> add(long order, String token, long amount) {
        return till.payments.add(till.shop.cause(), new NewPayment(order, "card", token, null, amount));
    }

    private Outcome<Received> receive(Invoice invoice, long amount) {
        return till.receivables.receive(
                till.shop.cause(), List.of(new Receipt(invoice.number(), amount, "GBP", "statement 12")));
    }

    static List<String> codes(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused
                ? refused.refusals().stream().map(r -> r.code()).toList()
                : List.of("done");
    }
}
