package dev.orderwright.exceptions.web;

import dev.orderwright.shared.ui.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fix of one exception would do, and the question whether to.
 *
 * @param label what it is done to
 * @param about what is the matter with that
 * @param changes what would happen, found out by doing it and taking it back
 * @param refused why it would be refused now; empty when it would not
 * @param reason null when none is asked for
 */
public record FixPage(
        String label,
        String url,
        String about,
        String fix,
        String effect,
        List<String> changes,
        String refused,
        @Nullable Field reason,
        String action,
        String here) {}
