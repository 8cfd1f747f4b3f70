package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage from outside is made by SQL, found, seen by people and by the metric, repaired with a reason, and gone. */
class BooksRepairModuleTests {

    private World world;
    private Books books;
    private Repairs repairs;
    private Shop shop;
    private Goods item;
    private long node;

    @BeforeEach
    void someOrders() {
        world = World.fresh();
        books = world.bean(Books.class);
        repairs = world.bean(Repairs.class);
        shop = new Shop(world);
        node = shop.node();
        item = shop.item();
        shop.stock(node, item, 20);
        shop.place(shop.draft(item.times(4)));
        shop.place(shop.onAccount(shop.customer(100_000), item.times(3)));
        assertThat(books.check().balanced()).isTrue();
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private LawResult law(BooksReport report, String id) {
        return report.laws().stream()
                .filter(law -> law.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "stock-is-its-moves | update inventory.stock set damaged = damaged + 2, available = available - 1",
                "reserved-is-promised | update inventory.stock set reserved = reserved + 5, available = available - 5;"
                        + " insert into inventory.move select item_id, id + 1, from_node_id, 'AVAILABLE', to_node_id,"
                        + " 'RESERVED', 5, 'LEAK', 'order', 1, 1, actor, command_id, at, recorded_at from inventory.move"
                        + " where reason = 'RECEIPT'",
                "bins-hold-the-shelf | update inventory.bin_stock set quantity = quantity - 6",
                "bins-hold-the-shelf | update inventory.bin_stock set quantity = quantity + 6",
                "order-states | update orders.sales_order set slice_states = 1 where customer_id is null",
                "exposure-is-owed | update customers.credit set exposure_minor = exposure_minor + 77",
                "exposure-is-owed | update customers.credit set exposure_minor = 0",
            })
    void whatDriftedIsFoundSeenRepairedAndBalances(String id, String sql) throws SQLException {
        damage(sql);
        world.bean(BooksMetric.class).round();
        BooksReport found = books.last().orElseThrow();
        Drift drift = law(found, id).culprits().getFirst();
        Visitor clerk = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

        assertThat(metric()).isEqualTo(found.drifts()).isPositive();
        assertThat(clerk.get("/books").body()).contains("not add up", drift.culprit(), "Book repair");
        while (!books.check().balanced()) {
            LawResult broken = books.check().laws().stream()
                    .filter(law -> law.drifts() > 0)
                    .findFirst()
                    .orElseThrow();
            var answer = clerk.submit(
                    "/books",
                    "/books/repair",
                    "law",
                    broken.id(),
                    "subject",
                    broken.culprits().getFirst().subjectId(),
                    "reason",
                    "a script of last night wrote past the program");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        }
        world.bean(BooksMetric.class).round();

        assertThat(metric()).isZero();
        assertThat(clerk.get("/books").body())
                .contains("The books balance", "a script of last night", id)
                .doesNotContain("Book repair");
        assertThat(repairs.latest(10)).extracting(Repairs.Entry::actor).containsOnly("user:admin");
    }

    private double metric() {
        return world.bean(MeterRegistry.class)
                .get("orderwright.books.drifts")
                .gauge()
                .value();
    }

    @Test
    void aLeakedReservationIsGivenBackAsAMovementThatTheLedgerKeeps() throws SQLException {
        long freeBefore = shop.available(node, item);
        damage("update inventory.stock set reserved = reserved + 5, available = available - 5;"
                + " insert into inventory.move select item_id, id + 1, from_node_id, 'AVAILABLE', to_node_id, 'RESERVED',"
                + " 5, 'LEAK', 'order', 1, 1, actor, command_id, at, recorded_at from inventory.move"
                + " where reason = 'RECEIPT'");

        repairs.repair(shop.cause(), "reserved-is-promised", item.id(), "its order is gone")
                .orThrow();

        assertThat(shop.available(node, item)).isEqualTo(freeBefore);
        assertThat(world.bean(Inventory.class)
                        .ledger(item.id(), null, null, 1)
                        .items()
                        .getFirst())
                .satisfies(entry -> {
                    assertThat(entry.reason()).isEqualTo("REPAIR");
                    assertThat(entry.from()).isEqualTo(Bucket.RESERVED);
                    assertThat(entry.quantity()).isEqualTo(5);
                });
        assertThat(books.check().balanced()).isTrue();
    }

    @Test
    void whatCannotBeRepairedRightlyIsRefusedAndChangesNothing() throws SQLException {
        damage(
                "update inventory.stock set picked = picked + 0, reserved = 0, available = 0, damaged = damaged + reserved"
                        + " + available");

        Outcome<Repairs.Repaired> missing =
                repairs.repair(shop.cause(), "reserved-is-promised", item.id(), "orders hold more than there is");
        Outcome<Repairs.Repaired> wrongLaw = repairs.repair(shop.cause(), "documents-add-up", item.id(), "make it fit");
        Outcome<Repairs.Repaired> noReason = repairs.repair(shop.cause(), "stock-is-its-moves", item.id(), " ");

        assertThat(code(missing)).isEqualTo("not-enough-stock");
        assertThat(code(wrongLaw)).isEqualTo("no-repair");
        assertThat(code(noReason)).isEqualTo("reason-missing");
        assertThat(repairs.latest(1)).isEmpty();
        repairs.repair(shop.cause(), "stock-is-its-moves", item.id(), "the ledger is right")
                .orThrow();
        assertThat(books.check().balanced()).isTrue();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?> refused ? refused.first().code() : "done";
    }

    @Test
    void whereNothingDriftedThereIsNothingToRepair() {
        assertThat(code(repairs.repair(shop.cause(), "stock-is-its-moves", item.id(), "just in case")))
                .isEqualTo("nothing-to-repair");
        assertThat(code(repairs.repair(shop.cause(), "exposure-is-owed", 1, "just in case")))
                .isEqualTo("unknown-customer");
    }

    @Test
    void everyLawSaysWhatItsRepairDoesOrWhyThereIsNone() {
        assertThat(books.check().laws())
                .allSatisfy(law -> assertThat(Repairs.offer(law.id()).what())
                        .as(law.id())
                        .startsWith(Repairs.offer(law.id()).possible() ? "" : "No repair")
                        .hasSizeGreaterThan(40));
    }

    @Test
    void theApiChecksKeepsAndRepairsEachOnce() throws SQLException {
        ApiCaller caller = new ApiCaller(world, "books:read", "books:repair");
        ApiCaller reader = new ApiCaller(world, "books:read");
        damage("update inventory.stock set quarantine = quarantine + 1");
        String repair =
                "{\"law\":\"stock-is-its-moves\",\"subject\":\"" + item.id() + "\",\"reason\":\"a bad script\"}";

        assertThat(caller.get("/api/v1/books/checks/last").statusCode()).isEqualTo(404);
        assertThat(reader.post("/api/v1/books/checks", "").body()).contains("\"balanced\":false");
        assertThat(caller.get("/api/v1/books/checks/last").body()).contains("\"balanced\":false");
        assertThat(reader.post("/api/v1/books/repairs", repair).statusCode()).isEqualTo(403);
        assertThat(caller.post("/api/v1/books/repairs", "{}").body())
                .contains("\"field\":\"law\"", "\"field\":\"subject\"", "\"field\":\"reason\"");
        var first = caller.post("/api/v1/books/repairs", repair, "Idempotency-Key", "fix-1");
        var again = caller.post("/api/v1/books/repairs", repair, "Idempotency-Key", "fix-1");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.body()).contains("QUARANTINE").isEqualTo(again.body());
        assertThat(repairs.latest(5)).hasSize(1);
        assertThat(caller.get("/api/v1/books").body()).contains("\"balanced\":true");
    }

    @Test
    void oldChecksThatFoundNothingAreForgotten() {
        books.checkAndKeep(shop.cause()).orThrow();
        world.clock().advance(java.time.Duration.ofDays(91));
        books.checkAndKeep(shop.cause()).orThrow();

        List<BooksRun> runs = books.runs(10);
        assertThat(runs).hasSize(1).first().returns(0L, BooksRun::drifts);
    }
}
