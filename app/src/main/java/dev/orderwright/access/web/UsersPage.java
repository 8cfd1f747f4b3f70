package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** The people who can sign in. */
public record UsersPage(List<Row> rows) {

    /** One person. */
    public record Row(
            String name, String login, String url, String roles, String limits, String lastSignedIn, Chip state) {}
}
