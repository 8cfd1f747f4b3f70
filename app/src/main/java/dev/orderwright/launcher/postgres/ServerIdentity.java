package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes sure that the server we reached is the one we started, and that it keeps data the way we told it to. */
final class ServerIdentity {

    private ServerIdentity() {}

    static void require(Connection superuser, PostgresHome home, PostgresSettings settings) throws SQLException {
        requireOurs(superuser, home);
        for (String name : PostgresSettings.DURABLE.keySet()) {
            String wanted = settings.values().get(name);
            String actual = text(superuser, "show " + name);
            if (!actual.equals(wanted)) {
                throw new PostgresTrouble("The database server runs with " + name + " = " + actual + " instead of "
                        + wanted + "; Orderwright does not work like that, because data could be lost.");
            }
        }
    }

    /** The port may have been taken by another PostgreSQL, with a password that happens to fit. */
    private static void requireOurs(Connection superuser, PostgresHome home) throws SQLException {
        Path served = Path.of(text(superuser, "show data_directory"));
        String identifier = text(superuser, "select system_identifier from pg_control_system()");
        if (!isSame(served, home.data()) || !identifier.equals(Long.toUnsignedString(home.systemIdentifier()))) {
            throw new PostgresTrouble("The database server that answered serves " + served + ", not " + home.data()
                    + ". Nothing was changed in it.");
        }
    }

    private static boolean isSame(Path served, Path ours) {
        try {
            return served.toRealPath().equals(ours.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare " + served + " with " + ours, e);
        }
    }

    static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
