package dev.orderwright.notifications;

import dev.orderwright.shared.Texts;

/** What customers are told. */
public enum NoticeKind {
    CONFIRMATION,
    SHIPPED,
    INVOICE,
    CANCELLED,
    DELAYED;

    public String title() {
        return Texts.of(this);
    }

    /** When it is mailed by itself. */
    public String when() {
        return Texts.t("notifications.when." + name());
    }
}
