package dev.orderwright.bench.kill;

import dev.orderwright.bench.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** {@code ./orderwright bench kill}: breaks programs of its own, round after round, and tells what came of it. */
public final class KillCommand {

    private static final int GOOD = 0;
    private static final int BROKEN = 1;
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(15);

    /** After so many rounds a fresh data folder is made: enough for damage to show, few enough to check it quickly. */
    private static final int ROUNDS_PER_FOLDER = 15;

    private final KillOptions options;
    private final Consumer<String> say;
    private final List<Round.Result> results = new ArrayList<>();
    private volatile @Nullable Site site;
    private int onThisFolder;

    private KillCommand(KillOptions options, Consumer<String> say) {
        this.options = options;
        this.say = say;
    }

    /** Returns the exit code: 1 when anything was lost, doubled, oversold, untrue or stuck, or started too slowly. */
    @SuppressWarnings("SystemOut") // it is a command
    public static int run(Path home, List<String> words) {
        KillOptions options;
        try {
            options = KillOptions.parse(home, words);
        } catch (Words.Wrong e) {
            System.err.println("orderwright: " + e.getMessage());
            System.err.println("./orderwright bench --help tells more.");
            return 2;
        }
        Consumer<String> say = what -> System.err.println("  " + what);
        if (!Program.startsFast(options.home())) {
            say.accept("letting the program record a start, so that later ones are as fast as at its users'");
            Program.recordStart(options.home(), options.javaOptions());
        }
        List<Round.Result> results = results(options, say);
        KillTable table = new KillTable(results);
        System.out.println(table.text());
        options.json().ifPresent(file -> write(file, table.json(options.seed())));
        return results.stream().allMatch(KillCommand::isGood) ? GOOD : BROKEN;
    }

    private static boolean isGood(Round.Result result) {
        return result.isGood() && result.restart().orElse(Duration.ZERO).compareTo(RESTART_LIMIT) <= 0;
    }

    static List<Round.Result> results(KillOptions options, Consumer<String> say) {
        KillCommand command = new KillCommand(options, say);
        Thread ending = new Thread(command::leave); // Ctrl-C leaves no program behind
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            command.runAll();
        } finally {
            command.leave();
            Runtime.getRuntime().removeShutdownHook(ending);
        }
        return command.results;
    }

    private void runAll() {
        int number = 0;
        List<Fault> plan = plan();
        for (Fault fault : plan) {
            SplittableRandom random = new SplittableRandom(options.seed() * 1_000_003 + ++number);
            Site at = siteFor(fault, random.split());
            long begun = System.nanoTime();
            String name = "k" + Long.toString(System.currentTimeMillis(), 36) + number;
            boolean booksAfter = options.data().isEmpty() || number == plan.size();
            Round.Result result = Round.run(fault, at, options, booksAfter, name, random);
            results.add(result);
            say.accept(line(number, plan.size(), result, (System.nanoTime() - begun) / 1e9));
            result.findings().stream().limit(20).forEach(finding -> say.accept("    " + finding));
            if (!result.findings().isEmpty()) {
                options.logs().ifPresent(to -> at.keepLogs(to, name));
            }
            onThisFolder++;
            if (!result.isGood()) {
                leave(); // what is broken must not be found again in the next round
            }
        }
    }

    /** Every kind in turn, those of one site together, so that programs need not be started for each round. */
    private List<Fault> plan() {
        List<Fault> possible = options.faults();
        if (possible.stream().anyMatch(fault -> fault.site() == Site.Kind.SMALL_DISK) && !SmallDisk.isPossible()) {
            say.accept("full-disk is left out: only root can mount a small file system to be filled");
            possible = possible.stream()
                    .filter(fault -> fault.site() != Site.Kind.SMALL_DISK)
                    .toList();
        }
        List<Fault> plan = new ArrayList<>();
        for (int i = 0; i < options.rounds() && !possible.isEmpty(); i++) {
            plan.add(possible.get(i % possible.size()));
        }
        plan.sort(Comparator.comparing(Fault::site));
        return plan;
    }

    private Site siteFor(Fault fault, SplittableRandom random) {
        Site open = site;
        if (open != null && (open.kind() != fault.site() || onThisFolder >= ROUNDS_PER_FOLDER)) {
            leave();
            open = null;
        }
        if (open == null) {
            say.accept("starting " + fault.site().what());
            open = Site.open(options, fault.site(), random);
            site = open;
            onThisFolder = 0;
            Shift shift = new Shift();
            shift.end(Duration.ofMinutes(2));
            try (Client client = new Client(open.doors(), shift, random)) {
                new Range(client).prepareCompany("company-" + Long.toString(System.nanoTime(), 36));
            }
        }
        return open;
    }

    private synchronized void leave() {
        Site open = site;
        site = null;
        if (open != null) {
            open.close();
        }
    }

    private static String line(int number, int all, Round.Result result, double seconds) {
        return String.format(
                Locale.ROOT,
                "round %d of %d, %s: %,d orders, %,d questions without an answer, %s; back after %.1f s%s; took %.0f s",
                number,
                all,
                result.fault().word(),
                result.acknowledged(),
                result.unanswered(),
                result.isGood() ? "all is well" : "BROKEN",
                result.back().toMillis() / 1_000.0,
                result.restart()
                        .map(time -> String.format(Locale.ROOT, ", restart %.1f s", time.toMillis() / 1_000.0))
                        .orElse(""),
                seconds);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
