package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** How much is kept back from promising, and what is on its way. */
@Repository
class LimitStore {

    static final Sql LIMITS = Sql.of("""
            select item_id, node_id, max(quantity) as quantity
              from inventory.stock_limit
             where item_id = any(:items::bigint[]) and channel in ('', :channel)
               and from_day <= :day and (until_day is null or until_day >= :day)
             group by item_id, node_id
            """);

    private final Db db;

    LimitStore(Db db) {
        this.db = db;
    }

    Map<StockKey, Long> limits(Collection<Long> itemIds, String channel, LocalDate on) {
        Map<StockKey, Long> limits = new HashMap<>();
        db.sql(LIMITS)
                .param("items", StockStore.longs(itemIds))
                .param("channel", channel)
                .param("day", on)
                .query(row -> {
                    limits.put(new StockKey(row.getLong("item_id"), row.getLong("node_id")), row.getLong("quantity"));
                });
        return limits;
    }
}
