package dev.orderwright;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What stood in the tables of a program when it had just started, so that it can begin once more. */
public final class Beginning {

    /** What a running program holds, and nobody may take from it: its place among programs, and blocks of numbers. */
    private static final Set<String> HELD = Set.of("shared.migration", "shared.program_node", "shared.number_series");

    private final String emptying;
    private final Map<String, String> rows;

    private Beginning(String emptying, Map<String, String> rows) {
        this.emptying = emptying;
        this.rows = rows;
    }

    public static Beginning of(Connection connection) throws SQLException {
        List<String> tables = tables(connection);
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table : tables) {
            StringWriter text = new StringWriter();
            try {
                if (copies.copyOut("copy " + table + " to stdout", text) > 0) {
                    rows.put(table, text.toString());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Beginning(emptying(tables), rows);
    }

    /** All but what the program holds. */
    public static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select schemaname || '.' || tablename from pg_tables"
                        + " where schemaname not in ('pg_catalog', 'information_schema') order by 1")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        tables.removeAll(HELD);
        return tables;
    }

    /** Numbers with gaps are taken in blocks, which the programs remember; those without begin anew. */
    public static String emptying(List<String> tables) {
        return tables.stream().map(table -> "delete from " + table).collect(Collectors.joining(";\n"))
                + ";\ndelete from shared.number_series where series in ('INV', 'CN')";
    }

    /** As if nothing had ever been done. */
    public void again(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(emptying);
        }
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        for (Map.Entry<String, String> table : rows.entrySet()) {
            try {
                copies.copyIn("copy " + table.getKey() + " from stdin", new StringReader(table.getValue()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        connection.commit();
    }
}
