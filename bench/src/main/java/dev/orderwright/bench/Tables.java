package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the tables of the database are: what is alive in them, what is dead, and how much room they take. */
record Tables(Map<String, Table> byName, long atNanos) {

    static final List<String> COLUMNS =
            List.of("table", "updated", "in place %", "alive", "dead", "dead of allowed", "vacuums", "MB before", "MB");

    /** What the server's housekeeping leaves alone in a table, however small that is. */
    private static final long LEFT_ALONE = 50;
    /** Of the rows that are alive, so many may be dead. */
    private static final double DEAD_SHARE = 0.2;
    /** And besides, what a minute has changed: the housekeeping comes round every 15 s, and takes its time. */
    private static final double DEAD_SECONDS = 60;

    /**
     * A table with its indexes.
     *
     * @param updated how many rows were ever updated
     * @param inPlace how many of these without touching an index
     */
    record Table(long alive, long dead, long inserted, long updated, long inPlace, long vacuums, long bytes) {}

    static Tables read(Connection database) {
        Map<String, Table> byName = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select schemaname || '.' || relname, n_live_tup, n_dead_tup, n_tup_ins, n_tup_upd,
                               n_tup_hot_upd, autovacuum_count, pg_total_relation_size(relid)
                          from pg_stat_user_tables
                         where schemaname not in ('public', 'bare')
                        """)) {
            while (row.next()) {
                byName.put(
                        row.getString(1),
                        new Table(
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6),
                                row.getLong(7),
                                row.getLong(8)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read what the database knows of its tables", e);
        }
        return new Tables(byName, System.nanoTime());
    }

    Table table(String name) {
        Table found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return found;
    }

    /** Those in which most rows were updated since, most first. */
    List<String> mostUpdatedSince(Tables before, int count) {
        return byName.keySet().stream()
                .filter(name -> updatedSince(before, name) > 0)
                .sorted(Comparator.comparingLong((String name) -> updatedSince(before, name))
                        .reversed())
                .limit(count)
                .toList();
    }

    private long updatedSince(Tables before, String name) {
        return table(name).updated() - before.table(name).updated();
    }

    /** The dead rows of a table for each that it may have; more than 1 is too much. */
    double deadOfAllowed(Tables before, String name) {
        double perSecond = updatedSince(before, name) / ((atNanos - before.atNanos) / 1e9);
        double allowed = LEFT_ALONE + DEAD_SHARE * table(name).alive() + DEAD_SECONDS * perSecond;
        return table(name).dead() / allowed;
    }

    /** One row each: how a table was before, and is now. */
    List<List<Object>> told(Tables before, List<String> names) {
        List<List<Object>> rows = new ArrayList<>();
        for (String name : names) {
            Table now = table(name);
            Table then = before.table(name);
            long updated = now.updated() - then.updated();
            rows.add(List.of(
                    name,
                    updated,
                    100.0 * (now.inPlace() - then.inPlace()) / Math.max(1, updated),
                    now.alive(),
                    now.dead(),
                    deadOfAllowed(before, name),
                    now.vacuums() - then.vacuums(),
                    then.bytes() / 1e6,
                    now.bytes() / 1e6));
        }
        return rows;
    }
}
