package dev.orderwright.channels;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One import at work: its file, its progress, and what an earlier run of it has finished. */
public final class ImportRun {

    private static final Duration TELL_EVERY = Duration.ofMillis(500);
    private static final Actor ACTOR = Actor.system("import");
    private static final int HASH_IN_KEY = 24;

    private final ImportJob job;
    private final ImportStore store;
    private final ExceptionStore exceptions;
    private final FileSpool spool;
    private final InstantSource clock;
    private final Map<String, Double> seconds = new TreeMap<>();
    private Map<String, Object> checkpoint;
    private String phase;
    private long done;
    private long total;
    private long toldAtNanos;

    ImportRun(ImportJob job, ImportStore store, ExceptionStore exceptions, FileSpool spool, InstantSource clock) {
        this.job = job;
        this.store = store;
        this.exceptions = exceptions;
        this.spool = spool;
        this.clock = clock;
        this.phase = job.phase();
        ImportStore.ResumeFrom from = store.resumeFrom(job.id());
        checkpoint = from.checkpoint();
        from.seconds().forEach((step, value) -> seconds.put(step, ((Number) value).doubleValue()));
    }

    public ImportJob job() {
        return job;
    }

    /** The file from its beginning. */
    public InputStream content() {
        return spool.open(job.fileId());
    }

    /**
     * The cause of a step: the same step of the same file has the same key, whichever import asks for it.
     *
     * @param step names the step within the file
     * @param at the business time
     */
    public Cause cause(String step, Instant at) {
        String file = job.sha256().substring(0, HASH_IN_KEY);
        return new Cause(ACTOR, "import:" + job.wish().kind(), file + "/" + step, at);
    }

    /** The same for work that the state of things brings about, and that is never repeated under its key. */
    public Cause causeOfItsOwn(long id, Instant at) {
        return new Cause(ACTOR, "import:" + job.wish().kind(), job.id() + "/" + id, at);
    }

    /** What is being done now, in words for a person. */
    public void phase(String name, long newTotal) {
        requireGoingOn();
        phase = name;
        done = 0;
        total = newTotal;
        tell();
    }

    /** How much of the phase is done; told a few times a second at most. */
    public void progress(long newDone) {
        requireGoingOn();
        done = newDone;
        if (System.nanoTime() - toldAtNanos > TELL_EVERY.toNanos()) {
            tell();
        }
    }

    private void tell() {
        toldAtNanos = System.nanoTime();
        store.progress(job.id(), phase, done, total, clock.instant());
    }

    /** Ends the run where the program is being stopped; it goes on at the next start. */
    private static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ImportStopped();
        }
    }

    /** What was finished, as the last {@link #checkpoint(Map)} told; empty at first. */
    public Map<String, Object> checkpoint() {
        return checkpoint;
    }

    /** A number of the checkpoint, 0 where it is not there. */
    public long checkpoint(String name) {
        return checkpoint.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** Records what is finished, in the caller's transaction if there is one. */
    public void checkpoint(Map<String, Object> finished) {
        if (!store.checkpoint(job.id(), finished, seconds, done, clock.instant())) {
            throw new IllegalStateException("import " + job.id() + " is not running any more");
        }
        checkpoint = new LinkedHashMap<>(finished);
    }

    /** Lists rows that were not taken, in the caller's transaction if there is one. Listing again is harmless. */
    public void list(List<ImportException> rows) {
        exceptions.add(job.id(), rows);
    }

    /** What another import has listed for these documents. */
    public List<ImportException> listedBy(long importId, Collection<String> references) {
        return exceptions.ofReferences(importId, references);
    }

    /** What is listed so far, by code: how many rows, and their money. */
    public Map<String, ListedSum> listed() {
        Map<String, ListedSum> sums = new LinkedHashMap<>();
        exceptions.sums(job.id()).forEach(sum -> sums.put(sum.code(), new ListedSum(sum.rows(), sum.amountMinor())));
        return sums;
    }

    /** Rows with the same code, and their money. */
    public record ListedSum(long rows, long amountMinor) {}

    /** Does a step and adds its time to what earlier steps of the name have taken. */
    public <T extends @Nullable Object> T timed(String step, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            took(step, System.nanoTime() - begun);
        }
    }

    /** Adds time to what earlier steps of the name have taken. */
    public void took(String step, long nanos) {
        seconds.merge(step, nanos / 1e9, Double::sum);
    }

    /** As {@link #timed(String, Supplier)}. */
    public void timed(String step, Runnable work) {
        timed(step, () -> {
            work.run();
            return true;
        });
    }

    /** Seconds by step, over all runs of this import. */
    public Map<String, Double> seconds() {
        return seconds;
    }
}
