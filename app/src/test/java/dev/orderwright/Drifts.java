package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Laws over the whole database, each a query for what breaks it. They are asked as one statement that is planned once,
 * so that they can be asked after every step.
 */
public final class Drifts implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement question;

    /** By what a law says of the rows that break it. */
    public Drifts(World world, Map<String, String> laws) {
        String all = laws.entrySet().stream()
                .map(law -> "select '" + law.getKey().replace("'", "''") + "' as law, d::text as drift\n  from ("
                        + law.getValue() + ") d")
                .collect(Collectors.joining("\nunion all\n"));
        try {
            connection = world.connection();
            question = connection.prepareStatement(all);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void assertNone() {
        assertNoneBut(List.of());
    }

    /** @param known what broke them before: the doing of others, in a world that is shared with them */
    public void assertNoneBut(List<String> known) {
        assertThat(find()).as("what breaks the laws").isSubsetOf(known);
    }

    /** What breaks them now, each row with its law. */
    public List<String> find() {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString("law") + ": " + rows.getString("drift"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
