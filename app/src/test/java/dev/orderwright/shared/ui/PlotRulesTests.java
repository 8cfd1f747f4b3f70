package dev.orderwright.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.ui.Plot.Column;
import dev.orderwright.shared.ui.Plot.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlotRulesTests {

    private static Plot plot(boolean line, Column... columns) {
        return Plot.of("a picture", List.of(columns), line, List.of(), Long::toString);
    }

    private static Column column(long line, long... parts) {
        return new Column(
                "c",
                java.util.Arrays.stream(parts)
                        .mapToObj(value -> new Part("x", value, "", ""))
                        .toList(),
                line);
    }

    @Test
    void theScaleIsRoundAndHoldsEverything() {
        Plot plot = plot(true, column(-434, -434), column(-234, 200), column(66, 300));

        assertThat(plot.scale()).containsExactly("400", "200", "0", "-200", "-400", "-600");
        assertThat(plot.zero()).isEqualTo("40.000");
    }

    @Test
    void partsStackUpwardsAndDownwardsFromZero() {
        Plot plot = plot(false, column(0, 30, 10, -20));

        assertThat(plot.bars())
                .extracting(Plot.Bar::y, Plot.Bar::height)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("16.667", "50.000"),
                        org.assertj.core.groups.Tuple.tuple("0.000", "16.667"),
                        org.assertj.core.groups.Tuple.tuple("66.667", "33.333"));
    }

    @Test
    void theLineIsAStairBecauseWhatStandsAtTheEndOfADayStandsUntilTheNext() {
        assertThat(plot(true, column(0), column(10)).path())
                .isEqualTo("0.000,100.000 50.000,100.000 50.000,0.000 100.000,0.000");
    }

    @Test
    void nothingAtAllIsStillAPictureWithAScale() {
        Plot plot = plot(true, column(0), column(0));

        assertThat(plot.bars()).isEmpty();
        assertThat(plot.scale()).containsExactly("1", "0");
        assertThat(plot.zero()).isEqualTo("100.000");
    }

    @Test
    void noMoreStepsAreNamedThanCanBeRead() {
        Column[] columns = IntStream.range(0, 28).mapToObj(i -> column(i)).toArray(Column[]::new);

        assertThat(plot(true, columns).steps()).hasSize(7);
    }

    @Test
    void aLinkCarriesItsParametersEncodedAndLeavesEmptyOnesOut() {
        Link link =
                Link.to("/inventory").with("q", "mug & plate").with("node", "").with("show", "none-free");

        assertThat(link).hasToString("/inventory?q=mug+%26+plate&show=none-free");
        assertThat(link.with("q", "")).hasToString("/inventory?show=none-free");
    }
}
