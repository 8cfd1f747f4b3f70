package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.springframework.stereotype.Repository;

/** The ledger of movements, written together with the balances. */
@Repository
class MoveStore {

    // One statement: lock by item and node, add the deltas up per row, write the ledger. All or nothing: when a row is
    // missing, nothing is locked or written. The deltas travel with the locked rows: joining two lists of a thousand
    // rows that the planner takes for ten would be a million comparisons.
    static final Sql MOVE = Sql.of("""
            with d as materialized (
                select * from unnest(:items::bigint[], :nodes::bigint[], :available::bigint[], :reserved::bigint[],
                                     :picked::bigint[], :qcHold::bigint[], :damaged::bigint[], :quarantine::bigint[],
                                     :inTransit::bigint[], :incoming::bigint[])
                         as d (item_id, node_id, available, reserved, picked, qc_hold, damaged, quarantine,
                               in_transit, incoming)),
            locked as materialized (
                select s.item_id, s.node_id, d.available, d.reserved, d.picked, d.qc_hold, d.damaged, d.quarantine,
                       d.in_transit, d.incoming
                  from inventory.stock s
                  join d using (item_id, node_id)
                 where (select count(*) from inventory.stock e join d using (item_id, node_id))
                       = (select count(*) from d)
                 order by s.item_id, s.node_id
                   for update of s),
            written as (
                insert into inventory.move (item_id, id, from_node_id, from_bucket, to_node_id, to_bucket, quantity,
                                            reason, document_kind, document_id, line_no, actor, command_id, at,
                                            recorded_at)
                select m.item_id, m.id, m.from_node_id, m.from_bucket, m.to_node_id, m.to_bucket, m.quantity, m.reason,
                       m.document_kind, m.document_id, m.line_no, m.actor, m.command_id, m.at, :recordedAt::timestamptz
                  from unnest(:moveItems::bigint[], :ids::bigint[], :fromNodes::bigint[], :froms::text[],
                              :toNodes::bigint[], :tos::text[], :quantities::bigint[], :reasons::text[],
                              :kinds::text[], :documents::bigint[], :lines::int[], :actors::text[],
                              :commands::bigint[], :ats::timestamptz[])
                       as m (item_id, id, from_node_id, from_bucket, to_node_id, to_bucket, quantity, reason,
                             document_kind, document_id, line_no, actor, command_id, at)
                 where (select count(*) from locked) = (select count(*) from d))
            update inventory.stock s
               set available = s.available + d.available, reserved = s.reserved + d.reserved,
                   picked = s.picked + d.picked, qc_hold = s.qc_hold + d.qc_hold, damaged = s.damaged + d.damaged,
                   quarantine = s.quarantine + d.quarantine, in_transit = s.in_transit + d.in_transit,
                   incoming = s.incoming + d.incoming
              from locked d
             where s.item_id = d.item_id and s.node_id = d.node_id
            """);

    private final Db db;

    MoveStore(Db db) {
        this.db = db;
    }

    /** A move with its id and the command it belongs to. */
    record Entry(long id, Run run, StockMove move) {}

    /** Moves the stock; returns whether all rows were there (otherwise nothing was done). */
    boolean move(SortedMap<StockKey, long[]> deltas, List<Entry> entries, Instant recordedAt) {
        return call(deltas, entries, recordedAt).update() == deltas.size();
    }

    /** The same with the end of the transaction; all rows must be there. */
    void moveAtEnd(SortedMap<StockKey, long[]> deltas, List<Entry> entries, Instant recordedAt) {
        call(deltas, entries, recordedAt).atEnd(deltas.size());
    }

    private SqlCall call(SortedMap<StockKey, long[]> deltas, List<Entry> entries, Instant recordedAt) {
        int n = entries.size();
        long[][] numbers = new long[7][n];
        int[] lines = new int[n];
        String[][] texts = new String[5][n];
        List<Instant> ats = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            Entry entry = entries.get(i);
            StockMove move = entry.move();
            numbers[0][i] = move.itemId();
            numbers[1][i] = entry.id();
            numbers[2][i] = move.fromNodeId();
            numbers[3][i] = move.toNodeId();
            numbers[4][i] = move.quantity();
            numbers[5][i] = move.documentId();
            numbers[6][i] = entry.run().commandId();
            lines[i] = move.lineNo();
            texts[0][i] = move.from().name();
            texts[1][i] = move.to().name();
            texts[2][i] = move.reason();
            texts[3][i] = move.documentKind();
            texts[4][i] = entry.run().actor().code();
            ats.add(entry.run().at());
        }
        long[][] columns = columns(deltas);
        return db.sql(MOVE)
                .param("items", columns[0])
                .param("nodes", columns[1])
                .param("available", columns[2])
                .param("reserved", columns[3])
                .param("picked", columns[4])
                .param("qcHold", columns[5])
                .param("damaged", columns[6])
                .param("quarantine", columns[7])
                .param("inTransit", columns[8])
                .param("incoming", columns[9])
                .param("recordedAt", Db.timestamp(recordedAt))
                .param("moveItems", numbers[0])
                .param("ids", numbers[1])
                .param("fromNodes", numbers[2])
                .param("toNodes", numbers[3])
                .param("quantities", numbers[4])
                .param("documents", numbers[5])
                .param("commands", numbers[6])
                .param("lines", lines)
                .param("froms", texts[0])
                .param("tos", texts[1])
                .param("reasons", texts[2])
                .param("kinds", texts[3])
                .param("actors", texts[4])
                .param("ats", Db.timestamps(ats));
    }

    /** Item, node, then one column per bucket inside the walls. */
    private static long[][] columns(SortedMap<StockKey, long[]> deltas) {
        long[][] columns = new long[2 + StockDeltas.BUCKETS][deltas.size()];
        int row = 0;
        for (Map.Entry<StockKey, long[]> delta : deltas.entrySet()) {
            columns[0][row] = delta.getKey().itemId();
            columns[1][row] = delta.getKey().nodeId();
            for (int bucket = 0; bucket < StockDeltas.BUCKETS; bucket++) {
                columns[2 + bucket][row] = delta.getValue()[bucket];
            }
            row++;
        }
        return columns;
    }
}
