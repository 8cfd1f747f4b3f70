package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.launcher.postgres.DatabaseLogin;
import dev.orderwright.launcher.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalDatabaseStoreTests {

    private final TestPostgres postgres = TestPostgres.shared();

    @Test
    void itWarnsOfASuperuserAndOfADatabaseThatForgets() {
        List<String> warnings = new ArrayList<>();

        ExternalDatabase.require(postgres.superuser("orderwright"), warnings::add);

        assertThat(warnings)
                .anyMatch(warning -> warning.contains("fsync or synchronous_commit off"))
                .anyMatch(warning -> warning.contains("is a superuser"))
                .hasSize(2);
    }

    @Test
    void whatCannotWorkIsRefusedInWords() {
        DatabaseLogin login = postgres.login("orderwright");
        assertRefused(new DatabaseLogin(login.url(), login.user(), "wrong"), "does not let orderwright in");
        assertRefused(postgres.superuser("nothing_here"), "There is no such database");
        assertRefused(new DatabaseLogin("jdbc:postgresql://127.0.0.1:1/ow", "ow", "ow"), "cannot be reached");
        assertRefused(postgres.login("postgres"), "permission denied");
    }

    private static void assertRefused(DatabaseLogin login, String message) {
        assertThatThrownBy(() -> ExternalDatabase.require(login, warning -> {}))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining(message);
    }
}
