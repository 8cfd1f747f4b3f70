package dev.orderwright.bench.kill;

import dev.orderwright.bench.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often what is to be broken.
 *
 * @param home the folder of the program, with its front script
 * @param faults which kinds, in turn
 * @param orders how many orders the clients of a round place at most
 * @param logs where to keep what programs have logged in rounds in which something was found
 * @param data a prepared folder to work on, which is kept; without it temporary ones are used and deleted
 */
record KillOptions(
        Path home,
        List<Fault> faults,
        int rounds,
        long seed,
        int orders,
        Optional<Path> json,
        Optional<Path> logs,
        Optional<Path> data,
        List<String> javaOptions) {

    static KillOptions parse(Path home, List<String> line) {
        Words words = new Words(line);
        List<Fault> faults = new ArrayList<>();
        int rounds = 100;
        long seed = 1;
        int orders = 400;
        Path json = null;
        Path logs = null;
        Path data = null;
        List<String> javaOptions = new ArrayList<>();
        for (String word = words.next(); word != null; word = words.next()) {
            switch (word) {
                case "--rounds" -> rounds = Math.toIntExact(words.number(word, 1, 100_000));
                case "--seed" -> seed = words.number(word, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--orders" -> orders = Math.toIntExact(words.number(word, 10, 100_000));
                case "--json" -> json = Path.of(words.value(word));
                case "--logs" -> logs = Path.of(words.value(word));
                case "--data" -> data = Path.of(words.value(word));
                case "--java" -> javaOptions.add(words.value(word));
                default -> faults.add(fault(word));
            }
        }
        List<Fault> chosen = faults.isEmpty() ? Fault.all() : List.copyOf(faults);
        if (data != null && chosen.stream().anyMatch(fault -> fault.site() != Site.Kind.ALONE)) {
            chosen = chosen.stream()
                    .filter(fault -> fault.site() == Site.Kind.ALONE)
                    .toList();
            if (chosen.isEmpty()) {
                throw new Words.Wrong("a folder of your own goes with faults of one program on one disk only");
            }
        }
        return new KillOptions(
                home,
                chosen,
                rounds,
                seed,
                orders,
                Optional.ofNullable(json),
                Optional.ofNullable(logs),
                Optional.ofNullable(data),
                List.copyOf(javaOptions));
    }

    private static Fault fault(String word) {
        return Fault.all().stream()
                .filter(fault -> fault.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Words.Wrong((word.startsWith("-") ? "there is no option " : "there is no fault ")
                        + word + "; there are " + Fault.words()));
    }
}
