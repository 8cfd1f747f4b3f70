package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.springframework.stereotype.Repository;

/** Where units lie. The stock row of the item at the node must be locked by whoever writes here. */
@Repository
class BinStore {

    static final Sql PUT = Sql.of("""
            insert into inventory.bin_stock as b (item_id, node_id, bin, quantity)
            select p.item_id, p.node_id, p.bin, sum(p.quantity)
              from unnest(:items::bigint[], :nodes::bigint[], :bins::text[], :quantities::bigint[])
                   as p (item_id, node_id, bin, quantity)
             group by p.item_id, p.node_id, p.bin
            on conflict (item_id, node_id, bin) do update set quantity = b.quantity + excluded.quantity
            """);

    // Bins in alphabetical order, as people walk them.
    static final Sql CLAIM = Sql.of("""
            with free as (
                select b.item_id, b.node_id, b.bin, b.quantity - b.claimed as free, a.quantity as asked,
                       sum(b.quantity - b.claimed) over (partition by b.item_id order by b.bin)
                           - (b.quantity - b.claimed) as before
                  from inventory.bin_stock b
                  join unnest(:items::bigint[], :quantities::bigint[]) as a (item_id, quantity) using (item_id)
                 where b.node_id = :node and b.quantity > b.claimed
                   and not exists (select 1 from unnest(:notItems::bigint[], :notBins::text[]) as x (item_id, bin)
                                    where x.item_id = b.item_id and x.bin = b.bin))
            update inventory.bin_stock b
               set claimed = b.claimed + least(f.free, f.asked - f.before)
              from free f
             where b.item_id = f.item_id and b.node_id = f.node_id and b.bin = f.bin and f.before < f.asked
            returning b.item_id, b.node_id, b.bin, least(f.free, f.asked - f.before) as quantity
            """);

    static final Sql CHANGE = Sql.of("""
            update inventory.bin_stock b
               set quantity = b.quantity + c.quantity, claimed = b.claimed + c.claimed
              from (select u.item_id, u.node_id, u.bin, sum(u.quantity)::bigint as quantity,
                           sum(u.claimed)::bigint as claimed
                      from unnest(:items::bigint[], :nodes::bigint[], :bins::text[], :quantities::bigint[],
                                  :claims::bigint[]) as u (item_id, node_id, bin, quantity, claimed)
                     group by u.item_id, u.node_id, u.bin) c
             where b.item_id = c.item_id and b.node_id = c.node_id and b.bin = c.bin
            """);

    static final Sql OF_ITEMS = Sql.of("""
            select item_id, node_id, bin, quantity, claimed
              from inventory.bin_stock
             where item_id = any(:items::bigint[]) and quantity > 0
             order by item_id, node_id, bin
            """);

    private final Db db;

    BinStore(Db db) {
        this.db = db;
    }

    void put(List<BinClaim> units) {
        if (units.isEmpty()) {
            return;
        }
        db.sql(PUT)
                .param("items", units.stream().mapToLong(BinClaim::itemId).toArray())
                .param("nodes", units.stream().mapToLong(BinClaim::nodeId).toArray())
                .param("bins", bins(units))
                .param("quantities", quantities(units, 1))
                .update();
    }

    List<BinClaim> claim(long nodeId, SortedMap<Long, Long> quantityByItem, Collection<BinClaim> notFrom) {
        return db.sql(CLAIM)
                .param("node", nodeId)
                .param("items", StockStore.longs(quantityByItem.keySet()))
                .param("quantities", StockStore.longs(quantityByItem.values()))
                .param("notItems", notFrom.stream().mapToLong(BinClaim::itemId).toArray())
                .param("notBins", bins(notFrom))
                .query((row, n) -> new BinClaim(
                        row.getLong("item_id"), row.getLong("node_id"), row.getString("bin"), row.getLong("quantity")))
                .list();
    }

    /**
     * Adds to the quantity and to the claims of bins, {@code quantitySign} and {@code claimSign} times what each line
     * says. Returns how many bins there were.
     */
    int change(Collection<BinClaim> units, int quantitySign, int claimSign) {
        return db.sql(CHANGE)
                .param("items", units.stream().mapToLong(BinClaim::itemId).toArray())
                .param("nodes", units.stream().mapToLong(BinClaim::nodeId).toArray())
                .param("bins", bins(units))
                .param("quantities", quantities(units, quantitySign))
                .param("claims", quantities(units, claimSign))
                .update();
    }

    List<BinStock> ofItems(Collection<Long> itemIds) {
        return db.sql(OF_ITEMS)
                .param("items", StockStore.longs(itemIds))
                .query((row, n) -> new BinStock(
                        row.getLong("item_id"),
                        row.getLong("node_id"),
                        row.getString("bin"),
                        row.getLong("quantity"),
                        row.getLong("claimed")))
                .list();
    }

    private static String[] bins(Collection<BinClaim> units) {
        return units.stream().map(BinClaim::bin).toArray(String[]::new);
    }

    private static long[] quantities(Collection<BinClaim> units, int sign) {
        return units.stream().mapToLong(unit -> sign * unit.quantity()).toArray();
    }
}
