package dev.orderwright.notifications.mail;

import dev.orderwright.documents.Document;
import java.time.Instant;
import java.util.List;

/**
 * A message as it goes to a mail server.
 *
 * @param messageId with its angle brackets
 * @param date what it says when it was written
 * @param plain the body as plain text; {@code html} says the same
 */
public record Mail(
        String messageId,
        Instant date,
        String from,
        String fromName,
        String to,
        String subject,
        String plain,
        String html,
        List<Document> attachments) {}
