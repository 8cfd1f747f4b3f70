package dev.orderwright.access.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/** The form for a new key. */
public record NewKeyPage(
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
