package dev.orderwright.demo;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.channels.ImportJob;
import dev.orderwright.channels.ImportState;
import dev.orderwright.channels.ImportWish;
import dev.orderwright.channels.Imports;
import dev.orderwright.channels.Through;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Makes the demo company where there is nothing yet, or goes on with it where a program was stopped while it did. */
@Component
@ConditionalOnBooleanProperty("orderwright.demo")
class DemoCompany implements ApplicationRunner {

    static final Actor ACTOR = Actor.system("demo");

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final long LOOK_EVERY_MILLIS = 50;

    /** What the facts are about that say how far it is. */
    private static final String SUBJECT = "demo";

    private static final long COMPANY = 1;
    private static final String BEGUN = "DemoBegun";
    private static final String MADE = "DemoMade";
    private static final int IMPORTS_MAX = 20;

    private final Imports imports;
    private final Catalog catalog;
    private final Customers customers;
    private final DemoTroubles troubles;
    private final DemoStages stages;
    private final Surroundings surroundings;

    /** What every program needs. */
    @Component
    record Surroundings(Commands commands, Facts facts, Workers workers, InstantSource clock) {}

    DemoCompany(
            Imports imports,
            Catalog catalog,
            Customers customers,
            DemoTroubles troubles,
            DemoStages stages,
            Surroundings surroundings) {
        this.imports = imports;
        this.catalog = catalog;
        this.customers = customers;
        this.troubles = troubles;
        this.stages = stages;
        this.surroundings = surroundings;
    }

    static Cause cause(String step, Instant at) {
        return new Cause(ACTOR, "demo", step, at);
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        try (Workers.Alone alone = surroundings.workers().alone()) {
            Map<String, Instant> told = told();
            if (told.containsKey(MADE) || !told.containsKey(BEGUN) && !isEmpty()) {
                return;
            }
            long begun = System.nanoTime();
            // Whoever goes on after a stop goes on with the day on which it was begun: the days of the file follow it.
            Instant at = told.getOrDefault(BEGUN, surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS));
            tell(BEGUN, at);
            if (make(at.atZone(ZONE))) {
                tell(MADE, at);
                log.info("the demo company was made in {} ms", (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }

    private Map<String, Instant> told() {
        return surroundings.facts().of(SUBJECT, COMPANY, 2).stream()
                .collect(Collectors.toMap(fact -> fact.fact().type(), RecordedFact::at));
    }

    private void tell(String type, Instant at) {
        surroundings
                .commands()
                .once(cause(type, at), "tell-demo", type, String.class, run -> {
                    run.fact(new Fact(SUBJECT, COMPANY, type, Map.of()));
                    return Outcome.done(type);
                })
                .orThrow();
    }

    /** Each step leaves alone what was done of it before; returns whether all of it is there. */
    private boolean make(ZonedDateTime now) throws IOException, InterruptedException {
        List<byte[]> files = DemoFile.upTo(now.toLocalDateTime());
        // What is history has gone its whole way; the work of the last days is still to be done.
        if (!take(files.getFirst(), Through.PAID) || !take(files.getLast(), Through.PLACED)) {
            return false;
        }
        troubles.make(now);
        stages.spread(now.toInstant());
        return true;
    }

    /** Imports a file, or goes on with its import, and waits for it; returns whether it is done. */
    private boolean take(byte[] file, Through through) throws IOException, InterruptedException {
        ImportWish wish = new ImportWish("retail", through, false);
        Optional<ImportJob> known = imports.list(null, IMPORTS_MAX).items().stream()
                .filter(job ->
                        job.startedBy().equals(ACTOR.code()) && job.wish().equals(wish))
                .findFirst();
        ImportJob job = known.isPresent() && known.get().state() != ImportState.FAILED
                ? known.get()
                : imports.accept(ACTOR, wish, new ByteArrayInputStream(file)).orThrow();
        while (job.state() == ImportState.RUNNING) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            job = imports.find(job.id()).orElseThrow();
        }
        return job.state() == ImportState.DONE;
    }

    /** Nobody has defined or sent anything: what a person has begun is left alone. */
    private boolean isEmpty() {
        return imports.list(null, 1).items().isEmpty()
                && catalog.search("", null, 1).items().isEmpty()
                && customers.search("", null, 1).items().isEmpty();
    }
}
