package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fills the database with orders of earlier days, so that what is measured is a program that has been at work for years.
 * A set of orders goes the whole way to the money; then all its rows are written again and again with SQL, each time
 * shifted back in time, and the ids, which are made of time, with it. The books balance afterwards.
 */
final class EarlierOrders {

    /** Every table that orders leave rows in. */
    private static final List<String> TABLES = List.of(
            "shared.command",
            "shared.fact",
            "orders.sales_order",
            "orders.order_line",
            "orders.slice",
            "inventory.move",
            "fulfilment.fulfilment_order",
            "fulfilment.pick_task",
            "shipping.package",
            "shipping.label",
            "shipping.manifest",
            "shipping.shipment",
            "shipping.tracking_event",
            "billing.payment",
            "billing.payment_transaction",
            "billing.invoice",
            "billing.invoice_line",
            "billing.settlement",
            "insight.order_milestone",
            "insight.order_word");

    /** What people and partners know things by: no two may share one. */
    private static final Set<String> NAMES =
            Set.of("number", "order_number", "external_id", "key", "tracking_number", "event_id");

    private static final int NODE = 24;
    private static final int ARTICLES = 1_000;
    private static final int LINES = 3;
    private static final int SET = 500;
    private static final int BLOCKS_PER_STATEMENT = 20;
    private static final long ID_EPOCH_MILLIS = 1_704_067_200_000L;
    private static final int ID_TIME_SHIFT = 22;
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Lab lab;
    private final Connection database;

    private EarlierOrders(Lab lab, Connection database) {
        this.lab = lab;
        this.database = database;
    }

    /** Stores so many orders, in sets of 500. */
    static void load(Lab lab, long orders) {
        try (Connection database = lab.subject().database()) {
            new EarlierOrders(lab, database).load((int) Math.ceilDiv(orders, SET));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot store orders", e);
        }
    }

    /** The ids of the pattern, and how far one block is from the next, in milliseconds. */
    private record Pattern(long first, long last, long millis) {}

    private void load(int blocks) throws SQLException {
        Warehouse warehouse = Warehouse.open(lab, NODE, ARTICLES, LINES);
        warehouse.work(1, SET);
        settle();
        long begun = System.currentTimeMillis();
        warehouse.work(1, SET);
        settle();
        long millis = System.currentTimeMillis() - begun + 1;
        Pattern pattern = new Pattern(idAt(begun), idAt(begun + millis), millis);
        for (String table : TABLES) {
            run("create temporary table " + pattern(table) + " as select * from " + table + " where " + key(table)
                    + " >= " + pattern.first() + " and " + key(table) + " < " + pattern.last());
        }
        run("set synchronous_commit = off");
        run("set session_replication_role = replica");
        for (int from = 1; from <= blocks; from += BLOCKS_PER_STATEMENT) {
            int to = Math.min(blocks, from + BLOCKS_PER_STATEMENT - 1);
            for (String table : TABLES) {
                run(copy(table, pattern, from, to));
            }
            lab.say("%,d of %,d orders stored".formatted((long) to * SET, (long) blocks * SET));
        }
        run(receipts(pattern, blocks));
        run("update shared.number_series set next_value = next_value + " + (long) blocks * SET
                + " where series = 'INV'");
        run("delete from insight.day_count"); // so that the program counts its days anew
        run("vacuum analyze");
        lab.await("select exists (select from insight.day_count where since = 0)");
    }

    /** Waits until everything that follows by itself is done. */
    private void settle() {
        lab.await("select not exists (select from billing.payment_transaction where state in ('PENDING', 'UNKNOWN'))"
                + " and not exists (select from billing.invoice where state in ('ISSUED', 'PARTLY_PAID'))");
        lab.awaitFollowers();
    }

    private static long idAt(long millis) {
        return (millis - ID_EPOCH_MILLIS) << ID_TIME_SHIFT;
    }

    /** The pattern's rows of a table, again for each of some blocks. */
    private String copy(String table, Pattern pattern, int from, int to) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet columns =
                        statement.executeQuery("select attname, format_type(atttypid, null) from pg_attribute"
                                + " where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped"
                                + " and attgenerated = '' order by attnum")) {
            while (columns.next()) {
                String name = columns.getString(1);
                names.add(name);
                values.add(value(table, name, columns.getString(2), pattern));
            }
        }
        return "insert into " + table + " (" + String.join(", ", names) + ") select " + String.join(", ", values)
                + " from " + pattern(table) + " t, generate_series(" + from + ", " + to + ") b"
                + " cross join lateral (select " + DAY_MILLIS + "::bigint + b * " + pattern.millis()
                + "::bigint as ms) d";
    }

    private static String pattern(String table) {
        return "pattern_" + table.substring(table.indexOf('.') + 1);
    }

    /** The column whose ids tell the rows of the pattern from all others. */
    private static String key(String table) {
        return switch (table) {
            case "orders.order_line",
                    "orders.slice",
                    "fulfilment.pick_task",
                    "shipping.label",
                    "shipping.tracking_event",
                    "billing.invoice_line",
                    "insight.order_milestone",
                    "insight.order_word" -> "order_id";
            default -> "id";
        };
    }

    private static String value(String table, String name, String type, Pattern pattern) {
        String column = "t." + name;
        if (type.equals("bigint")) {
            return "case when " + column + " >= " + pattern.first() + " and " + column + " < " + pattern.last()
                    + " then " + column + " - (d.ms << " + ID_TIME_SHIFT + ") else " + column + " end";
        }
        if (type.equals("timestamp with time zone")) {
            return column + " - d.ms * interval '1 millisecond'";
        }
        if (table.equals("billing.invoice") && name.equals("number")) {
            return "'INV-' || substr(" + column + ", 5)::bigint + b * " + SET;
        }
        if (NAMES.contains(name)) {
            return "case when " + column + " = '' then '' else " + column + " || '-' || b end";
        }
        return name.equals("word") ? word(column) : column;
    }

    /** Papers have numbers of their own, and customers are many. */
    private static String word(String column) {
        return column + " || case when t.kind = 'sku' then '' when t.kind in ('name', 'email', 'phone', 'postcode')"
                + " then (b % 1000)::text else '-' || b end";
    }

    /** What has left must have come in: one receipt for each article. */
    private static String receipts(Pattern pattern, int blocks) {
        return """
                insert into inventory.move (item_id, id, from_node_id, from_bucket, to_node_id, to_bucket, quantity, reason,
                       document_kind, document_id, line_no, actor, command_id, at, recorded_at)
                select r.item_id, r.id - %d, r.from_node_id, r.from_bucket, r.to_node_id, r.to_bucket, g.quantity * %d,
                       r.reason, r.document_kind, r.document_id, r.line_no, r.actor, r.command_id, r.at, r.recorded_at
                  from (select item_id, from_node_id as node_id, sum(quantity) as quantity
                          from inventory.move
                         where id >= %d and id < %d and from_bucket = 'AVAILABLE'
                         group by item_id, from_node_id) g
                  join inventory.move r on r.item_id = g.item_id and r.to_node_id = g.node_id
                   and r.from_bucket = 'SUPPLIER' and r.to_bucket = 'AVAILABLE'
                """.formatted(DAY_MILLIS << ID_TIME_SHIFT, blocks, pattern.first(), pattern.last());
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql + ": " + e.getMessage(), e);
        }
    }
}
