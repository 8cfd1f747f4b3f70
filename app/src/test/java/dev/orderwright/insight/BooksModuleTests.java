package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Payments;
import dev.orderwright.billing.Receipt;
import dev.orderwright.billing.Receivables;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Commands;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A checker that finds nothing proves nothing: each law is broken by hand, and the books must say which and where. */
class BooksModuleTests {

    private static World world;
    private static Books books;

    @BeforeAll
    static void someOrders() {
        world = World.fresh();
        books = world.bean(Books.class);
        Shop shop = new Shop(world);
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 10);
        Placed first = shop.place(shop.draft(item.times(4)));
        shop.place(shop.onAccount(shop.customer(100_000), item.times(2), item.times(9)));
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(first.orderId(), null, List.of(new CancelOrder.Line(1, 1)), "one too many"))
                .orThrow();
        someMoney(shop, shop.item(ItemKind.SERVICE, "2.00"));
    }

    /** Services need no warehouse: an invoice with its capture, one that was paid and credited, and one that is open. */
    private static void someMoney(Shop shop, Goods fee) {
        shop.place(shop.draft(fee.times(2)));
        world.bean(Payments.class).work(world.clock().instant(), 100);
        String customer = shop.customer(100_000);
        long paid = shop.place(shop.onAccount(customer, fee.times(3))).orderId();
        shop.place(shop.onAccount(customer, fee.times(1)));
        String invoice =
                world.bean(Invoices.class).ofOrder(paid).invoices().getFirst().number();
        world.bean(Receivables.class)
                .receive(shop.cause(), List.of(new Receipt(invoice, 720, "GBP", "transfer")))
                .orThrow();
        shop.orders
                .takeBack(shop.cause(), new CancelOrder(paid, null, List.of(new CancelOrder.Line(1, 1)), "not done"))
                .orThrow();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void theBooksBalanceAfterOrdinaryWork() {
        BooksReport report = books.check();
        assertThat(report.laws().stream().filter(law -> law.drifts() > 0)).isEmpty();
        assertThat(report.balanced()).isTrue();
        assertThat(report.laws())
                .allSatisfy(law -> assertThat(law.checked()).as(law.id()).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "units-of-lines | update orders.slice set quantity = quantity + 1 where state = 'CANCELLED'",
                "slices-have-lines | update orders.order_line set line_no = 99 where line_no = 2",
                "order-states | update orders.sales_order set slice_states = 1",
                "order-ends | update orders.slice set state = 'CANCELLED' where state <> 'CANCELLED'",
                "slices-have-lines | delete from orders.sales_order",
                "order-totals | update orders.order_line set tax_minor = tax_minor + 1 where line_no = 1",
                "ended-orders | update orders.sales_order set lifecycle = 'CLOSED'",
                "promises-lead-on | update orders.sales_order set expected_on = coalesce(expected_on, placed_at::date) + 1",
                "stock-is-its-moves | update inventory.stock set available = available + 1",
                "reserved-is-promised | update inventory.stock set reserved = reserved + 1",
                "bins-hold-the-shelf | update inventory.bin_stock set quantity = quantity + 1",
                "invoiced-is-shipped | update orders.slice set state = 'RETURNED' where state = 'DELIVERED'",
                "units-invoiced-once | insert into billing.invoice_line select order_id, line_no, first_unit + 1, 1,"
                        + " invoice_id, 2, item_id, sku, description, 0, unit_price, 0, 0, 0, 0, tax_percent, tax_code"
                        + " from billing.invoice_line where quantity = 3",
                "documents-add-up | update billing.invoice_line set net_minor = net_minor + 1",
                "numbers-without-gaps | delete from billing.credit_note",
                "invoices-are-settlements | delete from billing.settlement",
                "payments-are-transactions | update billing.payment_transaction set state = 'FAILED' where kind = 'CAPTURE'",
                "money-within | alter table billing.payment drop constraint payment_refunded_is_captured;"
                        + " update billing.payment set refunded_minor = captured_minor + 1",
                "ended-orders-money | update billing.payment set void_asked_minor = 0, voided_minor = 0",
                "nothing-below-zero | alter table inventory.stock drop constraint stock_damaged_check;"
                        + " update inventory.stock set damaged = -1",
                "exposure-is-owed | update customers.credit set exposure_minor = exposure_minor + 1",
                "credit-is-entries | update billing.account_credit set balance_minor = balance_minor + 1",
                "causes | delete from shared.command where kind = 'place-order'",
            })
    void aBrokenLawIsFoundWithItsCulprit(String law, String damage) {
        LawResult whole = lawAfter(damage, books, law);
        LawResult inSmallRanges = lawAfter(damage, booksByRangesOf(1), law);

        assertThat(whole.drifts()).isPositive().isEqualTo(whole.culprits().size());
        assertThat(whole.culprits().getFirst().culprit()).isNotBlank();
        assertThat(inSmallRanges.checked()).isEqualTo(whole.checked());
        assertThat(inSmallRanges.culprits()).containsExactlyInAnyOrderElementsOf(whole.culprits());
        assertThat(lawAfter(damage, booksByRangesOf(2), law).culprits())
                .containsExactlyInAnyOrderElementsOf(whole.culprits());
    }

    /** Ranges leave nothing out: neither before the first order, item or page, nor after the last, nor between. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "slices-have-lines | update orders.slice set order_id = ID where state = 'CANCELLED'",
                "units-of-lines | update orders.order_line set order_id = ID where line_no = 2",
                "order-states | update orders.sales_order set id = ID where lifecycle = 'CLOSED' and customer_id is null",
                "documents-add-up | update billing.invoice_line set order_id = ID where quantity = 3",
                "invoiced-is-shipped | update billing.credit_note set order_id = ID",
                "stock-is-its-moves | update inventory.move set item_id = ID",
                "bins-hold-the-shelf | update inventory.bin_stock set item_id = ID",
                "credit-is-entries | update billing.account_credit_entry set customer_id = ID",
            })
    void whatLiesOutsideOfAllOrdersItemsAndCustomersIsFound(String law, String damage) {
        Books small = booksByRangesOf(1);
        for (long id : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 1, 0, Long.MAX_VALUE - 1, Long.MAX_VALUE}) {
            assertThat(lawAfter(damage.replace("ID", "'" + id + "'::bigint"), small, law)
                            .drifts())
                    .as("id %d", id)
                    .isPositive();
        }
    }

    /** Many pages of facts, and a cause that is missing on each page, also on the last, which is not full. */
    @Test
    void causesAreLookedForOnEveryPage() {
        String facts = "insert into shared.fact select id + n, subject_kind, subject_id, type, at, recorded_at, actor,"
                + " case when n % 10 = 0 then n else command_id end, data, tx"
                + " from (select * from shared.fact limit 1) f, generate_series(1, 1005) n";

        LawResult found = lawAfter(facts, booksByRangesOf(1), "causes");

        assertThat(found.drifts()).isEqualTo(100);
        assertThat(found.checked()).isEqualTo(lawAfter(facts, books, "causes").checked());
    }

    @Test
    void ofManyDriftsTheCulpritsAreCutShortAndTheCountIsNot() {
        String orders = "insert into orders.order_line select n, line_no, item_id, sku, description, kind, quantity,"
                + " quantity_decimals, unit_price, net_minor, discount_minor, shipping_minor, tax_minor, tax_percent,"
                + " tax_code from (select * from orders.order_line limit 1) l, generate_series(1, 250) n";

        for (Books each : List.of(books, booksByRangesOf(1))) {
            LawResult found = lawAfter(orders, each, "units-of-lines");
            assertThat(found.drifts()).isEqualTo(250);
            assertThat(found.culprits()).hasSize(100);
        }
    }

    private static Books booksByRangesOf(int rows) {
        return new Books(
                world.bean(BooksStore.class),
                world.bean(LawStore.class),
                world.bean(Commands.class),
                world.bean(InstantSource.class),
                rows);
    }

    /** The checker must see the damage and nobody else may: it is asked in the transaction that makes it. */
    private static LawResult lawAfter(String damage, Books books, String law) {
        TransactionTemplate transaction = new TransactionTemplate(world.bean(PlatformTransactionManager.class));
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            new JdbcTemplate(world.bean(DataSource.class)).execute(damage);
            return books.check().laws().stream()
                    .filter(each -> each.id().equals(law))
                    .findFirst()
                    .orElseThrow();
        }));
    }
}
