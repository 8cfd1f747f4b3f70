package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * The yardstick: the rows of an order written by hand-made SQL into tables like ours, on the same server, and nothing else:
 * no HTTP, no checks, no prices, no plan. Once as most programs do it, one transaction per order and a round trip per
 * statement, and once in large batches. What the rows look like is taken from an order that the program has placed.
 */
final class BareSql {

    private static final List<String> TABLES = List.of(
            "shared.command",
            "orders.sales_order",
            "orders.order_line",
            "orders.slice",
            "inventory.move",
            "billing.payment",
            "billing.payment_transaction",
            "shared.fact");
    private static final long LATENCY_MAX_MICROS = 120_000_000L;

    private final Subject subject;
    private final int items;
    private final List<String> inserts = new ArrayList<>();
    private final AtomicLong next = new AtomicLong(1);

    /** @param items how many rows of stock the orders choose from */
    BareSql(Subject subject, int items) {
        this.subject = subject;
        this.items = items;
    }

    /** Makes empty tables like the program's, with its indexes, and stock; reads the pattern of an order. */
    void prepare() {
        try (Connection connection = subject.database();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bare cascade");
            statement.execute("create schema bare");
            long order = number(statement, "select max(order_id) from orders.order_line");
            long command = number(
                    statement,
                    "select command_id from shared.fact where subject_id = " + order + " order by id limit 1");
            for (String table : TABLES) {
                statement.execute("create table " + bare(table) + " (like " + table + " including all)");
                inserts.add(insert(statement, table, order, command));
            }
            statement.execute("create table bare.stock (like inventory.stock including all)");
            statement.execute("insert into bare.stock (item_id, node_id, available) select g, n, 1000000000"
                    + " from generate_series(1, " + items + ") g, generate_series(1, 2) n");
            statement.execute("analyze bare.stock");
        } catch (SQLException e) {
            throw new IllegalStateException("cannot prepare the yardstick", e);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String bare(String table) {
        return "bare." + table.substring(table.indexOf('.') + 1);
    }

    /**
     * An insert of the rows that the order has in a table, for orders whose numbers come as an array: {@code o} stands for
     * the order in whatever is unique, everything else is as it was.
     */
    private String insert(Statement statement, String table, long order, long command) throws SQLException {
        String where = switch (table) {
            case "shared.command" -> "id = " + command;
            case "orders.sales_order" -> "id = " + order;
            case "inventory.move" -> "document_id = " + order;
            case "shared.fact" -> "subject_id = " + order;
            default -> "order_id = " + order;
        };
        List<String> rows = new ArrayList<>();
        StringBuilder columns = new StringBuilder();
        try (ResultSet row =
                statement.executeQuery("select " + written(statement, table) + " from " + table + " where " + where)) {
            ResultSetMetaData meta = row.getMetaData();
            while (row.next()) {
                StringBuilder values = new StringBuilder();
                columns.setLength(0);
                for (int c = 1; c <= meta.getColumnCount(); c++) {
                    String separator = c == 1 ? "" : ", ";
                    columns.append(separator).append(meta.getColumnName(c));
                    values.append(separator).append(value(meta, row, c, order, rows.size()));
                }
                rows.add("(" + values + ")");
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("the order has no row in " + table);
        }
        return "insert into " + bare(table) + " (" + columns
                + ") select r.* from unnest(?::bigint[]) o, lateral (values " + String.join(", ", rows) + ") r";
    }

    /** The columns of a table that somebody has to write. */
    private static String written(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select string_agg(attname, ', ' order by attnum) from pg_attribute"
                + " where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped"
                + " and attgenerated = ''")) {
            row.next();
            return row.getString(1);
        }
    }

    private String value(ResultSetMetaData meta, ResultSet row, int column, long order, int index) throws SQLException {
        String name = meta.getColumnName(column);
        String text = row.getString(column);
        boolean ofOrder = text != null && text.equals(Long.toString(order));
        if (ofOrder) {
            return "o";
        }
        return switch (name) {
            case "id" -> "o * 10 + " + index;
            case "number", "external_id", "key" -> "'B-' || o";
            case "item_id" -> "1 + (o * 7 + " + index * 331 + ") % " + items;
            default ->
                text == null
                        ? "null::" + meta.getColumnTypeName(column)
                        : "'" + text.replace("'", "''") + "'::" + meta.getColumnTypeName(column);
        };
    }

    /** What was written: orders, and how long a transaction took. */
    record Written(long orders, Histogram micros, double seconds) {

        double perSecond() {
            return orders / seconds;
        }
    }

    /** One transaction per order: a statement and a round trip for each table, and one for each row of stock. */
    Written oneByOne(int clients, int lines, int skus, Duration duration) {
        return run(clients, duration, (connection, random) -> {
            write(connection, new Long[] {next.getAndIncrement()});
            TreeMap<Long, Long> units = new TreeMap<>();
            for (int line = 0; line < lines; line++) {
                units.merge(1 + random.nextLong(skus), 1L, Long::sum);
            }
            try (PreparedStatement take = connection.prepareStatement(
                    "update bare.stock set available = available - ?, reserved = reserved + ?"
                            + " where item_id = ? and node_id = 1 and available >= ?")) {
                for (Map.Entry<Long, Long> unit : units.entrySet()) {
                    take.setLong(1, unit.getValue());
                    take.setLong(2, unit.getValue());
                    take.setLong(3, unit.getKey());
                    take.setLong(4, unit.getValue());
                    if (take.executeUpdate() != 1) {
                        throw new IllegalStateException("the yardstick ran out of stock");
                    }
                }
            }
            return 1;
        });
    }

    /** Many orders per transaction: one statement per table. */
    Written batched(int clients, int batch, int lines, int skus, Duration duration) {
        return run(clients, duration, (connection, random) -> {
            long first = next.getAndAdd(batch);
            Long[] orders = new Long[batch];
            TreeMap<Long, Long> units = new TreeMap<>();
            for (int i = 0; i < batch; i++) {
                orders[i] = first + i;
                for (int line = 0; line < lines; line++) {
                    units.merge(1 + random.nextLong(skus), 1L, Long::sum);
                }
            }
            write(connection, orders);
            try (PreparedStatement take = connection.prepareStatement("with t as materialized ("
                    + "select s.item_id, s.node_id, u.units from bare.stock s join unnest(?::bigint[], ?::bigint[])"
                    + " u (item_id, units) on s.item_id = u.item_id and s.node_id = 1 order by s.item_id for update of s)"
                    + " update bare.stock s set available = available - t.units, reserved = reserved + t.units from t"
                    + " where s.item_id = t.item_id and s.node_id = t.node_id and s.available >= t.units")) {
                take.setObject(1, units.keySet().toArray(Long[]::new));
                take.setObject(2, units.values().toArray(Long[]::new));
                if (take.executeUpdate() != units.size()) {
                    throw new IllegalStateException("the yardstick ran out of stock");
                }
            }
            return batch;
        });
    }

    private void write(Connection connection, Long[] orders) throws SQLException {
        for (String insert : inserts) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setObject(1, orders);
                statement.executeUpdate();
            }
        }
    }

    /** One transaction of a client; returns how many orders it wrote. */
    @FunctionalInterface
    private interface Transaction {
        int write(Connection connection, SplittableRandom random) throws SQLException;
    }

    private Written run(int clients, Duration duration, Transaction transaction) {
        LongAdder written = new LongAdder();
        Histogram micros = new ConcurrentHistogram(LATENCY_MAX_MICROS, 3);
        long begun = System.nanoTime();
        Supplier<Boolean> over = () -> System.nanoTime() - begun > duration.toNanos();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int c = 0; c < clients; c++) {
            SplittableRandom random = new SplittableRandom(c);
            threads.add(Thread.ofPlatform().name("bare-" + c).start(() -> {
                try (Connection connection = subject.database()) {
                    connection.setAutoCommit(false);
                    while (!over.get()) {
                        long start = System.nanoTime();
                        int orders = transaction.write(connection, random);
                        connection.commit();
                        micros.recordValue(Math.min(LATENCY_MAX_MICROS, (System.nanoTime() - start) / 1_000));
                        written.add(orders);
                    }
                } catch (SQLException | RuntimeException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("the yardstick failed", failures.getFirst());
        }
        return new Written(written.sum(), micros, (System.nanoTime() - begun) / 1e9);
    }
}
