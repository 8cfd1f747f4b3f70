package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** The page of the books. */
public record BooksPage(boolean balanced, String headline, String detail, List<LawRow> laws) {

    /** One law and how it stands. */
    public record LawRow(String title, String id, String checked, Chip state, List<DriftRow> drifts) {}

    /**
     * One thing that breaks it.
     *
     * @param url the page of the culprit, empty when it has none
     */
    public record DriftRow(String culprit, String url, String expected, String found) {}
}
