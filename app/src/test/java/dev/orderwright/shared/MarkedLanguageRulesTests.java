package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkedLanguageRulesTests {

    @Test
    void wordsAreMarkedAndValuesAreNot() {
        assertThat(MarkedLanguage.marked("All good")).isEqualTo("⟦All good⟧");
        assertThat(MarkedLanguage.marked("{0} of {1}")).isEqualTo("{0}⟦ of ⟧{1}");
        assertThat(MarkedLanguage.marked("{0} {0|order|orders} found")).isEqualTo("{0}⟦ ⟧{0|⟦order⟧|⟦orders⟧}⟦ found⟧");
        assertThat(MarkedLanguage.marked("order{0||s}")).isEqualTo("⟦order⟧{0||⟦s⟧}");
    }
}
