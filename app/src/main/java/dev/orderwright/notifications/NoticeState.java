package dev.orderwright.notifications;

/** How far a message to a customer is. */
public enum NoticeState {
    /** It is to be sent, now or after a pause. */
    WAITING,
    /** A mail server is being called. */
    SENDING,
    /** A mail server has taken it. */
    SENT,
    /** No mail server was set up when it was written; somebody may send it later. */
    UNSENT,
    /** It could not be sent, and a person has to look. */
    ATTENTION,
    /** A person has let it rest. */
    DISMISSED
}
