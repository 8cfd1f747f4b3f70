package dev.orderwright.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterPidRulesTests {

    @Test
    void aServerThatTakesConnectionsIsReady() {
        assertThat(PostmasterPid.parse(List.of(
                        "4711",
                        "/srv/pgdata",
                        "1767225600",
                        "40123",
                        "/srv/pgsock",
                        "127.0.0.1",
                        " 123 456",
                        "ready   ")))
                .contains(new PostmasterPid(4711, 40123, true));
    }

    @Test
    void aServerThatRecoversIsNotReady() {
        assertThat(PostmasterPid.parse(List.of(
                        "4711",
                        "/srv/pgdata",
                        "1767225600",
                        "40123",
                        "/srv/pgsock",
                        "127.0.0.1",
                        " 123 456",
                        "starting")))
                .contains(new PostmasterPid(4711, 40123, false));
    }

    @Test
    void aFileThatIsStillBeingWrittenTellsNothing() {
        assertThat(PostmasterPid.parse(List.of())).isEmpty();
        assertThat(PostmasterPid.parse(List.of("47x"))).isEmpty();
        assertThat(PostmasterPid.parse(List.of("4711", "/srv/pgdata", "1767225600", "")))
                .isEmpty();
    }

    @Test
    void theProcessIsKnownBeforeThePortIs() {
        assertThat(PostmasterPid.parse(List.of("4711", "/srv/pgdata"))).contains(new PostmasterPid(4711, 0, false));
    }
}
