package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsRulesTests {

    private static Options parse(String... words) {
        return Options.parse(Path.of("home"), List.of(words));
    }

    @Test
    void withoutWordsEverythingIsMeasured() {
        Options options = parse();
        assertThat(options.scenarios()).isEqualTo(Scenarios.ALL);
        assertThat(options.runs()).isEqualTo(3);
        assertThat(options.bars()).isFalse();
        assertThat(options.json()).isEmpty();
    }

    @Test
    void scenariosAndOptionsComeInAnyOrder() {
        Options options = parse(
                "--runs",
                "5",
                "hot",
                "--bars",
                "one",
                "--seconds",
                "0.25",
                "--json",
                "out.json",
                "--stored",
                "1000",
                "--minutes",
                "5",
                "--orders",
                "20000",
                "--java",
                "-Xmx512m");
        assertThat(options.scenarios().stream().map(Scenario::name)).containsExactly("hot", "one");
        assertThat(options.runs()).isEqualTo(5);
        assertThat(options.measured()).isEqualTo(Duration.ofMillis(250));
        assertThat(options.bars()).isTrue();
        assertThat(options.stored()).isEqualTo(1_000);
        assertThat(options.json()).contains(Path.of("out.json"));
        assertThat(options.soak()).isEqualTo(Duration.ofMinutes(5));
        assertThat(options.orders()).isEqualTo(20_000);
        assertThat(options.javaOptions()).containsExactly("-Xmx512m");
    }

    @Test
    void whatTakesLongIsMeasuredWhenItIsNamed() {
        assertThat(parse("soak", "bulk-million").scenarios().stream().map(Scenario::name))
                .containsExactly("soak", "bulk-million");
        assertThat(parse().scenarios().stream().map(Scenario::name)).doesNotContain("soak", "bulk-million");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --fast      | there is no option --fast
                    plaice      | there is no scenario plaice; there are place
                    --runs      | --runs needs a value
                    --runs zero | --runs needs a whole number, not zero
                    --runs 0    | --runs must be between 1 and 100, not 0
                    --seconds x | --seconds needs a number of seconds, not x
                    --seconds 0 | --seconds must be between 0.1 and 3600, not 0
                    """)
    void whatIsWrongIsSaid(String words, String said) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(Words.Wrong.class)
                .hasMessageStartingWith(said);
    }
}
