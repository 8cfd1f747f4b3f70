package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * What the search box has found.
 *
 * @param notes what was looked for instead of what was typed
 */
public record SearchPage(String text, List<QuickSearch.Hit> others, List<Hit> hits, List<String> notes, Pager pager) {

    /** An order that has the words. */
    public record Hit(
            String number, String url, String customer, String external, Chip state, String placed, String total) {}
}
