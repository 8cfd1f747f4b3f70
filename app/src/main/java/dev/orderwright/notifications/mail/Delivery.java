package dev.orderwright.notifications.mail;

/** What came of handing a message to a mail server. */
public sealed interface Delivery {

    /** The server has taken it and is responsible from now on. */
    record Taken() implements Delivery {}

    /** The server will never take it: there is no such recipient, or it does not want such mail. */
    record Refused(String reason) implements Delivery {}

    /** It did not work now: no connection, too busy, not let in. The server does not have it. */
    record Failed(String reason) implements Delivery {}

    /** The server had all of it and did not answer. It is sent again under the same Message-ID. */
    record Unknown(String reason) implements Delivery {}
}
