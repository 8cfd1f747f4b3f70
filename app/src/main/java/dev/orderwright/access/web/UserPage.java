package dev.orderwright.access.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.TimelineEntry;
import java.util.List;

/**
 * The form for a person.
 *
 * @param login null fields stay away from the form of somebody who exists: a login never changes
 * @param refusals those that no field shows
 */
public record UserPage(
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
