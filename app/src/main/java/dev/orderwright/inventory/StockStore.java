package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import org.springframework.stereotype.Repository;

/** The balances. Rows are made once and never deleted; they are locked by item, then node. */
@Repository
class StockStore {

    // All or nothing: when one row is missing nothing is locked, so that missing rows can be made in key order too.
    static final Sql LOCK = Sql.of("""
            with k as materialized (
                select * from unnest(:items::bigint[], :nodes::bigint[]) as k (item_id, node_id))
            select s.item_id, s.node_id, s.available, s.reserved, s.picked, s.qc_hold, s.damaged, s.quarantine,
                   s.in_transit, s.incoming
              from inventory.stock s
              join k using (item_id, node_id)
             where (select count(*) from inventory.stock e join k using (item_id, node_id)) = (select count(*) from k)
             order by s.item_id, s.node_id
               for update of s
            """);

    // The update that never happens locks rows which are there already, in the same pass as others are made.
    static final Sql MAKE_AND_LOCK = Sql.of("""
            insert into inventory.stock as s (item_id, node_id)
            select * from unnest(:items::bigint[], :nodes::bigint[]) as k (item_id, node_id)
             order by 1, 2
            on conflict (item_id, node_id) do update set available = s.available where false
            """);

    static final Sql LOCK_ITEMS = Sql.of("""
            select item_id, node_id, available, reserved, picked, qc_hold, damaged, quarantine, in_transit, incoming
              from inventory.stock
             where item_id = any(:items::bigint[])
             order by item_id, node_id
               for update
            """);

    static final Sql OF_ITEMS = Sql.of("""
            select item_id, node_id, available, reserved, picked, qc_hold, damaged, quarantine, in_transit, incoming
              from inventory.stock
             where item_id = any(:items::bigint[])
             order by item_id, node_id
            """);

    static final Sql AT_NODE = Sql.of("""
            select item_id, node_id, available, reserved, picked, qc_hold, damaged, quarantine, in_transit, incoming
              from inventory.stock
             where node_id = :node and item_id > :after
             order by item_id
             limit :limit
            """);

    static final Sql TOTALS = Sql.of("""
            select 0 as item_id, node_id, sum(available)::bigint as available, sum(reserved)::bigint as reserved,
                   sum(picked)::bigint as picked, sum(qc_hold)::bigint as qc_hold, sum(damaged)::bigint as damaged,
                   sum(quarantine)::bigint as quarantine, sum(in_transit)::bigint as in_transit,
                   sum(incoming)::bigint as incoming
              from inventory.stock
             group by node_id
             order by node_id
            """);

    private final Db db;

    StockStore(Db db) {
        this.db = db;
    }

    /** Locks the rows of these keys, or none when one of them is missing. */
    List<StockLevel> lock(SortedSet<StockKey> keys) {
        return db.sql(LOCK)
                .param("items", items(keys))
                .param("nodes", nodes(keys))
                .query(StockStore::level)
                .list();
    }

    void makeAndLock(SortedSet<StockKey> keys) {
        db.sql(MAKE_AND_LOCK)
                .param("items", items(keys))
                .param("nodes", nodes(keys))
                .update();
    }

    List<StockLevel> lockItems(Collection<Long> itemIds) {
        return db.sql(LOCK_ITEMS)
                .param("items", longs(itemIds))
                .query(StockStore::level)
                .list();
    }

    List<StockLevel> ofItems(Collection<Long> itemIds) {
        return db.sql(OF_ITEMS)
                .param("items", longs(itemIds))
                .query(StockStore::level)
                .list();
    }

    List<StockLevel> atNode(long nodeId, long afterItemId, int rows) {
        return db.sql(AT_NODE)
                .param("node", nodeId)
                .param("after", afterItemId)
                .param("limit", rows)
                .query(StockStore::level)
                .list();
    }

    List<StockLevel> totals() {
        return db.sql(TOTALS).query(StockStore::level).list();
    }

    static long[] longs(Collection<Long> values) {
        return values.stream().mapToLong(Long::longValue).toArray();
    }

    private static long[] items(SortedSet<StockKey> keys) {
        return keys.stream().mapToLong(StockKey::itemId).toArray();
    }

    private static long[] nodes(SortedSet<StockKey> keys) {
        return keys.stream().mapToLong(StockKey::nodeId).toArray();
    }

    private static StockLevel level(ResultSet row, int n) throws SQLException {
        return new StockLevel(
                new StockKey(row.getLong("item_id"), row.getLong("node_id")),
                row.getLong("available"),
                row.getLong("reserved"),
                row.getLong("picked"),
                row.getLong("qc_hold"),
                row.getLong("damaged"),
                row.getLong("quarantine"),
                row.getLong("in_transit"),
                row.getLong("incoming"));
    }
}
