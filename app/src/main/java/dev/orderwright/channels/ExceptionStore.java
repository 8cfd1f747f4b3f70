package dev.orderwright.channels;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements of rows that were not taken. */
@Repository
class ExceptionStore {

    /** A row that is listed already was listed by the same import before it broke off. */
    static final Sql ADD = Sql.of("""
            insert into channels.import_exception (import_id, line_no, code, reference, reason, row_text, amount_minor)
            select :import, e.line_no, e.code, e.reference, e.reason, e.row_text, e.amount_minor
              from unnest(:lines::bigint[], :codes::text[], :references::text[], :reasons::text[], :texts::text[],
                          :amounts::bigint[]) as e (line_no, code, reference, reason, row_text, amount_minor)
            on conflict do nothing
            """);

    static final Sql LIST = Sql.of("""
            select line_no, code, reference, reason, row_text, amount_minor
              from channels.import_exception
             where import_id = :import and (line_no, code) > (:line, :code)
             order by line_no, code
             limit :limit
            """);

    static final Sql OF_REFERENCES = Sql.of("""
            select line_no, code, reference, reason, row_text, amount_minor
              from channels.import_exception
             where import_id = :import and reference = any(:references::text[])
             order by line_no, code
            """);

    static final Sql SUMS = Sql.of("""
            select code, count(*) as rows, sum(amount_minor)::bigint as amount_minor
              from channels.import_exception
             where import_id = :import
             group by code
             order by code
            """);

    private static final RowMapper<ImportException> ROW = (row, n) -> new ImportException(
            row.getLong("line_no"),
            row.getString("code"),
            row.getString("reference"),
            row.getString("reason"),
            row.getString("row_text"),
            row.getLong("amount_minor"));

    private final Db db;

    ExceptionStore(Db db) {
        this.db = db;
    }

    void add(long importId, List<ImportException> exceptions) {
        if (exceptions.isEmpty()) {
            return;
        }
        db.sql(ADD)
                .param("import", importId)
                .param(
                        "lines",
                        exceptions.stream().mapToLong(ImportException::lineNo).toArray())
                .param("codes", texts(exceptions, ImportException::code))
                .param("references", texts(exceptions, ImportException::reference))
                .param("reasons", texts(exceptions, ImportException::reason))
                .param("texts", texts(exceptions, ImportException::rowText))
                .param(
                        "amounts",
                        exceptions.stream()
                                .mapToLong(ImportException::amountMinor)
                                .toArray())
                .update();
    }

    private static String[] texts(List<ImportException> exceptions, Function<ImportException, String> text) {
        return exceptions.stream().map(text).toArray(String[]::new);
    }

    /** In the order of the file. */
    List<ImportException> list(long importId, long afterLine, String afterCode, int limit) {
        return db.sql(LIST)
                .param("import", importId)
                .param("line", afterLine)
                .param("code", afterCode)
                .param("limit", Page.rowsFor(limit))
                .query(ROW)
                .list();
    }

    List<ImportException> ofReferences(long importId, Collection<String> references) {
        return db.sql(OF_REFERENCES)
                .param("import", importId)
                .param("references", references.toArray(String[]::new))
                .query(ROW)
                .list();
    }

    /** How many rows have a code, and their money. */
    record Sum(String code, long rows, long amountMinor) {}

    List<Sum> sums(long importId) {
        return db.sql(SUMS)
                .param("import", importId)
                .query((row, n) -> new Sum(row.getString("code"), row.getLong("rows"), row.getLong("amount_minor")))
                .list();
    }
}
