package dev.orderwright.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingRulesTests {

    @ParameterizedTest
    @CsvSource({
        "smith, smith, true",
        "smiht, smith, true",
        "smth, smith, true",
        "smitth, smith, true",
        "smyth, smith, true",
        "xmith, smith, true",
        "smit, smith, true",
        "smiths, smith, true",
        "msith, smith, true",
        "smhit, smith, false",
        "smy, smith, false",
        "müler, müller, true",
        "😀ada, ada, true",
        "htims, smith, false"
    })
    void oneSlipIsForgiven(String typed, String meant, boolean near) {
        assertThat(Spelling.isNear(typed, meant)).isEqualTo(near);
        assertThat(Spelling.isNear(meant, typed)).isEqualTo(near);
    }

    @Test
    void allThatOneSlipMakesOfAWordIsNearAndNothingElse() {
        List<String> words = words("abc", 4);
        for (String word : words) {
            Set<String> slips = slips(word);
            for (String other : words) {
                assertThat(Spelling.isNear(word, other)).as(word + " " + other).isEqualTo(slips.contains(other));
            }
        }
    }

    /** All words of some letters, up to a length. */
    private static List<String> words(String letters, int length) {
        List<String> all = new ArrayList<>(List.of(""));
        for (int from = 0, of = 1; of <= length; of++) {
            int until = all.size();
            for (; from < until; from++) {
                for (char letter : letters.toCharArray()) {
                    all.add(all.get(from) + letter);
                }
            }
        }
        return all;
    }

    private static Set<String> slips(String word) {
        Set<String> slips = new TreeSet<>(Set.of(word));
        for (int i = 0; i <= word.length(); i++) {
            for (char letter : "abc".toCharArray()) {
                slips.add(word.substring(0, i) + letter + word.substring(i));
                if (i < word.length()) {
                    slips.add(word.substring(0, i) + letter + word.substring(i + 1));
                }
            }
            if (i < word.length()) {
                slips.add(word.substring(0, i) + word.substring(i + 1));
            }
            if (i + 1 < word.length()) {
                slips.add(word.substring(0, i) + word.charAt(i + 1) + word.charAt(i) + word.substring(i + 2));
            }
        }
        return slips;
    }

    @Test
    void numbersAndShortWordsAreTakenAsTheyAreWritten() {
        assertThat(Spelling.mayBeWrong("4711")).isFalse();
        assertThat(Spelling.mayBeWrong("ann")).isFalse();
        assertThat(Spelling.mayBeWrong("anna")).isTrue();
        assertThat(Spelling.mayBeWrong("ls1-4")).isTrue();
    }
}
