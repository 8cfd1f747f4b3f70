package dev.orderwright.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few rounds on a real program, so that neither the program nor the harness can rot; the long run is a command. */
class KillScenarioTests {

    @Test
    void killsAndCutsLoseNothingAndDoNothingTwice() {
        List<String> said = new ArrayList<>();
        KillOptions options = KillOptions.parse(
                Path.of("..").toAbsolutePath().normalize(),
                List.of("cut-clients", "kill-sessions", "kill-both", "--rounds", "3", "--orders", "100"));
        List<Round.Result> results = KillCommand.results(options, said::add);
        assertThat(results).hasSize(3).allMatch(Round.Result::isGood, String.join("\n", said));
        assertThat(results).as(said.toString()).allMatch(result -> result.acknowledged() > 0);
        assertThat(results.stream().mapToLong(Round.Result::unanswered).sum()).isPositive();
        assertThat(results.stream().mapToLong(Round.Result::internalErrors).sum())
                .as(said.toString())
                .isZero();
    }
}
