package dev.orderwright.exceptions.web;

import java.util.List;

/**
 * All causes at a glance.
 *
 * @param summary how many there are in all; empty when there are none
 * @param open those with something to do
 * @param done those without
 * @param blind whether the viewer works on none at all
 */
public record CardsPage(String summary, List<Card> open, List<Done> done, boolean blind) {

    /**
     * @param facts its oldest, its worth, who looks after it: one line each
     * @param late how many promises are at risk, in words; empty for none
     */
    public record Card(
            String title, String meaning, String url, String count, String css, List<String> facts, String late) {}

    /** A cause that nothing is the matter with. */
    public record Done(String title, String url) {}
}
