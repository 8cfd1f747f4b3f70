package dev.orderwright.access.web;

import java.util.List;

/** What each role may do. */
public record RolesPage(List<RoleHead> roles, List<Row> rows) {

    /** One column. */
    public record RoleHead(String label, String duty) {}

    /** One permission, with a mark for each role. */
    public record Row(String permission, String meaning, List<Boolean> marks) {}
}
