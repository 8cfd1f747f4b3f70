package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.DatabaseLogin;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of the user's own, given by its address. */
final class ExternalDatabase {

    private static final int VERSION_MIN = 180_000;
    private static final String WRONG_LOGIN = "28";
    private static final String NO_SUCH_DATABASE = "3D000";
    private static final String FACTS = """
            select current_setting('server_version_num')::int as version_number,
                   current_setting('server_version') as version,
                   current_setting('fsync') as fsync,
                   current_setting('synchronous_commit') as synchronous_commit,
                   (select rolsuper from pg_roles where rolname = current_user) as superuser,
                   has_database_privilege(current_database(), 'create') as may_create""";

    private ExternalDatabase() {}

    /** The user and the password may stand in the address or in the environment. */
    static DatabaseLogin login(String url, Map<String, String> environment) {
        int question = url.indexOf('?');
        Map<String, String> login = new HashMap<>();
        List<String> kept = new ArrayList<>();
        for (String parameter :
                question < 0 ? new String[0] : url.substring(question + 1).split("&")) {
            if (parameter.startsWith("user=") || parameter.startsWith("password=")) {
                int equals = parameter.indexOf('=');
                login.put(
                        parameter.substring(0, equals),
                        URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8));
            } else {
                kept.add(parameter);
            }
        }
        String bare = question < 0 ? url : url.substring(0, question);
        String user = first(login.get("user"), environment, "ORDERWRIGHT_DB_USER", "PGUSER");
        String password = first(login.get("password"), environment, "ORDERWRIGHT_DB_PASSWORD", "PGPASSWORD");
        if (user.isEmpty()) {
            throw new Trouble("The database needs a user: set ORDERWRIGHT_DB_USER and ORDERWRIGHT_DB_PASSWORD,"
                    + " or add ?user=...&password=... to the address.");
        }
        return new DatabaseLogin(kept.isEmpty() ? bare : bare + "?" + String.join("&", kept), user, password);
    }

    private static String first(@Nullable String given, Map<String, String> environment, String... names) {
        if (given != null) {
            return given;
        }
        for (String name : names) {
            String value = environment.get(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }

    /** Refuses what cannot work, and warns of what works but could lose data or shows more than it needs. */
    static void require(DatabaseLogin login, Consumer<String> warning) {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(FACTS)) {
            facts.next();
            if (facts.getInt("version_number") < VERSION_MIN) {
                throw new Trouble("Orderwright needs PostgreSQL 18 or newer; " + login.url() + " is PostgreSQL "
                        + facts.getString("version") + ".");
            }
            if (!facts.getBoolean("may_create")) {
                throw new Trouble("The user " + login.user() + " may not create schemas in " + login.url()
                        + ". Make it the owner: alter database ... owner to " + login.user());
            }
            if (facts.getString("fsync").equals("off")
                    || facts.getString("synchronous_commit").equals("off")) {
                warning.accept("Warning: this database runs with fsync or synchronous_commit off;"
                        + " it can lose orders that were already acknowledged.");
            }
            if (facts.getBoolean("superuser")) {
                warning.accept("Warning: the user " + login.user() + " is a superuser of this database;"
                        + " Orderwright needs no more than the ownership of its own database.");
            }
        } catch (SQLException e) {
            throw new Trouble(advice(login, e), e);
        }
    }

    private static String advice(DatabaseLogin login, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith(WRONG_LOGIN)) {
            return "The database " + login.url() + " does not let " + login.user() + " in: " + e.getMessage();
        }
        if (state.equals(NO_SUCH_DATABASE)) {
            return "There is no such database at " + login.url() + "; create it first: create database ... owner "
                    + login.user();
        }
        return "The database " + login.url() + " cannot be reached: " + e.getMessage();
    }
}
