package dev.orderwright.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.notifications.MailServer;
import dev.orderwright.notifications.MailServer.Fault;
import dev.orderwright.notifications.mail.MailSettings.Automatic;
import dev.orderwright.notifications.mail.MailSettings.Tls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmtpMailTests {

    private static final Mail MAIL = new Mail(
            "<1@shop.example>",
            Instant.parse("2026-03-02T09:00:00Z"),
            "orders@shop.example",
            "Shop",
            "ada@example.com",
            "Hello",
            "Hello",
            "<p>Hello</p>",
            List.of());

    private static MailSettings settings(int port, Tls tls, String user) {
        return new MailSettings(
                "127.0.0.1", port, user, "secret-word", "", tls, "", Automatic.AUTO, Duration.ofSeconds(2));
    }

    @Test
    void aServerThatCannotEncryptIsToldNothing() {
        try (MailServer server = new MailServer()) {
            assertThat(new SmtpMail(settings(server.port(), Tls.STARTTLS, "")).send(MAIL))
                    .isInstanceOf(Delivery.Failed.class);
            assertThat(new SmtpMail(settings(server.port(), Tls.TLS, "")).send(MAIL))
                    .isInstanceOf(Delivery.Failed.class);
            assertThat(server.received()).isEmpty();
            assertThat(new SmtpMail(settings(server.port(), Tls.NONE, "")).send(MAIL))
                    .isEqualTo(new Delivery.Taken());
        }
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        int port;
        try (MailServer gone = new MailServer()) {
            port = gone.port();
        }
        assertThat(new SmtpMail(settings(port, Tls.NONE, "")).send(MAIL)).isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void aServerThatDoesNotLetUsInIsTriedAgain() {
        try (MailServer server = new MailServer()) {
            server.next(Fault.LOCKED);
            assertThat(new SmtpMail(settings(server.port(), Tls.NONE, "clerk")).send(MAIL))
                    .isInstanceOfSatisfying(
                            Delivery.Failed.class,
                            failed -> assertThat(failed.reason())
                                    .contains("does not let us in", "535")
                                    .doesNotContain("secret-word"));
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void thePasswordStandsInNoLog() {
        assertThat(settings(0, Tls.TLS, "clerk").toString())
                .contains("127.0.0.1:465")
                .doesNotContain("secret-word");
    }
}
