package dev.orderwright.whatif.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Plot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run: how far it is, and what came of it.
 *
 * @param bodyUrl where the part of the page that changes is fetched again
 * @param stopUrl empty when there is nothing to stop
 * @param problem why there is no result; empty while there may be one
 * @param answer null until there is one
 */
public record WhatIfPage(
        String title,
        Chip state,
        String bodyUrl,
        boolean running,
        long done,
        long total,
        String progress,
        String stopUrl,
        String problem,
        List<KeyValue> facts,
        @Nullable Answer answer) {

    /**
     * What came of it.
     *
     * @param sentences the answer in words, the most important first
     * @param base what the version that is compared with is called
     * @param test what the version that is tried out is called
     * @param cost what the orders of each day would have cost more or less
     * @param nodes parcels of each node on both sides
     * @param different how many orders would have been served in another way, in words
     * @param takeOver null for who may not let it take over
     */
    public record Answer(
            List<String> sentences,
            String base,
            String test,
            List<Row> rows,
            Plot cost,
            Plot nodes,
            List<NodeRow> loads,
            String different,
            List<ExampleRow> examples,
            @Nullable TakeOver takeOver) {}

    /**
     * A figure of both sides.
     *
     * @param tone of the difference: {@code good}, {@code bad} or empty
     * @param part whether it is a part of the figure above it
     */
    public record Row(String label, String base, String test, String difference, String tone, boolean part) {}

    /** What a node sends on both sides: all its parcels, and those of its busiest day. */
    public record NodeRow(String node, String base, String test, String baseBusiest, String testBusiest) {}

    /** An order that would have been served in another way. */
    public record ExampleRow(
            String number, String url, List<String> base, List<String> test, String difference, String tone) {}

    /**
     * The form by which the version that was tried out takes over.
     *
     * @param seen the latest version there is
     */
    public record TakeOver(String url, int seen, Field from, Field why, List<Refusal> refusals) {}
}
