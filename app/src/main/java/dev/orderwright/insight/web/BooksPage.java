package dev.orderwright.insight.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Tone;
import java.util.List;

/**
 * The page of the books: the last check, what it found, and what was repaired.
 *
 * @param checked false while no check was ever made
 * @param mayRepair whether the caller may book a repair
 * @param refusals why a repair was not booked
 */
public record BooksPage(
        boolean checked,
        Tone tone,
        String headline,
        String detail,
        boolean mayRepair,
        List<Refusal> refusals,
        List<BrokenLaw> broken,
        List<LawRow> laws,
        List<RunRow> runs,
        List<RepairRow> repairs) {

    /** One law and how it stands. */
    public record LawRow(String title, String id, String checked, Chip state) {}

    /**
     * A law that is broken.
     *
     * @param possible whether there is a repair
     * @param repair what it does, or why there is none
     * @param more how many culprits are not shown; empty when all are
     */
    public record BrokenLaw(
            String title, String id, Chip count, boolean possible, String repair, List<DriftRow> drifts, String more) {}

    /**
     * One thing that breaks it.
     *
     * @param url the page of the culprit, empty when it has none
     * @param subject what a repair is booked for; empty where another row of the same culprit offers it already
     */
    public record DriftRow(String culprit, String url, String expected, String found, String subject) {}

    /** A check that was made. */
    public record RunRow(String when, String who, String took, Chip found) {}

    /** A repair that was booked. */
    public record RepairRow(String when, String who, String law, String url, String what, String reason) {}
}
