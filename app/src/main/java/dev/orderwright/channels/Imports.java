package dev.orderwright.channels;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes files in, and tells how far their imports are and which rows could not be taken. */
@Component
public class Imports {

    private final Commands commands;
    private final FileSpool spool;
    private final ImportStore store;
    private final ExceptionStore exceptions;
    private final ObjectProvider<FileImport> kinds;
    private final Surroundings surroundings;

    /** What every command needs. */
    @Component
    record Surroundings(Ids ids, InstantSource clock, Workers workers) {}

    Imports(
            Commands commands,
            FileSpool spool,
            ImportStore store,
            ExceptionStore exceptions,
            ObjectProvider<FileImport> kinds,
            Surroundings surroundings) {
        this.commands = commands;
        this.spool = spool;
        this.store = store;
        this.exceptions = exceptions;
        this.kinds = kinds;
        this.surroundings = surroundings;
    }

    /**
     * Keeps a file and begins its import, which goes on in the background. The same file again while its import runs
     * leads to that import, and to the one that failed if that was the last. Refusals: {@code unknown-kind}, and those of
     * the kind where the file is not one of its kind.
     */
    public Outcome<ImportJob> accept(Actor actor, ImportWish wish, InputStream content) throws IOException {
        FileImport kind = kinds.stream()
                .filter(known -> known.kind().equals(wish.kind()))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            return Outcome.refused(
                    Refusal.of("unknown-kind", "kind", t("channels.refusal.filesOfTheKindAre", wish.kind())));
        }
        StoredFile file = spool.store(content);
        try (InputStream stored = spool.open(file.id())) {
            List<Refusal> refusals = kind.check(stored);
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
        }
        return begin(actor, wish, file);
    }

    /**
     * Begins an import of the file of an earlier one, after a dry run for example; the file need not be sent again.
     * Refusals: {@code unknown-import}.
     */
    public Outcome<ImportJob> again(Actor actor, long importId, ImportWish wish) {
        return store.find(importId)
                .map(job -> begin(actor, wish, new StoredFile(job.fileId(), job.sha256(), job.bytes())))
                .orElseGet(() -> Outcome.refused("unknown-import", t("channels.refusal.thereIsNoSuchImport")));
    }

    /** The kinds of files that can be imported. */
    public List<String> kinds() {
        return kinds.stream().map(FileImport::kind).sorted().toList();
    }

    private Outcome<ImportJob> begin(Actor actor, ImportWish wish, StoredFile file) {
        long id = surroundings.ids().next();
        Cause cause =
                new Cause(actor, "imports", "start/" + id, surroundings.clock().instant());
        Outcome<Started> started = commands.once(
                cause, "start-import", List.of(wish, file.sha256()), Started.class, run -> start(run, id, wish, file));
        surroundings.workers().wake();
        return started.map(done -> store.find(done.id()).orElseThrow());
    }

    /** The answer of the command. */
    record Started(long id) {}

    private Outcome<Started> start(Run run, long id, ImportWish wish, StoredFile file) {
        ImportJob latest = store.latestLike(wish, file.id()).orElse(null);
        if (latest != null && latest.state() == ImportState.RUNNING) {
            return Outcome.done(new Started(latest.id()));
        }
        if (latest != null && latest.state() == ImportState.FAILED && store.resume(latest.id(), run.at())) {
            run.fact(new Fact("import", latest.id(), "ImportResumed", Facts.data("sha256", file.sha256())));
            return Outcome.done(new Started(latest.id()));
        }
        store.insert(id, wish, file, "Waiting", run.actor().code(), run.at());
        run.fact(new Fact(
                "import",
                id,
                "ImportStarted",
                Facts.data(
                        "kind", wish.kind(),
                        "sha256", file.sha256(),
                        "bytes", file.bytes(),
                        "through", wish.through().name(),
                        "dryRun", wish.dryRun())));
        return Outcome.done(new Started(id));
    }

    public Optional<ImportJob> find(long id) {
        return store.find(id);
    }

    /** Those that are not over. */
    public Backlog running() {
        return store.running();
    }

    /** The newest first. */
    public Page<ImportJob> list(@Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(store.list(before, limit), limit, job -> Cursor.of(job.id()));
    }

    /** Each row that could not be taken, or not as it stands, in the order of the file. */
    public Page<ImportException> exceptions(long importId, @Nullable String cursor, int limit) {
        Cursor after = Cursor.parse(cursor, Cursor.of(0, ""));
        return Page.of(
                exceptions.list(importId, after.number(0), after.string(1), limit),
                limit,
                row -> Cursor.of(row.lineNo(), row.code()));
    }
}
