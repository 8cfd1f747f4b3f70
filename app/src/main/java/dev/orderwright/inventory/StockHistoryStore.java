package dev.orderwright.inventory;

import dev.orderwright.inventory.StockHistory.Change;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads what was available in the past: the balances of now, and all that has moved since. */
@Repository
class StockHistoryStore {

    // Nothing is written down before it happens, so no move of the period has an id from before it. What moved after
    // the
    // period is only needed as a sum.
    static final Sql SINCE = Sql.of("""
            with moves as materialized (
                select m.item_id, m.from_node_id, m.from_bucket, m.to_node_id, m.to_bucket, m.quantity,
                       case when m.at < :until then m.at end as at,
                       case when m.at < :until then m.document_kind end as document_kind,
                       case when m.at < :until then m.document_id end as document_id
                  from inventory.move m
                 where m.item_id = any(:items::bigint[]) and m.id >= :firstId and m.at >= :from
                   and (m.from_bucket = 'AVAILABLE' or m.to_bucket = 'AVAILABLE')),
            changes as (
                select item_id, to_node_id as node_id, quantity, at, document_kind, document_id
                  from moves where to_bucket = 'AVAILABLE'
                union all
                select item_id, from_node_id, -quantity, at, document_kind, document_id
                  from moves where from_bucket = 'AVAILABLE')
            select true as is_level, s.item_id, s.node_id, s.available as quantity, null::timestamptz as at,
                   null as document_kind, null::bigint as document_id
              from inventory.stock s
             where s.item_id = any(:items::bigint[])
            union all
            select false, c.item_id, c.node_id, sum(c.quantity), c.at, c.document_kind, c.document_id
              from changes c
             group by c.item_id, c.node_id, c.at, c.document_kind, c.document_id
             order by at, item_id, node_id, document_id
            """);

    private final Db db;

    StockHistoryStore(Db db) {
        this.db = db;
    }

    /**
     * A balance of now, or what has changed since the period began.
     *
     * @param change null for a balance, and for what happened after the period
     */
    record Row(
            boolean isLevel,
            long itemId,
            long nodeId,
            long quantity,
            @Nullable Change change) {}

    void read(Collection<Long> itemIds, Instant from, Instant until, Consumer<Row> reader) {
        db.sql(SINCE)
                .param("items", StockStore.longs(itemIds))
                .param("from", Db.timestamp(from))
                .param("until", Db.timestamp(until))
                .param("firstId", Ids.firstAt(from))
                .query(row -> {
                    reader.accept(row(row));
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        long itemId = row.getLong("item_id");
        long nodeId = row.getLong("node_id");
        long quantity = row.getLong("quantity");
        Instant at = Db.instant(row, "at");
        Change change = at == null
                ? null
                : new Change(itemId, nodeId, quantity, at, row.getString("document_kind"), row.getLong("document_id"));
        return new Row(row.getBoolean("is_level"), itemId, nodeId, quantity, change);
    }
}
