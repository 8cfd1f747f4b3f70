package dev.orderwright.insight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.insight.Search.Found;
import dev.orderwright.insight.Search.Meant;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchScreensRulesTests {

    private static final Link HERE = Link.to("/search").with("q", "ada smith");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void whereEnoughWasLookedThroughThePageOffersToLookFurtherBack() {
        Found found = new Found(List.of(), 7L, Instant.parse("2026-03-02T10:15:00Z"), List.of(), List.of());

        assertThat(SearchScreens.pager(found, HERE, true, LONDON))
                .isEqualTo(new Pager(
                        "Looked back to orders of Mon 2 Mar 2026 10:15 GMT",
                        "/search?q=ada+smith",
                        "/search?q=ada+smith&after=7",
                        "Look further back"));
    }

    @Test
    void aPageThatIsFullLeadsOnAndTheLastOneDoesNot() {
        Found full = new Found(List.of(), 7L, null, List.of(), List.of());
        Found last = new Found(List.of(), null, null, List.of(), List.of());

        assertThat(SearchScreens.pager(full, HERE, false, LONDON))
                .isEqualTo(new Pager("0 orders shown, there are more", "", "/search?q=ada+smith&after=7"));
        assertThat(SearchScreens.pager(last, HERE, true, LONDON))
                .isEqualTo(new Pager("0 orders", "/search?q=ada+smith", ""));
    }

    @Test
    void whatWasLookedForInsteadIsSaidAndNamesOnlyToThoseWhoMaySeeThem() {
        Found found =
                new Found(List.of(), null, null, List.of(new Meant("smiht", List.of("smith", "smit"))), List.of("a"));

        assertThat(SearchScreens.notes(found, true))
                .containsExactly(
                        "No order has “smiht”; these have “smith” or “smit”.",
                        "Very many words begin with “a”, and only some of them were looked for: type more of it.");
        assertThat(SearchScreens.notes(found, false))
                .first()
                .isEqualTo("No order has “smiht”; these have something like it.");
    }
}
