package dev.orderwright.access.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.TimelineEntry;
import java.util.List;

/** What the pages about people show. */
public final class UserViews {

    private UserViews() {}

    /** The people who can sign in. */
    public record UserList(List<Row> rows) {

        /** One person. */
        public record Row(
                String name, String login, String url, String roles, String limits, String lastSignedIn, Chip state) {}
    }

    /**
     * The form for a person.
     *
     * @param login null fields stay away from the form of somebody who exists: a login never changes
     * @param refusals those that no field shows
     */
    public record UserDetail(
            boolean isNew,
            String name,
            String action,
            String resetUrl,
            Field login,
            Field displayName,
            List<RoleChoice> roles,
            String rolesError,
            Field nodes,
            Field channels,
            Field amountCap,
            boolean active,
            String version,
            List<Refusal> refusals,
            List<TimelineEntry> history) {

        /** One role to tick. */
        public record RoleChoice(String value, String label, String duty, boolean chosen) {}
    }

    /** A temporary password, shown once. */
    public record ShownPassword(String name, String login, String password, String userUrl) {}
}
