package dev.orderwright.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be measured and how.
 *
 * @param home the folder of the program, with its front script
 * @param scenarios by name, in the order in which they run
 * @param runs how often each is measured; the median counts
 * @param measured how long one measurement takes
 * @param warmUp how long the program is driven before the first measurement of a scenario
 * @param stored how many orders of earlier days there are to be before the first scenario
 * @param soak how long trade goes on in {@link Soak}
 * @param orders how many come in {@link BulkMillion}
 * @param bars whether a bar that is missed fails the command
 * @param data keep everything in this folder; without it a temporary one is used and deleted
 */
record Options(
        Path home,
        List<Scenario> scenarios,
        int runs,
        Duration measured,
        Duration warmUp,
        long seed,
        long stored,
        Duration soak,
        long orders,
        boolean bars,
        Optional<Path> json,
        Optional<Path> plot,
        Optional<Path> data,
        List<String> javaOptions) {

    static Options parse(Path home, List<String> words) {
        Words reader = new Words(words);
        List<Scenario> chosen = new ArrayList<>();
        int runs = 3;
        Duration measured = Duration.ofSeconds(8);
        Duration warmUp = Duration.ofSeconds(40);
        long seed = 1;
        long stored = 0;
        Duration soak = Duration.ofMinutes(30);
        long orders = 1_000_000;
        boolean bars = false;
        Path json = null;
        Path plot = null;
        Path data = null;
        List<String> javaOptions = new ArrayList<>();
        for (String word = reader.next(); word != null; word = reader.next()) {
            switch (word) {
                case "--runs" -> runs = Math.toIntExact(reader.number(word, 1, 100));
                case "--seconds" -> measured = reader.seconds(word, "0.1", "3600");
                case "--warm-up" -> warmUp = Duration.ofSeconds(reader.number(word, 0, 3_600));
                case "--seed" -> seed = reader.number(word, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--stored" -> stored = reader.number(word, 0, 100_000_000);
                case "--minutes" -> soak = Duration.ofMinutes(reader.number(word, 1, 10_000));
                case "--orders" -> orders = reader.number(word, 1, 100_000_000);
                case "--bars" -> bars = true;
                case "--json" -> json = Path.of(reader.value(word));
                case "--plot" -> plot = Path.of(reader.value(word));
                case "--data" -> data = Path.of(reader.value(word));
                case "--java" -> javaOptions.add(reader.value(word));
                default -> chosen.add(scenario(word));
            }
        }
        return new Options(
                home,
                chosen.isEmpty() ? Scenarios.ALL : List.copyOf(chosen),
                runs,
                measured,
                warmUp,
                seed,
                stored,
                soak,
                orders,
                bars,
                Optional.ofNullable(json),
                Optional.ofNullable(plot),
                Optional.ofNullable(data),
                List.copyOf(javaOptions));
    }

    private static Scenario scenario(String word) {
        return Scenarios.named()
                .filter(scenario -> scenario.name().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new Words.Wrong((word.startsWith("-") ? "there is no option " : "there is no scenario ")
                                + word
                                + "; there are "
                                + String.join(
                                        ", ",
                                        Scenarios.named().map(Scenario::name).toList())));
    }
}
