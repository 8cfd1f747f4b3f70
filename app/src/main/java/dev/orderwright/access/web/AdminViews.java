package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/** What the pages that administrators look things up in show. */
public final class AdminViews {

    private AdminViews() {}

    /** What each role may do. */
    public record Roles(List<RoleHead> roles, List<Row> rows) {

        /** One column. */
        public record RoleHead(String label, String duty) {}

        /** One permission, with a mark for each role. */
        public record Row(String permission, String meaning, List<Boolean> marks) {}
    }

    /** The list of security events. */
    public record Events(List<Row> rows, Pager pager) {

        /** One event. */
        public record Row(String when, Chip kind, String actor, String subject, String address, String detail) {}
    }
}
