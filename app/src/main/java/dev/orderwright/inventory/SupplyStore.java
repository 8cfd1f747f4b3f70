package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** What suppliers have announced. */
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

    private final Db db;

    SupplyStore(Db db) {
        this.db = db;
    }

    /** By item, then day. */
    List<ExpectedSupply> expected(Collection<Long> itemIds) {
        return db.sql(EXPECTED)
                .param("items", StockStore.longs(itemIds))
                .query((row, n) -> new ExpectedSupply(
                        row.getLong("item_id"),
                        row.getLong("node_id"),
                        Objects.requireNonNull(Db.date(row, "expected_on")),
                        row.getLong("open")))
                .list();
    }
}
