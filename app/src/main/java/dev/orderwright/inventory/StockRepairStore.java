package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.List;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Repository;

/** Derives balances from the ledger again, and writes them. */
@Repository
class StockRepairStore {

    static final Sql FOLD = Sql.of("""
            select node_id,
                   coalesce(sum(quantity) filter (where bucket = 'AVAILABLE'), 0)::bigint as available,
                   coalesce(sum(quantity) filter (where bucket = 'RESERVED'), 0)::bigint as reserved,
                   coalesce(sum(quantity) filter (where bucket = 'PICKED'), 0)::bigint as picked,
                   coalesce(sum(quantity) filter (where bucket = 'QC_HOLD'), 0)::bigint as qc_hold,
                   coalesce(sum(quantity) filter (where bucket = 'DAMAGED'), 0)::bigint as damaged,
                   coalesce(sum(quantity) filter (where bucket = 'QUARANTINE'), 0)::bigint as quarantine,
                   coalesce(sum(quantity) filter (where bucket = 'IN_TRANSIT'), 0)::bigint as in_transit,
                   coalesce(sum(quantity) filter (where bucket = 'INCOMING'), 0)::bigint as incoming
              from (select to_node_id as node_id, to_bucket as bucket, quantity
                      from inventory.move where item_id = :item
                    union all
                    select from_node_id, from_bucket, -quantity from inventory.move where item_id = :item) m
             group by node_id
             order by node_id
            """);

    static final Sql SET = Sql.of("""
            update inventory.stock s
               set available = d.available, reserved = d.reserved, picked = d.picked, qc_hold = d.qc_hold,
                   damaged = d.damaged, quarantine = d.quarantine, in_transit = d.in_transit, incoming = d.incoming
              from unnest(:nodes::bigint[], :available::bigint[], :reserved::bigint[], :picked::bigint[],
                          :qcHold::bigint[], :damaged::bigint[], :quarantine::bigint[], :inTransit::bigint[],
                          :incoming::bigint[])
                   as d (node_id, available, reserved, picked, qc_hold, damaged, quarantine, in_transit, incoming)
             where s.item_id = :item and s.node_id = d.node_id
            """);

    private final Db db;

    StockRepairStore(Db db) {
        this.db = db;
    }

    /** What the balances of an item should be, by node. */
    List<StockLevel> fold(long itemId) {
        return db.sql(FOLD)
                .param("item", itemId)
                .query((row, n) -> new StockLevel(
                        new StockKey(itemId, row.getLong("node_id")),
                        row.getLong("available"),
                        row.getLong("reserved"),
                        row.getLong("picked"),
                        row.getLong("qc_hold"),
                        row.getLong("damaged"),
                        row.getLong("quarantine"),
                        row.getLong("in_transit"),
                        row.getLong("incoming")))
                .list();
    }

    /** The rows are locked. */
    void set(long itemId, List<StockLevel> levels) {
        db.sql(SET)
                .param("item", itemId)
                .param("nodes", column(levels, level -> level.key().nodeId()))
                .param("available", column(levels, StockLevel::available))
                .param("reserved", column(levels, StockLevel::reserved))
                .param("picked", column(levels, StockLevel::picked))
                .param("qcHold", column(levels, StockLevel::qcHold))
                .param("damaged", column(levels, StockLevel::damaged))
                .param("quarantine", column(levels, StockLevel::quarantine))
                .param("inTransit", column(levels, StockLevel::inTransit))
                .param("incoming", column(levels, StockLevel::incoming))
                .update();
    }

    private static long[] column(List<StockLevel> levels, ToLongFunction<StockLevel> part) {
        return levels.stream().mapToLong(part).toArray();
    }
}
