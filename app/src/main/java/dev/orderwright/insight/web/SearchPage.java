package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** What the search box has found. */
public record SearchPage(String text, List<Hit> hits) {

    /** An order that has the words. */
    public record Hit(
            String number, String url, String customer, String external, Chip state, String placed, String total) {}
}
