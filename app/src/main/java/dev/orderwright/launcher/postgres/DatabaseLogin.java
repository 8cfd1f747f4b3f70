package dev.orderwright.launcher.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** How one role signs in to one database. */
public record DatabaseLogin(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Without the password, so that it may stand in a log. */
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
