package dev.orderwright.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTests {

    @Test
    void aFolderTakesMessagesAsFilesTheSameMessageOnce(@TempDir Path folder) throws IOException {
        MailFolder port = new MailFolder(folder.resolve("mail"));
        Mail mail = new Mail(
                "<77.5@shop.example>",
                Instant.parse("2026-03-02T09:00:00Z"),
                "orders@shop.example",
                "Shöp",
                "ada@example.com",
                "Your order is confirmed – naïve",
                "Grüße",
                "<p>Grüße</p>",
                List.of());

        assertThat(port.send(mail)).isEqualTo(new Delivery.Taken());
        assertThat(port.send(mail)).isEqualTo(new Delivery.Taken());

        try (Stream<Path> files = Files.list(folder.resolve("mail"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(file.getFileName()).hasToString("77.5@shop.example.eml");
                assertThat(Files.readString(file)).contains("Message-ID: <77.5@shop.example>", "multipart/alternative");
            });
        }
        assertThat(port.send(new Mail("<1@x>", mail.date(), mail.from(), "", "not an address", "", "", "", List.of())))
                .isInstanceOf(Delivery.Refused.class);
    }
}
