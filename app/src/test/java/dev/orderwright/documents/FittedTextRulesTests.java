package dev.orderwright.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FittedTextRulesTests {

    /** Ten units wide and thirty high: of letters one unit wide, ten in a row and three rows. */
    private static final FittedText.Space SPACE = new FittedText.Space(10, 3, 1);

    private static final double[] SIZES = {1, 0.5};

    @Test
    void shortLinesStandInTheLargestSize() {
        assertThat(fit("Ann Lee", "1 High St", "Leeds"))
                .isEqualTo(new FittedText(1, List.of("Ann Lee", "1 High St", "Leeds")));
    }

    @Test
    void aLongLineIsBrokenAtABlank() {
        assertThat(fit("12 Upper Mill Rd", "Leeds"))
                .isEqualTo(new FittedText(1, List.of("12 Upper", "Mill Rd", "Leeds")));
    }

    @Test
    void aWordLongerThanTheRowIsBrokenWhereTheRowEnds() {
        assertThat(fit("Donaudampfschiff")).isEqualTo(new FittedText(1, List.of("Donaudampf", "schiff")));
    }

    @Test
    void whatDoesNotFitIsSetSmaller() {
        assertThat(fit("one", "two", "three", "four"))
                .isEqualTo(new FittedText(0.5, List.of("one", "two", "three", "four")));
    }

    @Test
    void whatFitsInNoSizeEndsInAnEllipsis() {
        FittedText text = fit("1", "2", "3", "4", "5", "6", "7");
        assertThat(text.size()).isEqualTo(0.5);
        assertThat(text.rows()).containsExactly("1", "2", "3", "4", "5", "6 7");
        assertThat(fit("1", "2", "3", "4", "5", "6 and much more than a row", "7")
                        .rows())
                .hasSize(6)
                .last()
                .isEqualTo("6 and much more tha…");
    }

    @Test
    void blankLinesTakeNoRow() {
        assertThat(fit("", "Ann", "   ", "Leeds").rows()).containsExactly("Ann", "Leeds");
    }

    @Test
    void charactersOfTwoHalvesAreNotTornApart() {
        String row =
                FittedText.shorten("😀😀😀😀😀😀", 4, 1, (text, size) -> text.codePointCount(0, text.length()) * size);
        assertThat(row).isEqualTo("😀😀😀…");
    }

    private static FittedText fit(String... lines) {
        return FittedText.fit(List.of(lines), SPACE, SIZES, (text, size) -> text.length() * size);
    }
}
