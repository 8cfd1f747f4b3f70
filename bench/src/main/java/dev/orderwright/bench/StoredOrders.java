package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Some of the orders of earlier days, drawn by lot, and by what people would look for them.
 *
 * @param skus articles that these orders have
 * @param node where they left from
 * @param words what the search knows such orders by, by kind: {@code number}, {@code external}, {@code email}, {@code sku},
 *     {@code name}
 * @param first the day of the oldest of them
 * @param last the day of the newest
 */
record StoredOrders(
        List<Order> orders,
        List<String> skus,
        String node,
        Map<String, List<String>> words,
        LocalDate first,
        LocalDate last) {

    private static final int DRAWN = 2_000;
    /** Whole blocks are drawn, so more than are wanted. */
    private static final int DRAWN_FROM = 20_000;

    private static final int SKUS_OF = 200;
    private static final List<String> KINDS = List.of("number", "external", "email", "sku", "name");

    /** What an order is called. */
    record Order(long id, String number) {}

    /** Whether there are at least so many orders of earlier days. */
    static boolean areAtLeast(Lab lab, int count) {
        try (Connection database = lab.subject().database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from (select from orders.sales_order"
                        + " where lifecycle = 'CLOSED' limit " + count + ") o")) {
            row.next();
            return row.getInt(1) >= count;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot count stored orders", e);
        }
    }

    /** Draws orders; the same seed draws the same from the same data. */
    static StoredOrders draw(Lab lab) {
        long seed = lab.options().seed();
        try (Connection database = lab.subject().database();
                Statement statement = database.createStatement()) {
            List<Order> orders = orders(statement, seed);
            Collections.shuffle(orders, new Random(seed));
            List<Order> drawn = List.copyOf(orders.subList(0, Math.min(DRAWN, orders.size())));
            Long[] some = drawn.stream().limit(SKUS_OF).map(Order::id).toArray(Long[]::new);
            List<String> days = texts(
                    database,
                    "select unnest(array[min(placed_at), max(placed_at)])::date::text from orders.sales_order"
                            + " where id = any(?)",
                    some);
            return new StoredOrders(
                    drawn,
                    texts(database, "select distinct sku from orders.order_line where order_id = any(?)", some),
                    texts(
                                    database,
                                    "select code from inventory.node where id in (select node_id from orders.slice"
                                            + " where order_id = any(?))",
                                    some)
                            .getFirst(),
                    words(statement, seed),
                    LocalDate.parse(days.getFirst()),
                    LocalDate.parse(days.getLast()));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot draw stored orders", e);
        }
    }

    private static List<Order> orders(Statement statement, long seed) throws SQLException {
        List<Order> orders = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select id, number from orders.sales_order"
                + sample(statement, "orders.sales_order", seed) + " where lifecycle = 'CLOSED'")) {
            while (row.next()) {
                orders.add(new Order(row.getLong(1), row.getString(2)));
            }
        }
        return orders;
    }

    private static Map<String, List<String>> words(Statement statement, long seed) throws SQLException {
        Map<String, List<String>> words = new HashMap<>();
        try (ResultSet row = statement.executeQuery("select kind, word from insight.order_word"
                + sample(statement, "insight.order_word", seed) + " where kind in ('" + String.join("', '", KINDS)
                + "')")) {
            while (row.next()) {
                words.computeIfAbsent(row.getString(1), kind -> new ArrayList<>())
                        .add(row.getString(2));
            }
        }
        return words;
    }

    /** Some tens of thousands of rows of a table, or all of them if there are fewer. */
    private static String sample(Statement statement, String table, long seed) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select reltuples from pg_class where oid = '" + table + "'::regclass")) {
            row.next();
            double percent = Math.min(100, 100.0 * DRAWN_FROM / Math.max(1, row.getDouble(1)));
            return String.format(Locale.ROOT, " tablesample system (%.4f) repeatable (%d)", percent, seed);
        }
    }

    private static List<String> texts(Connection database, String sql, Long[] ids) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(sql + " order by 1")) {
            statement.setArray(1, database.createArrayOf("bigint", ids));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
        }
        return texts;
    }

    Order order(RandomGenerator random) {
        return orders.get(random.nextInt(orders.size()));
    }

    String sku(RandomGenerator random) {
        return skus.get(random.nextInt(skus.size()));
    }

    /** @param kind see {@link #words} */
    String word(String kind, RandomGenerator random) {
        List<String> all = words.getOrDefault(kind, List.of());
        if (all.isEmpty()) {
            throw new IllegalStateException("the search knows no word of the kind " + kind);
        }
        return all.get(random.nextInt(all.size()));
    }
}
