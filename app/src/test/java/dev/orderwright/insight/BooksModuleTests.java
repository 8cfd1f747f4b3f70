package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.billing.Invoices;
import dev.orderwright.billing.Payments;
import dev.orderwright.billing.Receipt;
import dev.orderwright.billing.Receivables;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "order-totals | update orders.order_line set tax_minor = tax_minor + 1 where line_no = 1",
                "ended-orders | update orders.sales_order set lifecycle = 'CLOSED'",
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
                "exposure-is-owed | update customers.credit set exposure_minor = exposure_minor + 1",
                "credit-is-entries | update billing.account_credit set balance_minor = balance_minor + 1",
                "causes | delete from shared.command where kind = 'place-order'",
            })
    void aBrokenLawIsFoundWithItsCulprit(String law, String damage) throws SQLException {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The checker must see the damage and nobody else may: so it is asked on the same connection.
            statement.execute(damage);
            BooksReport.LawResult found = lawOn(connection, law);
            connection.rollback();
            assertThat(found.drifts()).isPositive();
            assertThat(found.culprits().getFirst().culprit()).isNotBlank();
        }
    }

    private static BooksReport.LawResult lawOn(Connection connection, String id) throws SQLException {
        Law law = java.util.stream.Stream.of(SliceLawStore.ALL, StockLawStore.ALL, MoneyLawStore.ALL)
                .flatMap(List::stream)
                .filter(l -> l.id().equals(id))
                .findFirst()
                .orElseThrow();
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(law.drifts().text())) {
            List<BooksReport.Drift> drifts = new java.util.ArrayList<>();
            while (rows.next()) {
                drifts.add(new BooksReport.Drift(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
            }
            return new BooksReport.LawResult(law.id(), law.title(), 0, drifts.size(), drifts);
        }
    }
}
