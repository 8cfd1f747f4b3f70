package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Sql;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Repository;

/** The papers behind stock moves: our number for them, and what the other side calls them. */
@Repository
class StockDocumentStore {

    static final Sql WRITE = Sql.of("""
            insert into inventory.stock_document (id, kind, number, reference, note, actor, command_id, at)
            select d.id, d.kind, d.number, d.reference, d.note, :actor, :command, :at
              from unnest(:ids::bigint[], :kinds::text[], :numbers::text[], :references::text[], :notes::text[])
                   as d (id, kind, number, reference, note)
            """);

    private final Db db;
    private final Ids ids;
    private final Numbers numbers;

    StockDocumentStore(Db db, Ids ids, Numbers numbers) {
        this.db = db;
        this.ids = ids;
        this.numbers = numbers;
    }

    /** What kind of paper it is; the kind of the moves that refer to it, too. */
    enum Kind {
        RECEIPT("RC"),
        ADJUSTMENT("AD"),
        BUCKET_CHANGE("BC"),
        SUPPLY("SU"),
        TRANSFER("TR");

        private final String series;

        Kind(String series) {
            this.series = series;
        }

        /** Papers of our own have a note; those of others have a reference. */
        boolean isNamedByNote() {
            return this == ADJUSTMENT || this == BUCKET_CHANGE;
        }
    }

    record StockDocument(long id, Kind kind, String number, String reference, String note) {}

    /**
     * A numbered paper that is not written yet. To be called before the transaction begins: taking numbers may need a
     * connection of its own.
     */
    StockDocument draft(Kind kind, String reference, String note) {
        return new StockDocument(ids.next(), kind, numbers.next(kind.series), reference, note);
    }

    /** A paper for each different reference or note of the lines; see {@link #draft}. */
    <L> Map<String, StockDocument> drafts(Kind kind, List<L> lines, Function<L, String> text) {
        Map<String, StockDocument> papers = new LinkedHashMap<>();
        lines.stream()
                .limit(LineCheck.LINES_MAX)
                .map(text)
                .forEach(t ->
                        papers.computeIfAbsent(t, k -> kind.isNamedByNote() ? draft(kind, "", t) : draft(kind, t, "")));
        return papers;
    }

    void write(Run run, Collection<StockDocument> documents) {
        db.sql(WRITE)
                .param("actor", run.actor().code())
                .param("command", run.commandId())
                .param("at", Db.timestamp(run.at()))
                .param("ids", documents.stream().mapToLong(StockDocument::id).toArray())
                .param(
                        "kinds",
                        documents.stream()
                                .map(document -> document.kind().name())
                                .toArray(String[]::new))
                .param("numbers", documents.stream().map(StockDocument::number).toArray(String[]::new))
                .param(
                        "references",
                        documents.stream().map(StockDocument::reference).toArray(String[]::new))
                .param("notes", documents.stream().map(StockDocument::note).toArray(String[]::new))
                .update();
    }
}
