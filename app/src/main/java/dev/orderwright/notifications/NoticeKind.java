package dev.orderwright.notifications;

/** What customers are told. */
public enum NoticeKind {
    CONFIRMATION("Order confirmation", "when an order is confirmed"),
    SHIPPED("On its way", "when goods are handed over to the carrier"),
    INVOICE("Invoice", "when an invoice is issued"),
    CANCELLED("Cancellation", "when a whole order is cancelled");

    private final String title;
    private final String when;

    NoticeKind(String title, String when) {
        this.title = title;
        this.when = when;
    }

    public String title() {
        return title;
    }

    /** When it is mailed by itself. */
    public String when() {
        return when;
    }
}
