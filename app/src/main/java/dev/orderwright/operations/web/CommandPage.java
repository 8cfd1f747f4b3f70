package dev.orderwright.operations.web;

import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * One command, what it was answered and what it has recorded.
 *
 * @param answer as JSON; empty when it is too long for a page
 * @param length of the answer, in words
 * @param masked whether personal details are hidden from who looks
 * @param facts what it has recorded
 */
public record CommandPage(
        String title,
        List<KeyValue> details,
        String answer,
        String length,
        boolean masked,
        List<FactsPage.Row> facts) {}
