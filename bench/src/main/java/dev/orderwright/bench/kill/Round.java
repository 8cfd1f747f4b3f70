package dev.orderwright.bench.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Clients at work, a fault at some moment, everything answered in the end, and then the reckoning. */
final class Round {

    private static final int BUYERS = 6;
    private static final int PICKERS = 2;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration NORMAL_LIMIT = Duration.ofSeconds(30);
    private static final Duration FINISH_LIMIT = Duration.ofSeconds(60);

    private final Site site;
    private final Path home;
    private final boolean booksAfter;
    private final Notebook notebook;
    private final SplittableRandom random;
    private final Shift shift = new Shift();

    private Round(Site site, Path home, boolean booksAfter, String name, SplittableRandom random) {
        this.site = site;
        this.home = home;
        this.booksAfter = booksAfter;
        this.notebook = new Notebook(name);
        this.random = random;
    }

    /**
     * What a round has come to.
     *
     * @param law violations of the books
     * @param stuck what nothing and nobody could move on
     * @param restart until the program served again, where one was started
     * @param later until the first caller was told to come back, where one was
     * @param back from the end of the fault until everything was answered as usual
     * @param internalErrors answers 500 to 599 but 503
     */
    record Result(
            Fault fault,
            long acknowledged,
            long unanswered,
            Audit.Found found,
            long law,
            long stuck,
            Optional<Duration> restart,
            Optional<Duration> later,
            Duration back,
            long internalErrors,
            List<String> findings) {

        boolean isGood() {
            return found.lost() + found.duplicates() + found.oversold() + found.untrue() + law + stuck == 0;
        }
    }

    /** @param booksAfter whether the books are checked after it; what a round has broken is still there in a later one */
    static Result run(
            Fault fault, Site site, KillOptions options, boolean booksAfter, String name, SplittableRandom random) {
        return new Round(site, options.home(), booksAfter, name, random).run(fault, options.orders());
    }

    private Result run(Fault fault, int orders) {
        try (Client preparer = client()) {
            new Range(preparer).prepareRound(notebook);
        }
        List<Thread> crew = crew(orders);
        Shift.pause(800 + random.nextInt(1_500));
        Strike.Done strike = Strike.inflict(fault, site, random.split());
        awaitNormal(strike.liftedAt());
        shift.end(FINISH_LIMIT);
        awaitEnd(crew);
        return reckon(fault, strike);
    }

    private Client client() {
        return new Client(site.doors(), shift, random.split());
    }

    private List<Thread> crew(int orders) {
        AtomicInteger ordersLeft = new AtomicInteger(orders);
        List<Thread> crew = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            crew.add(start(client -> new Buyer(client, notebook, ordersLeft)));
        }
        crew.add(start(client -> new Receiver(client, notebook)));
        for (int i = 0; i < PICKERS; i++) {
            crew.add(start(client -> new Picker(client, notebook)));
        }
        return crew;
    }

    private interface Job {
        Runnable of(Client client);
    }

    private Thread start(Job job) {
        Client client = client();
        return Thread.ofVirtual().start(() -> {
            try (client) {
                job.of(client).run();
            } catch (RuntimeException e) {
                notebook.stuck(String.valueOf(e.getMessage()));
            }
        });
    }

    private void awaitNormal(long liftedAt) {
        long end = liftedAt + NORMAL_LIMIT.toNanos();
        long quiet = System.nanoTime();
        Shift.pause(QUIET.toMillis());
        while (!shift.attempts().isNormalSince(quiet) && System.nanoTime() < end) {
            quiet = System.nanoTime();
            Shift.pause(QUIET.toMillis());
        }
    }

    private void awaitEnd(List<Thread> crew) {
        for (Thread one : crew) {
            try {
                if (!one.join(FINISH_LIMIT.plusSeconds(30))) {
                    notebook.stuck("a client does not come to its end");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    private Result reckon(Fault fault, Strike.Done strike) {
        Attempts attempts = shift.attempts();
        Optional<Duration> later = attempts.firstLater(strike.struckAt());
        Duration back = attempts.untilNormal(strike.liftedAt());
        long unanswered = attempts.unanswered();
        long internalErrors = attempts.internalErrors();
        Audit.Found found;
        List<String> findings = new ArrayList<>();
        Shift afterwards = new Shift();
        afterwards.end(FINISH_LIMIT.plusSeconds(60));
        try (Client auditor = new Client(site.doors(), afterwards, random.split())) {
            findings.addAll(notebook.stuck());
            findings.addAll(Settling.await(auditor, notebook));
            found = Audit.compare(notebook, Stored.read(auditor, notebook));
        }
        long stuck = findings.size();
        List<String> drifts = booksAfter ? drifts() : List.of();
        findings.addAll(found.findings());
        findings.addAll(drifts);
        shift.troubles().forEach(trouble -> findings.add("was answered " + trouble));
        return new Result(
                fault,
                notebook.acknowledged(),
                unanswered,
                found,
                drifts.size(),
                stuck,
                strike.restart(),
                later,
                back,
                internalErrors,
                findings);
    }

    /** The books, as an operator checks them; one entry for each law that does not hold. */
    private List<String> drifts() {
        try {
            Process check = new ProcessBuilder(
                            home.resolve("orderwright").toString(),
                            "check",
                            "--json",
                            "--data",
                            site.data().toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = check.waitFor();
            List<String> drifts = new ArrayList<>();
            for (JsonNode law :
                    said.startsWith("{") ? Answer.JSON.readTree(said).path("laws") : List.<JsonNode>of()) {
                if (law.path("drifts").asLong(0) > 0) {
                    drifts.add("law " + law.path("id").asString() + ", "
                            + law.path("title").asString() + ": " + law.path("culprits"));
                }
            }
            if (exit != 0 && drifts.isEmpty()) {
                drifts.add("the books could not be checked: " + said);
            }
            return drifts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot check the books", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
