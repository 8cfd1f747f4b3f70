package dev.orderwright.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** Writes messages as files that mail programs open, for trying things out. The same message is the same file. */
final class MailFolder implements MailPort {

    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    MailFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public Delivery send(Mail mail) {
        try {
            Files.createDirectories(folder);
            String name = mail.messageId().replaceAll("[^A-Za-z0-9.@-]", "");
            Path half = folder.resolve("." + name + ".part");
            try (OutputStream out = Files.newOutputStream(half)) {
                MimeMail.of(session, mail).writeTo(out);
            }
            Files.move(half, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
            return new Delivery.Taken();
        } catch (MessagingException e) {
            return new Delivery.Refused("The message could not be made: " + e.getMessage());
        } catch (IOException e) {
            return new Delivery.Failed("The folder for mail cannot be written to: " + e);
        }
    }
}
