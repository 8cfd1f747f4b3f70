package dev.orderwright.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.bench.Words;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KillOptionsRulesTests {

    private static KillOptions parse(String... words) {
        return KillOptions.parse(Path.of("home"), List.of(words));
    }

    @Test
    void withoutWordsEveryFaultIsInflictedInTurnAHundredTimesInAll() {
        KillOptions options = parse();
        assertThat(options.faults()).containsExactly(Fault.values());
        assertThat(options.rounds()).isEqualTo(100);
        assertThat(options.data()).isEmpty();
    }

    @Test
    void faultsAndOptionsComeInAnyOrder() {
        KillOptions options = parse("--rounds", "7", "kill-both", "--seed", "-3", "full-disk", "--orders", "50");
        assertThat(options.faults()).containsExactly(Fault.KILL_BOTH, Fault.FULL_DISK);
        assertThat(options.rounds()).isEqualTo(7);
        assertThat(options.seed()).isEqualTo(-3);
        assertThat(options.orders()).isEqualTo(50);
    }

    @Test
    void aFolderOfOnesOwnIsForOneProgramOnItsOwnDisk() {
        assertThat(parse("--data", "big").faults()).allMatch(fault -> fault.site() == Site.Kind.ALONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --fast                  | there is no option --fast
                    kill-everybody          | there is no fault kill-everybody; there are kill-program
                    --rounds 0              | --rounds must be between 1 and 100000, not 0
                    --data big full-disk    | a folder of your own goes with faults of one program
                    """)
    void whatIsWrongIsSaid(String words, String said) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(Words.Wrong.class)
                .hasMessageStartingWith(said);
    }
}
