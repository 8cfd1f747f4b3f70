package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/** The list of security events. */
public record SecurityLogPage(List<Row> rows, Pager pager) {

    /** One event. */
    public record Row(String when, Chip kind, String actor, String subject, String address, String detail) {}
}
