package dev.orderwright.notifications.mail;

import dev.orderwright.documents.Document;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A message as mail programs read it: text and HTML of the same content, papers attached, under an id of its own. */
final class MimeMail extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeMail of(Session session, Mail mail) throws MessagingException {
        MimeMail mime = new MimeMail(session, mail.messageId());
        try {
            mime.setFrom(new InternetAddress(mail.from(), mail.fromName(), UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java knows UTF-8", e);
        }
        mime.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        mime.setSubject(mail.subject(), UTF_8);
        mime.setSentDate(Date.from(mail.date()));
        // Whoever is away need not tell a program so.
        mime.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(text(mail.plain(), "plain"));
        bodies.addBodyPart(text(mail.html(), "html"));
        if (mail.attachments().isEmpty()) {
            mime.setContent(bodies);
        } else {
            MimeMultipart whole = new MimeMultipart("mixed");
            MimeBodyPart said = new MimeBodyPart();
            said.setContent(bodies);
            whole.addBodyPart(said);
            for (Document document : mail.attachments()) {
                whole.addBodyPart(paper(document));
            }
            mime.setContent(whole);
        }
        mime.saveChanges();
        return mime;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        return part;
    }

    private static MimeBodyPart paper(Document document) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(document.content(), document.mediaType())));
        part.setFileName(document.fileName());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** Otherwise each try would have another one. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
