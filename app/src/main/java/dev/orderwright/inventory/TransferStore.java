package dev.orderwright.inventory;

import dev.orderwright.inventory.Transfer.TransferredLine;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class TransferStore {

    static final Sql FIND = Sql.of("""
            select t.id, d.number, d.reference, d.note, t.from_node_id, t.to_node_id, t.expected_on, t.shipped_at,
                   t.version
              from inventory.transfer t
              join inventory.stock_document d on d.id = t.id
             where t.id = :id
            """);

    static final Sql LOCK = Sql.of("""
            select version from inventory.transfer where id = :id for update
            """);

    static final Sql LINES = Sql.of("""
            select transfer_id, line_no, item_id, quantity, received, closed
              from inventory.transfer_line
             where transfer_id = any(:ids::bigint[])
             order by transfer_id, line_no
            """);

    static final Sql LIST = Sql.of("""
            select t.id, d.number, d.reference, d.note, t.from_node_id, t.to_node_id, t.expected_on, t.shipped_at,
                   t.version
              from inventory.transfer t
              join inventory.stock_document d on d.id = t.id
             where t.id < :before
               and (not :open or exists (select from inventory.transfer_line l
                                          where l.transfer_id = t.id and not l.closed and l.received < l.quantity))
             order by t.id desc
             limit :limit
            """);

    static final Sql INSERT = Sql.of("""
            insert into inventory.transfer (id, from_node_id, to_node_id, expected_on, shipped_at)
            values (:id, :from, :to, :expectedOn, :shippedAt)
            """);

    static final Sql INSERT_LINES = Sql.of("""
            insert into inventory.transfer_line (transfer_id, line_no, item_id, quantity)
            select :id, l.* from unnest(:lines::int[], :items::bigint[], :quantities::bigint[]) as l
            """);

    static final Sql NEXT_VERSION = Sql.of("""
            update inventory.transfer set version = version + 1 where id = :id
            """);

    static final Sql CHANGE_LINES = Sql.of("""
            update inventory.transfer_line l
               set received = c.received, closed = c.closed
              from unnest(:lines::int[], :receiveds::bigint[], :closeds::boolean[]) as c (line_no, received, closed)
             where l.transfer_id = :id and l.line_no = c.line_no
            """);

    private final Db db;

    TransferStore(Db db) {
        this.db = db;
    }

    /** Locks a transfer until the transaction ends. */
    void lock(long id) {
        db.sql(LOCK).param("id", id).query(Integer.class).optional();
    }

    Optional<Transfer> find(long id) {
        List<Transfer> heads =
                db.sql(FIND).param("id", id).query(TransferStore::head).list();
        return withLines(heads).stream().findFirst();
    }

    /** Newest first. */
    List<Transfer> list(boolean openOnly, long beforeId, int limit) {
        return withLines(db.sql(LIST)
                .param("before", beforeId)
                .param("open", openOnly)
                .param("limit", Page.rowsFor(limit))
                .query(TransferStore::head)
                .list());
    }

    private List<Transfer> withLines(List<Transfer> heads) {
        if (heads.isEmpty()) {
            return heads;
        }
        record Row(long transferId, TransferredLine line) {}
        Map<Long, List<TransferredLine>> lines = db
                .sql(LINES)
                .param("ids", heads.stream().mapToLong(Transfer::id).toArray())
                .query((row, n) -> new Row(row.getLong("transfer_id"), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::transferId, Collectors.mapping(Row::line, Collectors.toList())));
        return heads.stream()
                .map(head -> new Transfer(
                        head.id(),
                        head.number(),
                        head.reference(),
                        head.note(),
                        head.fromNodeId(),
                        head.toNodeId(),
                        head.expectedOn(),
                        head.shippedAt(),
                        head.version(),
                        lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    void insert(long id, TransferDraft draft, Instant shippedAt) {
        db.sql(INSERT)
                .param("id", id)
                .param("from", draft.fromNodeId())
                .param("to", draft.toNodeId())
                .param("expectedOn", draft.expectedOn())
                .param("shippedAt", Db.timestamp(shippedAt))
                .update();
        int lines = draft.lines().size();
        db.sql(INSERT_LINES)
                .param("id", id)
                .param("lines", java.util.stream.IntStream.rangeClosed(1, lines).toArray())
                .param(
                        "items",
                        draft.lines().stream()
                                .mapToLong(TransferDraft.TransferLine::itemId)
                                .toArray())
                .param(
                        "quantities",
                        draft.lines().stream()
                                .mapToLong(TransferDraft.TransferLine::quantity)
                                .toArray())
                .update();
    }

    void change(long id, Collection<TransferredLine> lines) {
        db.sql(NEXT_VERSION).param("id", id).update();
        db.sql(CHANGE_LINES)
                .param("id", id)
                .param("lines", lines.stream().mapToInt(TransferredLine::lineNo).toArray())
                .param(
                        "receiveds",
                        lines.stream().mapToLong(TransferredLine::received).toArray())
                .param("closeds", lines.stream().map(TransferredLine::closed).toArray(Boolean[]::new))
                .update();
    }

    private static Transfer head(ResultSet row, int n) throws SQLException {
        return new Transfer(
                row.getLong("id"),
                row.getString("number"),
                row.getString("reference"),
                row.getString("note"),
                row.getLong("from_node_id"),
                row.getLong("to_node_id"),
                Objects.requireNonNull(row.getObject("expected_on", LocalDate.class)),
                Db.instantNotNull(row, "shipped_at"),
                row.getInt("version"),
                List.of());
    }

    private static TransferredLine line(ResultSet row) throws SQLException {
        return new TransferredLine(
                row.getInt("line_no"),
                row.getLong("item_id"),
                row.getLong("quantity"),
                row.getLong("received"),
                row.getBoolean("closed"));
    }
}
