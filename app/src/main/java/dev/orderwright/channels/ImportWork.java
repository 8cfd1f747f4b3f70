package dev.orderwright.channels;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Locks;
import dev.orderwright.shared.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Works imports off, one after the other. Who holds the lock works; when a program dies, the database gives the lock to
 * the next one at once, and the import goes on where it was.
 */
@Component
class ImportWork implements BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(ImportWork.class);
    private static final long LOCK_KEY = 0x4f57_494d_504f_5254L;
    private static final Duration END_LIMIT = Duration.ofSeconds(4);

    private final Locks locks;
    private final Commands commands;
    private final ImportStore store;
    private final ImportRuns runs;
    private final ObjectProvider<FileImport> kinds;
    private final Ids ids;

    ImportWork(
            Locks locks,
            Commands commands,
            ImportStore store,
            ImportRuns runs,
            ObjectProvider<FileImport> kinds,
            Ids ids) {
        this.locks = locks;
        this.commands = commands;
        this.store = store;
        this.runs = runs;
        this.kinds = kinds;
        this.ids = ids;
    }

    /** Makes runs of jobs. */
    @Component
    record ImportRuns(ImportStore store, ExceptionStore exceptions, FileSpool spool, InstantSource clock) {

        ImportRun of(ImportJob job) {
            return new ImportRun(job, store, exceptions, spool, clock);
        }
    }

    @Override
    public String name() {
        return "imports";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int round() {
        Round round = new Round();
        if (store.next().isPresent()) {
            locks.ifFree(LOCK_KEY, () -> apart(round));
        }
        if (round.failure != null) {
            throw round.failure;
        }
        return round.done;
    }

    /** On a platform thread, because it computes for long. */
    private static void apart(Round round) {
        Thread worker = Thread.ofPlatform().name("import").start(round);
        try {
            worker.join();
        } catch (InterruptedException e) {
            worker.interrupt();
            awaitEnd(worker);
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEnd(Thread worker) {
        try {
            worker.join(END_LIMIT);
        } catch (InterruptedException e) {
            log.debug("interrupted twice; the import ends by itself");
        }
    }

    /** The next import, from where it is to its end. */
    private final class Round implements Runnable {
        private volatile int done;
        private volatile @Nullable RuntimeException failure;

        @Override
        public void run() {
            try {
                Optional<ImportJob> next = store.next();
                next.ifPresent(ImportWork.this::work);
                done = next.isPresent() ? 1 : 0;
            } catch (ImportStopped e) {
                log.info("the import goes on at the next start");
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private void work(ImportJob job) {
        ImportRun run = runs.of(job);
        try {
            FileImport kind = kinds.stream()
                    .filter(known -> known.kind().equals(job.wish().kind()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "no import of the kind " + job.wish().kind()));
            String report = Json.write(kind.run(run));
            end(
                    run,
                    "ImportDone",
                    Map.of(),
                    () -> store.done(
                            job.id(), report, run.seconds(), runs.clock().instant()));
        } catch (IOException | RuntimeException e) {
            if (passes(e)) {
                throw (RuntimeException) e;
            }
            log.error("import {} failed", job.id(), e);
            fail(run, e);
        }
    }

    /** What another round will not meet again: the program stops, the database is away for a moment. */
    private static boolean passes(Exception e) {
        return e instanceof ImportStopped
                || e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException
                || e instanceof TransientDataAccessException
                || e instanceof NonTransientDataAccessResourceException;
    }

    private void fail(ImportRun run, Exception e) {
        String problem = Json.write(Facts.data(
                "code", "internal-error",
                "title", "The import could not go on",
                "detail", String.valueOf(e.getMessage())));
        end(
                run,
                "ImportFailed",
                Facts.data("problem", String.valueOf(e.getMessage())),
                () -> store.failed(
                        run.job().id(), problem, run.seconds(), runs.clock().instant()));
    }

    private void end(ImportRun run, String fact, Map<String, Object> data, Runnable change) {
        Cause cause = new Cause(
                Actor.system("import"),
                "imports",
                "end/" + ids.next(),
                runs.clock().instant());
        commands.once(cause, "end-import", run.job().id(), Imports.Started.class, command -> {
                    change.run();
                    command.fact(new Fact("import", run.job().id(), fact, data));
                    return Outcome.done(new Imports.Started(run.job().id()));
                })
                .orThrow();
    }
}
