package dev.orderwright.bench.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Rounds by kind of fault, as people read them and as programs do. */
final class KillTable {

    private static final String HEAD =
            "| fault | rounds | orders | no answer | lost | duplicate | oversold | untrue | laws | stuck | 500s"
                    + " | restart p50/max s | first 503 p50/max s | back to normal p50/max s |";

    private final Map<Fault, List<Round.Result>> byFault = new EnumMap<>(Fault.class);

    KillTable(List<Round.Result> results) {
        results.forEach(result -> byFault.computeIfAbsent(result.fault(), any -> new ArrayList<>())
                .add(result));
    }

    /** As a table of Markdown, which also reads well on a terminal. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(HEAD, HEAD.replaceAll("[^|]+", " --- ")));
        byFault.forEach((fault, rounds) -> lines.add(row(fault.word(), rounds)));
        lines.add(row("all", byFault.values().stream().flatMap(List::stream).toList()));
        return String.join("\n", lines);
    }

    private static String row(String name, List<Round.Result> rounds) {
        return Stream.of(
                        name,
                        rounds.size(),
                        sum(rounds, Round.Result::acknowledged),
                        sum(rounds, Round.Result::unanswered),
                        sum(rounds, round -> round.found().lost()),
                        sum(rounds, round -> round.found().duplicates()),
                        sum(rounds, round -> round.found().oversold()),
                        sum(rounds, round -> round.found().untrue()),
                        sum(rounds, Round.Result::law),
                        sum(rounds, Round.Result::stuck),
                        sum(rounds, Round.Result::internalErrors),
                        times(rounds, Round.Result::restart),
                        times(rounds, Round.Result::later),
                        times(rounds, round -> Optional.of(round.back())))
                .map(String::valueOf)
                .reduce("|", (line, cell) -> line + " " + cell + " |");
    }

    private static long sum(List<Round.Result> rounds, ToLongFunction<Round.Result> figure) {
        return rounds.stream().mapToLong(figure).sum();
    }

    private static String times(List<Round.Result> rounds, Function<Round.Result, Optional<Duration>> figure) {
        List<Double> seconds = seconds(rounds, figure);
        return seconds.isEmpty()
                ? "–"
                : String.format(Locale.ROOT, "%.1f / %.1f", seconds.get(seconds.size() / 2), seconds.getLast());
    }

    private static List<Double> seconds(List<Round.Result> rounds, Function<Round.Result, Optional<Duration>> figure) {
        return rounds.stream()
                .flatMap(round -> figure.apply(round).stream())
                .map(duration -> duration.toMillis() / 1_000.0)
                .sorted()
                .toList();
    }

    /** Everything, for programs. */
    String json(long seed) {
        List<Map<String, Object>> all = new ArrayList<>();
        byFault.values().stream().flatMap(List::stream).forEach(round -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("fault", round.fault().word());
            one.put("orders", round.acknowledged());
            one.put("unanswered", round.unanswered());
            one.put("lost", round.found().lost());
            one.put("duplicates", round.found().duplicates());
            one.put("oversold", round.found().oversold());
            one.put("untrue", round.found().untrue());
            one.put("lawViolations", round.law());
            one.put("stuck", round.stuck());
            one.put("internalErrors", round.internalErrors());
            round.restart().ifPresent(time -> one.put("restartMillis", time.toMillis()));
            round.later().ifPresent(time -> one.put("first503Millis", time.toMillis()));
            one.put("backToNormalMillis", round.back().toMillis());
            one.put("findings", round.findings());
            all.add(one);
        });
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("seed", seed);
        report.put("processors", Runtime.getRuntime().availableProcessors());
        report.put("rounds", all);
        return Answer.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report) + "\n";
    }
}
