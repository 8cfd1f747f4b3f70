package dev.orderwright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.channels.Imports;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.insight.Books;
import dev.orderwright.orders.OrderCounts;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Facts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The demo company, made by a program that starts on an empty database. */
class DemoCompanyScenarioTests {

    private static final Map<String, Object> DEMO = Map.of("orderwright.demo", true, "orderwright.workers", true);

    /** What is stopped on purpose fails loudly. */
    private static final Map<String, Object> QUIET =
            Map.of("orderwright.demo", true, "orderwright.workers", true, "logging.level.root", "off");

    private static final String IMPORT_GOES_ON = "select count(*) > 100 from orders.sales_order";
    private static final String SPREAD_GOES_ON =
            "select count(*) > 0 from fulfilment.fulfilment_order where state = 'PICKING'";

    @Test
    void everyScreenHasSomethingRealOnItAndTheBooksBalance() {
        try (World world = World.fresh(DEMO)) {
            assertItIsMade(world);
        }
    }

    @Test
    void aProgramThatWasStoppedTwiceWhileItMadeTheCompanyGoesOnUntilItIsMade() throws Exception {
        String database = World.newDatabase();
        assertThat(startAndStopWhen(database, IMPORT_GOES_ON, DemoCompanyScenarioTests::interrupt))
                .isTrue();
        assertThat(startAndStopWhen(database, SPREAD_GOES_ON, DemoCompanyScenarioTests::cutOff))
                .isTrue();
        try (World world = World.on(database, DEMO)) {
            assertItIsMade(world);
            assertThat(world.bean(Imports.class).list(null, 10).items()).hasSize(2);
            assertThat(world.bean(Facts.class).of("demo", 1, 10))
                    .extracting(fact -> fact.fact().type())
                    .containsExactly("DemoBegun", "DemoMade");
        }
    }

    private static void assertItIsMade(World world) {
        LocalDate today = world.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        Map<View, Long> views = world.bean(OrderCounts.class).of(today);
        assertThat(views.get(View.ALL)).isGreaterThan(250);
        for (View view : View.values()) {
            if (view != View.LATE) {
                assertThat(views.get(view)).as(view.title()).isPositive();
            }
        }
        Map<WorkList, Long> lists = world.bean(FulfilmentQueries.class).counts(null);
        assertThat(lists)
                .allSatisfy((list, count) -> assertThat(count).as(list.name()).isPositive());
        assertThat(world.bean(Books.class).check().laws())
                .allSatisfy(law -> assertThat(law.culprits()).as(law.title()).isEmpty());
    }

    /** Starts a program and stops it as soon as something has come about; returns whether it was still starting. */
    private static boolean startAndStopWhen(String database, String question, How how) throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        Thread program = Thread.ofPlatform().start(() -> {
            try {
                World.on(database, QUIET);
            } catch (RuntimeException e) {
                failed.set(true);
            }
        });
        try (Connection connection = World.connection(database);
                Statement statement = connection.createStatement()) {
            while (program.isAlive() && !isSo(statement, question)) {
                Thread.sleep(Duration.ofMillis(2));
            }
            do {
                how.stop(program, statement);
            } while (!program.join(Duration.ofMillis(300)));
        }
        return failed.get();
    }

    /** A way to stop a program. */
    private interface How {
        void stop(Thread program, Statement database) throws SQLException;
    }

    /** Somebody stops it. */
    private static void interrupt(Thread program, Statement database) {
        program.interrupt();
    }

    /** Its database goes away. */
    private static void cutOff(Thread program, Statement database) throws SQLException {
        database.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()");
    }

    private static boolean isSo(Statement statement, String question) {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            // The tables are not there yet.
            return false;
        }
    }
}
