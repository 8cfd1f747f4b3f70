package dev.orderwright.operations.web;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/**
 * What the program does by itself, and what it waits for.
 *
 * @param summary one sentence about all works
 * @param working whether this program does background work at all
 */
public record WorkPage(
        String summary,
        boolean working,
        List<Work> works,
        List<Waiting> waiting,
        List<ReaderRow> readers,
        List<ProgramRow> programs) {

    /**
     * One background work of the program that answers.
     *
     * @param code its stable name, as logs and metrics have it
     * @param last when its last round ended
     * @param took how long that was
     * @param failure when and why its last failed round failed; empty when none did
     */
    public record Work(
            String name,
            String code,
            Chip state,
            String last,
            String took,
            String done,
            String rounds,
            String failure,
            String failedAt) {}

    /**
     * One queue of what waits for somebody outside.
     *
     * @param url the rows behind the number; empty when there is no page of them
     */
    public record Waiting(String what, String count, String oldest, Chip state, String url) {}

    /** One reader of the facts. */
    public record ReaderRow(String name, String code, Chip state, String behind, String oldest) {}

    /** One program that shares the database. */
    public record ProgramRow(String slot, String owner, String heardOfUntil, boolean thisOne) {}
}
