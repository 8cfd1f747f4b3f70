package dev.orderwright.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Orders with prices finer than a cent, a discount and postage, shipped in parts, partly cancelled and sent back: what is
 * invoiced, paid, credited and owed adds up to the cent after each step.
 */
class CentsScenarioTests {

    private static final int STEPS = 14;

    private final Till till = Till.shared();

    @AfterEach
    void theBooksBalance() {
        till.booksBalance();
    }

    private long place(String customer, Random random) {
        Goods fine = till.shop.item(ItemKind.STOCKED, "0.337");
        Goods third = till.shop.item(ItemKind.STOCKED, "3.333");
        till.shop.stock(till.node, fine, 1_000);
        till.shop.stock(till.node, third, 1_000);
        OrderDraft draft = new OrderDraft(
                "web",
                till.shop.word("W"),
                customer,
                "GBP",
                null,
                null,
                "STANDARD",
                false,
                0,
                null,
                PaymentTerms.ACCOUNT,
                null,
                Shop.ADDRESS,
                null,
                List.of(fine.times(7 + random.nextInt(20)), third.times(3 + random.nextInt(9))),
                1 + random.nextInt(200),
                499,
                "",
                IfShort.BACKORDER);
        return till.shop.place(draft).orderId();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void everyCentIsAccountedForAfterEachStep(long seed) {
        Random random = new Random(seed);
        String customer = till.shop.customer(10_000_000);
        long order = place(customer, random);
        long total = till.shop.detail(order).head().money().total();
        assertThat(till.exposure(customer)).as("seed %d", seed).isEqualTo(total);
        for (int step = 0; step < STEPS; step++) {
            step(order, 1 + random.nextInt(2), random);
            holds(order, customer, "seed " + seed + ", step " + step);
        }
        till.ship(order);
        holds(order, customer, "seed " + seed + ", all shipped");
    }

    private void step(long order, int line, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> ship(order, line, random);
            case 1 -> {
                if (some(order, line, SliceState.RESERVED) > 1) {
                    till.cancel(order, line, 1);
                }
            }
            case 2 -> {
                long out = some(order, line, SliceState.SHIPPED);
                if (out > 0) {
                    till.takeBack(order, line, 1 + random.nextLong(out));
                }
            }
            default -> receive(order, random);
        }
    }

    private void ship(long order, int line, Random random) {
        long first = till.shop.detail(order).slices().stream()
                .filter(slice -> slice.lineNo() == line && slice.state() == SliceState.RESERVED)
                .mapToLong(slice -> slice.quantity())
                .findFirst()
                .orElse(0);
        if (first > 0) {
            till.ship(order, line, 1 + random.nextLong(first));
        }
    }

    private void receive(long order, Random random) {
        till.money(order).invoices().stream()
                .filter(invoice -> invoice.amounts().open() > 0)
                .findFirst()
                .ifPresent(invoice -> till.receivables
                        .receive(
                                till.shop.cause(),
                                List.of(new Receipt(
                                        invoice.number(),
                                        1 + random.nextLong(invoice.amounts().open() + 5),
                                        "GBP",
                                        "bank")))
                        .orThrow());
    }

    private long some(long order, int line, SliceState state) {
        return till.shop.detail(order).slices().stream()
                .filter(slice -> slice.lineNo() == line && slice.state() == state)
                .mapToLong(slice -> slice.quantity())
                .sum();
    }

    private void holds(long order, String customer, String when) {
        OrderBilling money = till.money(order);
        assertThat(money.invoiced()).as(when).isEqualTo(moneyOf(order, true));
        assertThat(money.credited()).as(when).isEqualTo(moneyOf(order, false));
        assertThat(till.exposure(customer)).as(when + ": what he owes").isEqualTo(unshipped(order) + money.due());
        for (Invoice invoice : money.invoices()) {
            InvoiceDetail detail = till.invoices.byNumber(invoice.number()).orElseThrow();
            long lines = detail.lines().stream()
                    .mapToLong(line -> line.money().total())
                    .sum();
            long taxes = detail.taxes().stream().mapToLong(TaxSum::taxMinor).sum();
            assertThat(lines).as(when).isEqualTo(invoice.money().total());
            assertThat(taxes).as(when).isEqualTo(invoice.money().tax());
            assertThat(detail.taxes().stream().map(TaxSum::percent).map(BigDecimal::intValue))
                    .as(when)
                    .containsOnly(20);
        }
    }

    /** What the units cost that have left, also those that came back; or only those that came back. */
    private long moneyOf(long order, boolean left) {
        var detail = till.shop.detail(order);
        return detail.slices().stream()
                .filter(slice -> slice.state() == SliceState.RETURNED || left && slice.state() == SliceState.SHIPPED)
                .mapToLong(slice ->
                        detail.lines().get(slice.lineNo() - 1).moneyOf(slice).total())
                .sum();
    }

    private long unshipped(long order) {
        var detail = till.shop.detail(order);
        return detail.slices().stream()
                .filter(slice -> slice.state() == SliceState.RESERVED)
                .mapToLong(slice ->
                        detail.lines().get(slice.lineNo() - 1).moneyOf(slice).total())
                .sum();
    }
}
