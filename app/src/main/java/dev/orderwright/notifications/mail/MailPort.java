package dev.orderwright.notifications.mail;

/** Takes messages to where mail goes. It is called outside of transactions, possibly twice with the same message. */
public interface MailPort {

    /** Whether there is somewhere to send to. */
    boolean isSetUp();

    /** Hands over one message, and waits for the answer no longer than a minute. */
    Delivery send(Mail mail);
}
