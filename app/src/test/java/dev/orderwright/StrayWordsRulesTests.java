package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrayWordsRulesTests {

    private final StrayWords strays = new StrayWords(List.of("Ada Example", "web"));

    @Test
    void findsWhatIsNotMarked() {
        assertThat(strays.of("<p>⟦All good⟧</p><p>Not <b>sourced</b> ⟦at⟧ LONDON</p>"))
                .containsExactly("Not", "sourced");
        assertThat(strays.of("<p>⟦held by ⟧Ada Example⟦ since ⟧yesterday</p>"))
                .containsExactly("⟦held by ⟧Ada Example⟦ since ⟧yesterday");
        assertThat(strays.of("<td>CUSTOMER_REQUEST</td>")).containsExactly("CUSTOMER_REQUEST");
    }

    @Test
    void looksIntoWhatIsReadOutAndShownOnHover() {
        assertThat(strays.of("<button title=\"Send it\" aria-label=\"⟦Send⟧\"></button><input placeholder='x'>"))
                .containsExactly("title: Send it");
    }

    @Test
    void dataAreNoWords() {
        assertThat(strays.of("<p>Ada Example, web</p><p>SO-100008 15034 41 MB ada@example.com /orders</p>"))
                .isEmpty();
        assertThat(strays.of("<p>webs</p>")).containsExactly("webs");
    }

    @Test
    void whatIsInNoLanguageOrAnotherIsPassedOver() {
        assertThat(strays.of("<code>orders:read</code><script>let open;</script><span class=\"muted mono\">key</span>"))
                .isEmpty();
        assertThat(strays.of("<div lang=\"de\"><div>Guten Tag</div> auch hier</div> here"))
                .containsExactly("here");
        assertThat(strays.of("<a title=\"release\" translate=\"no\">code <b translate=\"yes\">Released</b> code</a>"))
                .containsExactly("Released");
    }
}
