package dev.orderwright.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowRulesTests {

    @Test
    void oneIsNotMany() {
        assertThat(Show.count(0, "import", "imports")).isEqualTo("0 imports");
        assertThat(Show.count(1, "import", "imports")).isEqualTo("1 import");
        assertThat(Show.count(2, "import", "imports")).isEqualTo("2 imports");
        assertThat(Show.count(2_310, "entry", "entries")).isEqualTo("2,310 entries");
    }
}
