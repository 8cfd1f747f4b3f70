package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads the ledger of an item backwards. */
@Repository
class LedgerStore {

    // The balances after each move are today's, less what has moved since: one snapshot, so they always fit.
    static final Sql PAGE = Sql.of("""
            with moves as (
                select m.id, m.from_node_id, m.from_bucket, m.to_node_id, m.to_bucket, m.quantity, m.reason,
                       m.document_kind, m.document_id, m.actor, m.at, m.recorded_at,
                       case when (:node = 0 or m.to_node_id = :node)
                             and m.to_bucket in ('AVAILABLE', 'RESERVED', 'PICKED', 'QC_HOLD', 'DAMAGED', 'QUARANTINE')
                            then m.quantity else 0 end
                     - case when (:node = 0 or m.from_node_id = :node)
                             and m.from_bucket in ('AVAILABLE', 'RESERVED', 'PICKED', 'QC_HOLD', 'DAMAGED',
                                                   'QUARANTINE')
                            then m.quantity else 0 end as on_hand,
                       case when (:node = 0 or m.to_node_id = :node) and m.to_bucket = 'AVAILABLE'
                            then m.quantity else 0 end
                     - case when (:node = 0 or m.from_node_id = :node) and m.from_bucket = 'AVAILABLE'
                            then m.quantity else 0 end as available
                  from inventory.move m
                 where m.item_id = :item and (:node = 0 or m.from_node_id = :node or m.to_node_id = :node)),
            now as (
                select coalesce(sum(available + reserved + picked + qc_hold + damaged + quarantine), 0) as on_hand,
                       coalesce(sum(available), 0) as available
                  from inventory.stock
                 where item_id = :item and (:node = 0 or node_id = :node)),
            newer as (
                select coalesce(sum(on_hand), 0) as on_hand, coalesce(sum(available), 0) as available
                  from moves
                 where id >= :before),
            page as (
                select * from moves where id < :before order by id desc limit :limit)
            select p.id, p.from_node_id, p.from_bucket, p.to_node_id, p.to_bucket, p.quantity, p.reason,
                   p.document_kind, p.document_id, p.actor, p.at, p.recorded_at, d.number,
                   coalesce(nullif(d.reference, ''), d.note, '') as reference,
                   now.on_hand - newer.on_hand - coalesce(sum(p.on_hand) over above, 0) as on_hand_after,
                   now.available - newer.available - coalesce(sum(p.available) over above, 0) as available_after
              from page p
             cross join now
             cross join newer
              left join inventory.stock_document d on d.id = p.document_id
            window above as (order by p.id desc rows between unbounded preceding and 1 preceding)
             order by p.id desc
            """);

    private final Db db;

    LedgerStore(Db db) {
        this.db = db;
    }

    /** The moves of an item before a move, newest first; at one node, or at all when it is 0. */
    List<LedgerEntry> page(long itemId, long nodeOrZero, long beforeId, int limit) {
        return db.sql(PAGE)
                .param("item", itemId)
                .param("node", nodeOrZero)
                .param("before", beforeId)
                .param("limit", Page.rowsFor(limit))
                .query(LedgerStore::entry)
                .list();
    }

    private static LedgerEntry entry(ResultSet row, int n) throws SQLException {
        return new LedgerEntry(
                row.getLong("id"),
                row.getLong("from_node_id"),
                Bucket.valueOf(row.getString("from_bucket")),
                row.getLong("to_node_id"),
                Bucket.valueOf(row.getString("to_bucket")),
                row.getLong("quantity"),
                row.getString("reason"),
                row.getString("document_kind"),
                row.getLong("document_id"),
                row.getString("number"),
                row.getString("reference"),
                row.getString("actor"),
                Db.instantNotNull(row, "at"),
                Db.instantNotNull(row, "recorded_at"),
                row.getLong("on_hand_after"),
                row.getLong("available_after"));
    }
}
