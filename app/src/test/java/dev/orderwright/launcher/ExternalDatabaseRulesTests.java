package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.launcher.postgres.DatabaseLogin;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalDatabaseRulesTests {

    private static final String URL = "jdbc:postgresql://db.example.com/orderwright";

    @Test
    void theLoginMayStandInTheAddressAndDoesNotStayThere() {
        assertThat(ExternalDatabase.login(URL + "?user=ow&sslmode=verify-full&password=a%26b", Map.of()))
                .isEqualTo(new DatabaseLogin(URL + "?sslmode=verify-full", "ow", "a&b"));
        assertThat(ExternalDatabase.login(URL + "?user=ow&password=x", Map.of()).url())
                .isEqualTo(URL);
    }

    @Test
    void theLoginMayComeFromTheEnvironmentOursFirst() {
        Map<String, String> environment = Map.of(
                "PGUSER", "someone", "PGPASSWORD", "p1", "ORDERWRIGHT_DB_USER", "ow", "ORDERWRIGHT_DB_PASSWORD", "p2");
        assertThat(ExternalDatabase.login(URL, environment)).isEqualTo(new DatabaseLogin(URL, "ow", "p2"));
        assertThat(ExternalDatabase.login(URL, Map.of("PGUSER", "someone", "PGPASSWORD", "p1")))
                .isEqualTo(new DatabaseLogin(URL, "someone", "p1"));
        assertThat(ExternalDatabase.login(URL + "?user=here", environment).user())
                .isEqualTo("here");
    }

    @Test
    void aMissingUserSaysWhereToPutIt() {
        assertThatThrownBy(() -> ExternalDatabase.login(URL, Map.of()))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("ORDERWRIGHT_DB_USER");
    }

    @Test
    void aPasswordNeverShows() {
        assertThat(ExternalDatabase.login(URL + "?user=ow&password=secret", Map.of()))
                .asString()
                .doesNotContain("secret");
    }
}
