package dev.orderwright.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The way through a long list keeps its filters and says how much is shown. */
class PagerRulesTests {

    private static final Link LIST = Link.to("/items").with("q", "red bag");

    @Test
    void aListOfOnePageLeadsNowhere() {
        assertThat(Pager.of(new Page<>(List.of("a", "b"), null), LIST, "after", null, "item", "items"))
                .isEqualTo(new Pager("2 items", "", ""));
    }

    @Test
    void theFirstOfSeveralPagesLeadsOn() {
        assertThat(Pager.of(new Page<>(List.of("a", "b"), "b/1"), LIST, "after", null, "item", "items"))
                .isEqualTo(new Pager("2 items on this page", "", "/items?q=red+bag&after=b%2F1"));
    }

    @Test
    void theLastOfSeveralPagesLeadsBackToTheFirst() {
        assertThat(Pager.of(new Page<>(List.of("c"), null), LIST, "after", "b/1", "item", "items"))
                .isEqualTo(new Pager("1 item on this page", "/items?q=red+bag", ""));
    }
}
