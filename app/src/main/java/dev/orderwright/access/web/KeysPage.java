package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** The keys of programs. */
public record KeysPage(List<Row> rows) {

    /** One key; {@code revokeUrl} is empty when it is no longer live. */
    public record Row(
            String name,
            String prefix,
            String scopes,
            String created,
            String expires,
            String lastUsed,
            Chip state,
            String revokeUrl) {}
}
