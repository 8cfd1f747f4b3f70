package dev.orderwright.notifications.mail;

import dev.orderwright.notifications.mail.MailSettings.Tls;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands messages to a mail server by SMTP, one connection each. */
final class SmtpMail implements MailPort {

    private static final Logger log = LoggerFactory.getLogger(SmtpMail.class);
    private static final int FOR_GOOD = 500;
    private static final int REASON_MAX = 400;

    private final MailSettings settings;
    private final Session session;

    SmtpMail(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        String millis = Long.toString(settings.patience().toMillis());
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.portOrUsual()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        // The server has answered for the message already when it is told good-bye.
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public Delivery send(Mail mail) {
        MimeMail mime;
        try {
            mime = MimeMail.of(session, mail);
        } catch (MessagingException e) {
            return new Delivery.Refused("The message could not be made: " + e.getMessage());
        }
        Transport transport;
        try {
            transport = session.getTransport();
            transport.connect(
                    settings.host(),
                    settings.portOrUsual(),
                    settings.user().isBlank() ? null : settings.user(),
                    settings.user().isBlank() ? null : settings.password());
        } catch (AuthenticationFailedException e) {
            return new Delivery.Failed("The mail server does not let us in: " + said(e));
        } catch (MessagingException e) {
            return new Delivery.Failed("No connection to the mail server: " + said(e));
        }
        try {
            transport.sendMessage(mime, mime.getAllRecipients());
            return new Delivery.Taken();
        } catch (MessagingException e) {
            return verdict(e);
        } finally {
            close(transport);
        }
    }

    /** The first answer with a number decides; without any the server may have all of it. */
    private static Delivery verdict(MessagingException thrown) {
        for (Exception e = thrown; e instanceof MessagingException next; e = next.getNextException()) {
            int code = code(next);
            if (code >= FOR_GOOD) {
                return new Delivery.Refused(said(next));
            }
            if (code > 0) {
                return new Delivery.Failed(said(next));
            }
        }
        return new Delivery.Unknown(said(thrown));
    }

    private static int code(MessagingException e) {
        return switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sent -> isNested(sent) ? 0 : sent.getReturnCode();
            default -> 0;
        };
    }

    /** Then what is nested says which recipient was refused, and why. */
    private static boolean isNested(SMTPSendFailedException e) {
        return e.getNextException() instanceof SMTPAddressFailedException;
    }

    private static String said(Exception e) {
        String text = String.valueOf(e.getMessage())
                .replaceAll("[\\s\\p{Cntrl}]+", " ")
                .strip();
        return text.length() > REASON_MAX ? text.substring(0, REASON_MAX) + "…" : text;
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("the mail server hung up", e);
        }
    }
}
