package dev.orderwright.demo;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.channels.ImportJob;
import dev.orderwright.channels.ImportState;
import dev.orderwright.channels.ImportWish;
import dev.orderwright.channels.Imports;
import dev.orderwright.channels.Through;
import dev.orderwright.customers.Customers;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Workers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Makes the demo company where there is nothing yet. */
@Component
@ConditionalOnBooleanProperty("orderwright.demo")
class DemoCompany implements ApplicationRunner {

    static final Actor ACTOR = Actor.system("demo");

    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");
    private static final long LOOK_EVERY_MILLIS = 50;

    private final Imports imports;
    private final Catalog catalog;
    private final Customers customers;
    private final DemoStages stages;
    private final Workers workers;
    private final InstantSource clock;

    DemoCompany(
            Imports imports,
            Catalog catalog,
            Customers customers,
            DemoStages stages,
            Workers workers,
            InstantSource clock) {
        this.workers = workers;
        this.imports = imports;
        this.catalog = catalog;
        this.customers = customers;
        this.stages = stages;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        if (!isEmpty()) {
            return;
        }
        long begun = System.nanoTime();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZONE);
        List<byte[]> files = DemoFile.upTo(now);
        // What is history has gone its whole way; the work of the last days is still to be done.
        try (Workers.Alone alone = workers.alone()) {
            if (take(files.getFirst(), Through.PAID) && take(files.getLast(), Through.PLACED)) {
                stages.spread(now.atZone(ZONE));
            }
        }
        log.info("the demo company was made in {} ms", (System.nanoTime() - begun) / 1_000_000);
    }

    /** Imports a file and waits for it; returns whether it is done. */
    private boolean take(byte[] file, Through through) throws IOException, InterruptedException {
        ImportJob job = imports.accept(ACTOR, new ImportWish("retail", through, false), new ByteArrayInputStream(file))
                .orThrow();
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
