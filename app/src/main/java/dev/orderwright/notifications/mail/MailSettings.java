package dev.orderwright.notifications.mail;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves the house. Set by {@code orderwright.mail.*}.
 *
 * @param host name of the mail server; empty for none
 * @param port 0 for the usual one: 587, or 465 where the whole connection is encrypted
 * @param user empty where the server asks for no sign-in
 * @param from address that customers answer to; empty for the company's
 * @param folder where messages are written as {@code .eml} files instead of being sent; empty for nowhere
 * @param automatic whether facts make messages by themselves
 * @param patience how long the server may take for each answer
 */
@ConfigurationProperties("orderwright.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("STARTTLS") Tls tls,
        @DefaultValue("") String folder,
        @DefaultValue("AUTO") Automatic automatic,
        @DefaultValue("20s") Duration patience) {

    /** How the way to the server is kept from being read. */
    public enum Tls {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Encrypted before anything is said; a server that cannot is not used. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /** Whether facts make messages by themselves. */
    public enum Automatic {
        /** Once there is somewhere to send to. */
        AUTO,
        /** Also before: then the messages are kept. */
        ON,
        /** Only when somebody asks for one. */
        OFF
    }

    int portOrUsual() {
        return port != 0 ? port : tls == Tls.TLS ? 465 : 587;
    }

    /** Without the password, for logs. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + portOrUsual() + ", " + tls + ", folder " + folder + "]";
    }
}
