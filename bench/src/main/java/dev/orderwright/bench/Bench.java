package dev.orderwright.bench;

import dev.orderwright.bench.Result.Bar;
import dev.orderwright.bench.kill.KillCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ./orderwright bench}: measures a program of its own over its public API, and tells by the exit code. */
public final class Bench {

    private static final int DONE = 0;
    private static final int MISSED = 1;
    private static final int MISUSED = 2;

    private Bench() {}

    public static void main(String[] words) {
        Path home = Path.of(System.getProperty("orderwright.home", "."));
        List<String> line = List.of(words);
        System.exit(
                !line.isEmpty() && line.getFirst().equals("kill")
                        ? KillCommand.run(home, line.subList(1, line.size()))
                        : run(home, line));
    }

    @SuppressWarnings("SystemOut") // it is a command
    static int run(Path home, List<String> words) {
        Options options;
        try {
            options = Options.parse(home, words);
        } catch (Words.Wrong e) {
            System.err.println("orderwright: " + e.getMessage());
            System.err.println("./orderwright bench --help tells more.");
            return MISUSED;
        }
        List<Result> results = measure(options);
        options.json().ifPresent(file -> write(file, Report.json(options, results)));
        options.plot().ifPresent(file -> write(file, Plot.svg(results)));
        boolean met = results.stream().allMatch(result -> result.bars().stream().allMatch(result::met));
        return met || !options.bars() ? DONE : MISSED;
    }

    @SuppressWarnings("SystemOut")
    private static List<Result> measure(Options options) {
        Path data = options.data().orElseGet(Bench::temporary);
        List<Result> results = new ArrayList<>();
        say("Starting a program of its own; data in " + data);
        try (Lab lab = new Lab(
                options, Subject.start(options.home(), data, Optional.empty(), javaOptions(options)), Bench::say)) {
            System.out.println(
                    Report.machine(Meters.residentMegabytes(lab.subject().pid())));
            if (options.stored() > 0) {
                EarlierOrders.load(lab, options.stored());
            }
            for (Scenario scenario : options.scenarios()) {
                say(scenario.name() + ": " + scenario.what());
                Result result = scenario.run(lab);
                System.out.println(Report.text(result));
                if (options.bars()) {
                    for (Bar bar : result.bars()) {
                        System.out.println(Report.bar(result, bar));
                    }
                }
                lab.requireBooksBalance();
                results.add(result);
            }
        } finally {
            if (options.data().isEmpty()) {
                delete(data);
            }
        }
        return results;
    }

    static List<String> javaOptions(Options options) {
        List<String> all = new ArrayList<>(options.javaOptions());
        all.add(Subject.NO_REHEARSAL);
        all.add("-Dorderwright.count-statements=true");
        // Otherwise what is measured would depend on the weekday: nodes are closed on Sundays.
        all.add("-Dorderwright.release.automatic=false");
        return all;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String what) {
        System.err.println("  " + what);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("orderwright-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
