package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a request has changed: whatever is different in the database afterwards. */
public final class Effects {

    /** Each request notes when its API key was used last; the program notes now and then that it is alive. */
    private static final Set<String> NO_EFFECT = Set.of("access.api_keys", "shared.program_node");

    /**
     * A series of numbers begins once. A carrier may be asked by both, under one wish: the answer is booked once, but
     * both note that they came back with it.
     */
    private static final Set<String> NOT_COUNTED = Set.of("shared.number_series", "shared.command", "book-labels");

    /** Numbers that may have gaps are taken in blocks ahead of need, whoever asks: only those without tell of an effect. */
    private static final String NUMBERS = "shared.number_series";

    private static final String WITHOUT_GAPS = " where t.series in ('INV', 'CN')";

    private final World world;

    public Effects(World world) {
        this.world = world;
    }

    /** What is in each table, as a fingerprint. */
    public Map<String, String> database() {
        return tables("count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)", "");
    }

    public static Set<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(table -> !Objects.equals(before.get(table), after.get(table)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How much is in each table, and how many facts there are of each type. */
    Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        tables(
                        "count(*)",
                        " union all select type, count(*)::text from shared.fact group by type"
                                + " union all select kind, count(*)::text from shared.command group by kind")
                .forEach((name, count) -> rows.put(name, Long.valueOf(count)));
        rows.keySet().removeAll(NOT_COUNTED);
        return rows;
    }

    private Map<String, String> tables(String what, String more) {
        Map<String, String> found = new TreeMap<>();
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                    + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            tables.removeAll(NO_EFFECT);
            assertThat(tables).hasSizeGreaterThan(30).contains("shared.fact", "shared.command", "orders.slice");
            String all = tables.stream()
                    .map(table -> "select '" + table + "', " + what + "::text from " + table + " t"
                            + (table.equals(NUMBERS) ? WITHOUT_GAPS : ""))
                    .collect(Collectors.joining(" union all ", "", more));
            try (ResultSet row = statement.executeQuery(all)) {
                while (row.next()) {
                    found.put(row.getString(1), row.getString(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    static Map<String, Long> difference(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> difference = new TreeMap<>();
        after.forEach((name, count) -> {
            long more = count - before.getOrDefault(name, 0L);
            if (more != 0) {
                difference.put(name, more);
            }
        });
        return difference;
    }
}
