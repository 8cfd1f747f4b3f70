package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * One's own account.
 *
 * @param allowed what the roles allow, as sentences
 */
public record AccountPage(
        String name, List<Chip> roles, List<KeyValue> facts, List<String> allowed, List<SessionRow> sessions) {

    /**
     * One place where one is signed in.
     *
     * @param device short and readable: {@code Firefox on Linux}
     */
    public record SessionRow(
            String device, String address, String since, String lastSeen, boolean current, String endUrl) {}

    public boolean hasOthers() {
        return sessions.size() > 1;
    }
}
