package dev.orderwright.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PostgresSettingsRulesTests {

    @Test
    void sharedBuffersAreAQuarterOfTheMemoryUpToTwoGigabytes() {
        assertThat(PostgresSettings.sized(2_048, 8).values()).containsEntry("shared_buffers", "512MB");
        assertThat(PostgresSettings.sized(65_536, 8).values()).containsEntry("shared_buffers", "2048MB");
    }

    @Test
    void thereAreAlwaysMoreConnectionsThanThePoolTakes() {
        assertThat(PostgresSettings.sized(2_048, 8).values()).containsEntry("max_connections", "60");
        assertThat(PostgresSettings.sized(2_048, 128).values()).containsEntry("max_connections", "148");
    }

    @Test
    void nothingIsLostAndNobodyElseConnects() {
        assertThat(PostgresSettings.forThisMachine(8).values())
                .containsEntry("fsync", "on")
                .containsEntry("synchronous_commit", "on")
                .containsEntry("full_page_writes", "on")
                .containsEntry("listen_addresses", "127.0.0.1");
    }

    @Test
    void onlyThisPackageCanMakeASettingLessSafe() {
        assertThat(Arrays.stream(PostgresSettings.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(method -> method.getName()))
                .containsExactlyInAnyOrder("forThisMachine", "countingStatements");
        assertThat(PostgresSettings.class.getConstructors()).isEmpty();
    }

    @Test
    void countingStatementsChangesNothingElse() {
        PostgresSettings settings = PostgresSettings.forThisMachine(8);
        assertThat(settings.countingStatements().values())
                .containsAllEntriesOf(settings.values())
                .hasSize(settings.values().size() + 1);
    }
}
