package dev.orderwright.whatif.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import java.util.List;

/**
 * The runs, and a form to ask for another.
 *
 * @param askUrl empty for who may only look
 */
public record WhatIfListPage(
        String askUrl, List<Field> fields, List<Refusal> refusals, List<RunRow> rows, Pager pager) {

    /** One run. */
    public record RunRow(String url, String what, String period, String channel, Chip state, String asked, String by) {}
}
