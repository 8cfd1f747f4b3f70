package dev.orderwright.access.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/** What the pages about API keys show. */
public final class KeyViews {

    private KeyViews() {}

    /** The keys of programs. */
    public record KeyList(List<Row> rows) {

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

    /** The form for a new key. */
    public record NewKey(
            Field name,
            Field expiresOn,
            Field nodes,
            Field channels,
            List<Area> areas,
            String scopesError,
            List<Refusal> refusals) {

        /** Scopes about one thing. */
        public record Area(String name, List<Choice> choices) {}

        /** One scope to tick. */
        public record Choice(String scope, String meaning, boolean chosen) {}
    }

    /** A new key, shown once. */
    public record ShownKey(String name, String secret, String example) {}
}
