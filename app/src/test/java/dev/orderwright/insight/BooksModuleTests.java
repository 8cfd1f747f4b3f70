package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
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
        Law law = java.util.stream.Stream.of(SliceLawStore.ALL, StockLawStore.ALL)
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
