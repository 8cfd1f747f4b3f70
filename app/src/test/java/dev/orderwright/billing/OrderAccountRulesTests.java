package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.billing.MoneyChanges.Ask;
import dev.orderwright.billing.MoneyChanges.Settlement;
import dev.orderwright.orders.PaymentTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A random walk over everything that can happen between the payments and invoices of an order, with a provider that
 * says yes and no as it likes; after each step nothing is asked twice and every cent is somewhere.
 */
class OrderAccountRulesTests {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private static final int STEPS = 150;
    private static final int WALKS = 150;

    private record Walk(Random random, @Nullable Long customer) {}

    private final MoneyChanges changes = new MoneyChanges();
    private final long[] last = {0};
    private final OrderAccount account = new OrderAccount(1, changes, () -> ++last[0], AT);
    private final Map<Long, PaymentBalance> payments = new LinkedHashMap<>();
    private final List<TransactionRow> waiting = new ArrayList<>();
    private final List<TransactionRow> refused = new ArrayList<>();
    private final Set<String> live = new HashSet<>();
    private int asksSeen;
    private long received;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, WALKS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCentIsSomewhereAndNothingIsAskedTwice(long seed) {
        Walk walk = new Walk(new Random(seed), seed % 2 == 0 ? 77L : null);
        for (int i = 0; i < STEPS; i++) {
            step(walk);
            newAsks(seed);
            holds("seed " + seed + ", step " + i);
        }
        while (!waiting.isEmpty()) {
            answer(waiting.removeFirst(), true);
            newAsks(seed);
        }
        holds("seed " + seed + ", all answered");
        assertThat(account.invoices()).allMatch(invoice -> invoice.amounts().asked() == 0);
    }

    private void step(Walk walk) {
        Random random = walk.random();
        switch (random.nextInt(9)) {
            case 0 -> authorise(random);
            case 1 -> invoice(walk);
            case 2, 3 -> {
                if (!waiting.isEmpty()) {
                    answer(waiting.remove(random.nextInt(waiting.size())), random.nextInt(3) > 0);
                }
            }
            case 4 -> credit(random);
            case 5 -> receive(walk);
            case 6 -> writeOff(random);
            case 7 -> settleRefused(random);
            case 8 -> account.payments().release();
            default -> throw new IllegalStateException();
        }
    }

    private void authorise(Random random) {
        long id = ++last[0];
        long amount = 1 + random.nextInt(900);
        PaymentBalance payment = new PaymentBalance(1, id, "GBP", null, false, PaymentAmounts.NONE);
        account.payments().add(payment.authorised("auth" + id, amount));
        payments.put(id, account.payments().get(id));
        account.collect();
    }

    private void invoice(Walk walk) {
        long id = ++last[0];
        long total = walk.random().nextInt(700);
        account.add(new InvoiceBalance(
                1,
                id,
                "INV-" + id,
                walk.customer(),
                PaymentTerms.PREPAID,
                "GBP",
                InvoiceAmounts.of(total),
                InvoiceRules.first(total)));
        account.collect();
    }

    private void answer(TransactionRow row, boolean yes) {
        if (yes) {
            account.succeeded(row, "ref" + row.id());
        } else {
            live.remove(key(row.paymentId(), row.kind(), row.purpose()));
            account.failed(row);
            refused.add(row);
        }
    }

    private void credit(Random random) {
        InvoiceBalance invoice = any(random);
        if (invoice != null) {
            long left = invoice.amounts().total() - invoice.amounts().credited();
            if (left > 0) {
                account.credit(invoice.id(), 1 + random.nextLong(left), "CN-" + ++last[0]);
            }
        }
    }

    private void receive(Walk walk) {
        InvoiceBalance invoice = any(walk.random());
        long amount = 1 + walk.random().nextInt(800);
        if (invoice != null && ReceiptRules.check("r", invoice, amount, "GBP").isEmpty()) {
            long over = account.receive(invoice.id(), amount, SettlementKind.RECEIPT, null, "bank");
            received += amount;
            if (over > 0) {
                account.giveCredit(invoice, over, CreditEntryKind.OVERPAID, "bank");
            }
        }
    }

    private void writeOff(Random random) {
        InvoiceBalance invoice = any(random);
        if (invoice != null && ReceiptRules.checkWriteOff(invoice, "reason").isEmpty()) {
            account.writeOff(invoice.id(), "reason");
        }
    }

    /** A person lets it be tried again, or lets it rest. */
    private void settleRefused(Random random) {
        if (refused.isEmpty()) {
            return;
        }
        TransactionRow row = refused.remove(random.nextInt(refused.size()));
        boolean retry = random.nextBoolean();
        switch (row.kind()) {
            case CAPTURE -> {
                if (retry) {
                    account.payments().resume(row.paymentId());
                    account.collect();
                } else {
                    account.payments().abandon(row.paymentId());
                }
            }
            case VOID -> {
                if (retry) {
                    account.payments().askAgain(row);
                } else {
                    account.payments().lapsed(row, "seen at the provider");
                }
            }
            case REFUND -> {
                if (retry) {
                    account.payments().askAgain(row);
                }
            }
            case AUTHORISE -> throw new IllegalStateException("none is asked for here");
        }
    }

    private @Nullable InvoiceBalance any(Random random) {
        List<InvoiceBalance> all = account.invoices();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void newAsks(long seed) {
        List<Ask> asks = changes.asks();
        for (; asksSeen < asks.size(); asksSeen++) {
            Ask ask = asks.get(asksSeen);
            assertThat(live.add(key(ask.paymentId(), ask.kind(), ask.purpose())))
                    .as("seed %d: asked twice: %s", seed, ask)
                    .isTrue();
            assertThat(ask.amount()).isPositive();
            if (ask.reference() == null) {
                waiting.add(new TransactionRow(
                        1,
                        ask.id(),
                        ask.paymentId(),
                        ask.kind(),
                        ask.purpose(),
                        ask.invoiceId(),
                        ask.amount(),
                        TransactionState.PENDING,
                        1,
                        0,
                        false));
            }
        }
    }

    private static String key(long payment, TransactionKind kind, String purpose) {
        return payment + " " + kind + " " + purpose;
    }

    private void holds(String when) {
        long captured = 0;
        long refundAsked = 0;
        for (long id : payments.keySet()) {
            PaymentAmounts a = account.payments().get(id).amounts();
            assertThat(a.captured()).as(when).isBetween(0L, a.captureAsked());
            assertThat(a.voided()).as(when).isBetween(0L, a.voidAsked());
            assertThat(a.refunded()).as(when).isBetween(0L, a.refundAsked());
            assertThat(a.refundAsked()).as(when).isLessThanOrEqualTo(a.captured());
            assertThat(a.captureAsked() + a.voidAsked()).as(when).isLessThanOrEqualTo(a.authorised());
            captured += a.captured();
            refundAsked += a.refundAsked();
        }
        Map<Long, Long> asked = new HashMap<>();
        waiting.stream()
                .filter(row -> row.kind() == TransactionKind.CAPTURE)
                .forEach(
                        row -> asked.merge(java.util.Objects.requireNonNull(row.invoiceId()), row.amount(), Long::sum));
        long paid = 0;
        for (InvoiceBalance invoice : account.invoices()) {
            InvoiceAmounts a = invoice.amounts();
            assertThat(a.open()).as(when + " " + invoice).isNotNegative();
            assertThat(List.of(a.credited(), a.paid(), a.writtenOff())).as(when).allMatch(n -> n >= 0);
            assertThat(a.asked()).as(when + " " + invoice).isEqualTo(asked.getOrDefault(invoice.id(), 0L));
            assertThat(invoice.state().isOpen()).as(when + " " + invoice).isEqualTo(a.open() > 0);
            assertThat(a.paid()).as(when).isEqualTo(settled(invoice, false));
            assertThat(a.writtenOff()).as(when).isEqualTo(settled(invoice, true));
            paid += a.paid();
        }
        long credit = changes.credits().stream()
                .mapToLong(MoneyChanges.CreditEntry::amount)
                .sum();
        long refundsGivenUp = refundsNotMade();
        assertThat(paid + credit).as(when).isEqualTo(captured - refundAsked + received - refundsGivenUp);
    }

    /** Refunds that the provider refused: the invoice does not have that money any more, and the payer not yet. */
    private long refundsNotMade() {
        long wished = changes.settlements().stream()
                        .filter(s -> s.kind() == SettlementKind.REFUND)
                        .mapToLong(s -> -s.amount())
                        .sum()
                + excess();
        long asked = payments.keySet().stream()
                .mapToLong(id -> account.payments().get(id).amounts().refundAsked())
                .sum();
        return wished - asked;
    }

    /** What was captured although it was credited meanwhile. */
    private long excess() {
        long captured = payments.keySet().stream()
                .mapToLong(id -> account.payments().get(id).amounts().captured())
                .sum();
        long applied = changes.settlements().stream()
                .filter(s -> s.kind() == SettlementKind.CAPTURE)
                .mapToLong(Settlement::amount)
                .sum();
        return captured - applied;
    }

    private long settled(InvoiceBalance invoice, boolean writtenOff) {
        return changes.settlements().stream()
                .filter(s -> s.invoiceId() == invoice.id())
                .filter(s -> writtenOff
                        == (s.kind() == SettlementKind.WRITE_OFF || s.kind() == SettlementKind.WRITE_OFF_CREDITED))
                .mapToLong(Settlement::amount)
                .sum();
    }
}
