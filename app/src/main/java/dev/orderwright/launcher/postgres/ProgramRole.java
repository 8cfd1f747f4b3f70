package dev.orderwright.launcher.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The role and the database of the program: it owns its database and nothing else. Running it again changes nothing, so
 * it also mends what is missing.
 */
final class ProgramRole {

    private static final String WRONG_PASSWORD = "28P01";

    private ProgramRole() {}

    static void prepare(Connection superuser, DatabaseLogin login) throws SQLException {
        if (!exists(superuser, "select 1 from pg_roles where rolname = ?", PostgresHome.ROLE)) {
            execute(
                    superuser,
                    "create role orderwright login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password "
                            + quoted(superuser, login.password()));
        }
        if (!exists(superuser, "select 1 from pg_database where datname = ?", PostgresHome.DATABASE)) {
            execute(superuser, "create database orderwright owner orderwright");
            execute(superuser, "revoke all on database orderwright, postgres, template1 from public");
        }
        if (refuses(login)) {
            execute(superuser, "alter role orderwright password " + quoted(superuser, login.password()));
        }
    }

    private static boolean refuses(DatabaseLogin login) throws SQLException {
        try (Connection connection = login.connect()) {
            return !connection.isValid(0);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                return true;
            }
            throw e;
        }
    }

    private static boolean exists(Connection superuser, String sql, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static String quoted(Connection superuser, String text) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            return statement.enquoteLiteral(text);
        }
    }

    private static void execute(Connection superuser, String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
