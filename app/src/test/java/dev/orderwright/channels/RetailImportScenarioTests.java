package dev.orderwright.channels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.RealData;
import dev.orderwright.World;
import dev.orderwright.channels.retail.file.RetailData;
import dev.orderwright.insight.Books;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A retail file on its way through the whole program. */
class RetailImportScenarioTests {

    private static final String FILE = RetailData.HEADER + """
            536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            536365,71053,WHITE METAL LANTERN,6,2010-12-01 08:26:00,3.39,17850.0,United Kingdom
            536365,POST,POSTAGE,1,2010-12-01 08:26:00,18.00,17850.0,United Kingdom
            536366,22633,HAND WARMER,10,2010-12-01 08:28:00,1.85,,Germany
            536367,22633,HAND WARMER,2,2010-12-01 09:00:00,1.85,13047.0,European Community
            536368,22633,damaged,-3,2010-12-01 10:00:00,0,,United Kingdom
            536369,22633,found,1,2010-12-02 10:00:00,0,,United Kingdom
            C536370,85123A,WHITE HANGING HEART,-2,2010-12-02 11:00:00,2.55,17850.0,United Kingdom
            C536371,85123A,WHITE HANGING HEART,-9,2010-12-02 12:00:00,2.55,17850.0,United Kingdom
            C536372,99999,NEVER SOLD,-1,2010-12-02 12:30:00,4.00,17850.0,United Kingdom
            A536373,B,Adjust bad debt,1,2010-12-02 13:00:00,-100.00,,United Kingdom
            536374,broken,row
            """;

    private static final int REAL_ROWS = 30_000;

    private World world;

    @BeforeEach
    void aProgramOfItsOwn() {
        world = World.fresh();
    }

    @AfterEach
    void end() {
        world.close();
    }

    private ImportJob run(String text, boolean dryRun) throws IOException {
        return run(text, dryRun, Through.PLACED);
    }

    private ImportJob run(String text, boolean dryRun, Through through) throws IOException {
        ImportJob job = accept(text, dryRun, through).orThrow();
        world.bean(ImportWork.class).round();
        return world.bean(Imports.class).find(job.id()).orElseThrow();
    }

    private Outcome<ImportJob> accept(String text, boolean dryRun) throws IOException {
        return accept(text, dryRun, Through.PLACED);
    }

    private Outcome<ImportJob> accept(String text, boolean dryRun, Through through) throws IOException {
        return world.bean(Imports.class)
                .accept(
                        Actor.user("tester"),
                        new ImportWish("retail", through, dryRun),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, Object> report(ImportJob job) {
        assertThat(job.state()).as("%s", job.problem()).isEqualTo(ImportState.DONE);
        return Json.readMap(String.valueOf(job.report()));
    }

    private List<String> codes(ImportJob job) {
        return world.bean(Imports.class).exceptions(job.id(), null, 500).items().stream()
                .map(ImportException::code)
                .toList();
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void everyRowBecomesWhatItMeansOrIsListedAndTheMoneyAddsUp() throws IOException, SQLException {
        ImportJob job = run(FILE, false);

        Map<String, Object> report = report(job);
        assertThat(report)
                .containsEntry("changed", true)
                .containsEntry("orders_placed", 3)
                .containsEntry("order_lines", 5)
                .containsEntry("units_cancelled", 6)
                .containsEntry("units_found", 1)
                .containsEntry("units_written_off", 3)
                .containsEntry("rows_unreadable", 1)
                .containsEntry("ledger_net", "-100.00");
        assertThat(codes(job))
                .containsExactly("unknown-country", "more-than-sold", "no-matching-sale", "wrong-columns");
        assertThat(count("select count(*) from channels.ledger_row")).isEqualTo(1);
        BigDecimal booked =
                List.of("ordered_net", "cancelled_net", "credited_net", "ledger_net", "unbooked_net").stream()
                        .map(part -> new BigDecimal(String.valueOf(report.get(part))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(booked).isEqualByComparingTo(new BigDecimal(String.valueOf(report.get("booked_net"))));
    }

    @Test
    void theSameFileAgainChangesNothingSaysSoAndListsTheSameRows() throws IOException, SQLException {
        ImportJob first = run(FILE, false);
        long commands = count("select count(*) from inventory.move");

        ImportJob second = run(FILE, false);

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(report(second))
                .containsEntry("changed", false)
                .containsEntry("orders_placed", 0)
                .containsEntry("invoices_taken", 0)
                .containsEntry("invoices_known", 9);
        assertThat(codes(second)).isEqualTo(codes(first));
        assertThat(count("select count(*) from inventory.move")).isEqualTo(commands);
        assertThat(count("select count(*) from orders.sales_order")).isEqualTo(3);
    }

    @Test
    void anInvoiceThatComesAgainWithOtherRowsIsListedAndNotTaken() throws IOException, SQLException {
        run(FILE, false);

        ImportJob other = run(FILE.replace("6,2010-12-01 08:26:00,2.55", "7,2010-12-01 08:26:00,2.55"), false);

        assertThat(report(other)).containsEntry("changed", false).containsEntry("invoices_different", 1);
        assertThat(codes(other)).contains("invoice-differs");
        assertThat(count("select sum(quantity) from orders.order_line where sku = '85123A'"))
                .isEqualTo(6);
    }

    @Test
    void aDryRunListsWhatTheImportWouldListAndChangesNothing() throws IOException, SQLException {
        ImportJob dry = run(FILE, true);

        assertThat(report(dry)).containsEntry("changed", false).containsEntry("orders_placed", 3);
        assertThat(count("select count(*) from orders.sales_order")).isZero();
        assertThat(count("select count(*) from catalog.item")).isZero();
        assertThat(codes(run(FILE, false))).isEqualTo(codes(dry));
    }

    @Test
    void theSameFileSentTwiceWhileItWaitsLeadsToOneImport() throws IOException, SQLException {
        long first = accept(FILE, false).orThrow().id();
        long second = accept(FILE, false).orThrow().id();

        assertThat(second).isEqualTo(first);
        assertThat(count("select count(*) from channels.import_file")).isEqualTo(1);
    }

    @Test
    void whatIsNoRetailFileIsRefusedAtOnce() throws IOException {
        assertThat(accept("a,b,c\n1,2,3\n", false))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("not-a-retail-file"));
    }

    /** What was ordered and has no unit on the way, at the customer, cancelled or waiting; by SKU. */
    private static final String UNITS_ASTRAY = """
            select count(*)
              from (select l.item_id, sum(l.quantity) as ordered
                      from orders.order_line l group by l.item_id) o
              full join (select s.item_id, sum(s.quantity) as covered
                           from orders.slice s
                          where s.state in ('DELIVERED', 'RETURNED', 'CANCELLED', 'BACKORDERED')
                          group by s.item_id) c using (item_id)
             where o.ordered is distinct from c.covered
            """;

    @Test
    void ordersGoTheWholeWayToThePaidInvoice() throws IOException, SQLException {
        ImportJob job = run(FILE, false, Through.PAID);

        assertThat(report(job))
                .containsEntry("changed", true)
                .containsEntry("units_credited", 6)
                .containsEntry("end_units_shipped", 18)
                .containsEntry("end_units_delivered", 18)
                .containsEntry("end_units_returned", 6)
                .containsEntry("end_units_cancelled", 0)
                .containsEntry("end_units_open", 0)
                .containsEntry("invoices_issued", 3)
                .containsEntry("invoices_open", 0)
                .containsEntry("open_gross", "0.00");
        assertThat(count(UNITS_ASTRAY)).isZero();
        assertThat(count("select count(*) from orders.sales_order where lifecycle <> 'CLOSED'"))
                .isZero();
        assertThatTheBooksBalance();
    }

    @Test
    void ordersThatWereOnlyPlacedAreDrivenOnByAnotherImportOfTheirFile() throws IOException, SQLException {
        run(FILE, false);

        assertThat(report(run(FILE, false, Through.PAID)))
                .containsEntry("changed", true)
                .containsEntry("invoices_taken", 0)
                .containsEntry("invoices_open", 0)
                .containsEntry("end_units_open", 0);
        assertThat(report(run(FILE, false, Through.PAID))).containsEntry("changed", false);
        assertThatTheBooksBalance();
    }

    @Test
    void realMonthsGoTheWholeWayAndEveryUnitIsAccountedFor() throws IOException, SQLException {
        StringBuilder rows = new StringBuilder();
        Path file = RealData.require("online-retail/online_retail_2010-12_2011-08.csv.gz");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            reader.lines().limit(REAL_ROWS).forEach(row -> rows.append(row).append('\n'));
        }

        Map<String, Object> report = report(run(rows.toString(), false, Through.PAID));

        assertThat(report).containsEntry("open_gross", "0.00").containsEntry("invoices_open", 0);
        assertThat(report.get("end_units_open")).isEqualTo(report.get("units_left_short"));
        assertThat(count(UNITS_ASTRAY)).isZero();
        assertThat(report(run(rows.toString(), false, Through.PAID))).containsEntry("changed", false);
        assertThatTheBooksBalance();
    }

    private void assertThatTheBooksBalance() {
        assertThat(world.bean(Books.class).check().laws())
                .allSatisfy(law -> assertThat(law.culprits()).as(law.title()).isEmpty());
    }
}
