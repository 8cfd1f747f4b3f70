package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** What suppliers have announced. The stock row of the item at the node is the lock of its supply. */
@Repository
class SupplyStore {

    static final Sql EXPECTED = Sql.of("""
            select item_id, node_id, expected_on, sum(quantity - received)::bigint as open
              from inventory.supply
             where item_id = any(:items::bigint[]) and not closed and received < quantity
             group by item_id, node_id, expected_on
            union all
            select l.item_id, t.to_node_id, t.expected_on, sum(l.quantity - l.received)::bigint
              from inventory.transfer_line l
              join inventory.transfer t on t.id = l.transfer_id
             where l.item_id = any(:items::bigint[]) and not l.closed and l.received < l.quantity
             group by l.item_id, t.to_node_id, t.expected_on
             order by 1, 3, 2
            """);

    static final Sql BY_ID = Sql.of("""
            select s.id, s.item_id, s.node_id, s.expected_on, s.quantity, s.received, s.closed, d.number, d.reference
              from (select distinct * from unnest(:items::bigint[], :ids::bigint[]) as k (item_id, id)) k
              join inventory.supply s using (item_id, id)
              join inventory.stock_document d on d.id = s.document_id
            """);

    static final Sql OPEN = Sql.of("""
            select s.id, s.item_id, s.node_id, s.expected_on, s.quantity, s.received, s.closed, d.number, d.reference
              from inventory.supply s
              join inventory.stock_document d on d.id = s.document_id
             where not s.closed and s.received < s.quantity and (:node = 0 or s.node_id = :node)
               and (s.expected_on, s.item_id, s.id) > (:day, :item, :id)
             order by s.expected_on, s.item_id, s.id
             limit :limit
            """);

    static final Sql OF_ITEM = Sql.of("""
            select s.id, s.item_id, s.node_id, s.expected_on, s.quantity, s.received, s.closed, d.number, d.reference
              from inventory.supply s
              join inventory.stock_document d on d.id = s.document_id
             where s.item_id = :item
             order by s.closed or s.received = s.quantity, s.expected_on, s.id
             limit :limit
            """);

    static final Sql INSERT = Sql.of("""
            insert into inventory.supply (item_id, id, node_id, expected_on, quantity, document_id)
            select * from unnest(:items::bigint[], :ids::bigint[], :nodes::bigint[], :days::date[],
                                 :quantities::bigint[], :documents::bigint[])
            """);

    static final Sql CHANGE = Sql.of("""
            update inventory.supply s
               set received = c.received, expected_on = c.expected_on, closed = c.closed
              from unnest(:items::bigint[], :ids::bigint[], :receiveds::bigint[], :days::date[], :closeds::boolean[])
                   as c (item_id, id, received, expected_on, closed)
             where s.item_id = c.item_id and s.id = c.id
            """);

    private final Db db;

    SupplyStore(Db db) {
        this.db = db;
    }

    /** A supply together with the paper it is announced on. */
    record Write(Supply supply, long documentId) {}

    /** By item, then day. */
    List<ExpectedSupply> expected(Collection<Long> itemIds) {
        return db.sql(EXPECTED)
                .param("items", StockStore.longs(itemIds))
                .query((row, n) -> new ExpectedSupply(
                        row.getLong("item_id"), row.getLong("node_id"), day(row), row.getLong("open")))
                .list();
    }

    List<Supply> byId(List<Long> itemIds, List<Long> ids) {
        return db.sql(BY_ID)
                .param("items", StockStore.longs(itemIds))
                .param("ids", StockStore.longs(ids))
                .query(SupplyStore::supply)
                .list();
    }

    /** What is open, soonest first. */
    List<Supply> open(long nodeOrZero, LocalDate afterDay, long afterItem, long afterId, int limit) {
        return db.sql(OPEN)
                .param("node", nodeOrZero)
                .param("day", afterDay)
                .param("item", afterItem)
                .param("id", afterId)
                .param("limit", Page.rowsFor(limit))
                .query(SupplyStore::supply)
                .list();
    }

    /** What is open first, then what has come. */
    List<Supply> ofItem(long itemId, int limit) {
        return db.sql(OF_ITEM)
                .param("item", itemId)
                .param("limit", limit)
                .query(SupplyStore::supply)
                .list();
    }

    void insert(List<Write> writes) {
        db.sql(INSERT)
                .param(
                        "items",
                        writes.stream().mapToLong(w -> w.supply().itemId()).toArray())
                .param("ids", writes.stream().mapToLong(w -> w.supply().id()).toArray())
                .param(
                        "nodes",
                        writes.stream().mapToLong(w -> w.supply().nodeId()).toArray())
                .param(
                        "days",
                        Db.dates(writes.stream()
                                .map(w -> w.supply().expectedOn())
                                .toList()))
                .param(
                        "quantities",
                        writes.stream().mapToLong(w -> w.supply().quantity()).toArray())
                .param("documents", writes.stream().mapToLong(Write::documentId).toArray())
                .update();
    }

    /** Writes what has come, the day and whether it is closed. */
    void change(List<Supply> supplies) {
        if (supplies.isEmpty()) {
            return;
        }
        db.sql(CHANGE)
                .param("items", supplies.stream().mapToLong(Supply::itemId).toArray())
                .param("ids", supplies.stream().mapToLong(Supply::id).toArray())
                .param(
                        "receiveds",
                        supplies.stream().mapToLong(Supply::received).toArray())
                .param(
                        "days",
                        Db.dates(supplies.stream().map(Supply::expectedOn).toList()))
                .param("closeds", supplies.stream().map(Supply::closed).toArray(Boolean[]::new))
                .update();
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return Objects.requireNonNull(Db.date(row, "expected_on"));
    }

    private static Supply supply(ResultSet row, int n) throws SQLException {
        return new Supply(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getLong("node_id"),
                day(row),
                row.getLong("quantity"),
                row.getLong("received"),
                row.getBoolean("closed"),
                row.getString("number"),
                row.getString("reference"));
    }
}
